import type { Picture } from './picture.ts'
import type { Furniture, Layout, Paper } from './sheet-plan.ts'

/** How wide a picture is for its height, in whatever unit. */
export interface Extent {
  readonly width: number
  readonly height: number
}

/**
 * What a certificate prints that no credential states: the issuer signs it apart, as the payload of `page.jwt`, so that
 * whoever compares the page knows which of it is the issuer's word.
 */
export interface PageClaims {
  readonly logo?: Extent
  readonly partnerLine?: string
  readonly signatories: readonly {
    readonly name: string
    readonly role: string
    readonly signature?: Extent
  }[]
  /** Name on the certificate that the file is signed with. */
  readonly sealedBy?: string
}

/** How a certificate is set and furnished, in one language. */
export interface Design extends PageClaims {
  readonly layout: Layout
  readonly paper: Paper
  readonly logo?: Picture
  /** Language of the partner line, where it is not that of the document. */
  readonly partnerLanguage?: string
  readonly signatories: readonly {
    readonly name: string
    readonly role: string
    readonly roleLanguage?: string
    readonly signature?: Picture
  }[]
}

export const plainDesign: Design = { layout: 'landscape', paper: 'a4', signatories: [] }

export const furnitureOf = ({ logo, partnerLine, signatories }: PageClaims): Furniture => ({
  hasHead: logo !== undefined || partnerLine !== undefined,
  hasSignatories: signatories.length > 0,
})

const extentOf = ({ width, height }: Extent): Extent => ({ width, height })

/** What the issuer has to sign of a design; `undefined` where the page prints nothing beside the credential. */
export function pageClaimsOf(design: Design): PageClaims | undefined {
  const { logo, partnerLine, signatories, sealedBy } = design
  if (!logo && !partnerLine && signatories.length === 0 && !sealedBy) return undefined
  return {
    ...(logo ? { logo: extentOf(logo) } : {}),
    ...(partnerLine ? { partnerLine } : {}),
    signatories: signatories.map(({ name, role, signature }) => ({
      name,
      role,
      ...(signature ? { signature: extentOf(signature) } : {}),
    })),
    ...(sealedBy ? { sealedBy } : {}),
  }
}

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const maxLength = 500
export const maxSignatories = 3
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= maxLength
const isSide = (value: unknown) => typeof value === 'number' && value >= 1 && value <= 10_000
const isExtent = (value: unknown) => isRecord(value) && isSide(value.width) && isSide(value.height)

const isSignatory = (value: unknown) =>
  isRecord(value) &&
  isText(value.name) &&
  isText(value.role) &&
  (value.signature === undefined || isExtent(value.signature))

/** The claims of a page, read as a stranger's; `undefined` for anything of another form. */
export function parsePageClaims(value: unknown): PageClaims | undefined {
  if (!isRecord(value)) return undefined
  const { logo, partnerLine, signatories, sealedBy } = value
  const isWell =
    (logo === undefined || isExtent(logo)) &&
    (partnerLine === undefined || isText(partnerLine)) &&
    (sealedBy === undefined || isText(sealedBy)) &&
    Array.isArray(signatories) &&
    signatories.length <= maxSignatories &&
    signatories.every(isSignatory)
  return isWell ? (value as unknown as PageClaims) : undefined
}
