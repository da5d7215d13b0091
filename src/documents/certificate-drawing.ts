import type { PDFDocument } from 'pdf-lib'
import type { SignedBadge } from '../credential/open-badge.ts'
import type { Language } from '../language.ts'
import type { Design } from './certificate-design.ts'
import type { Palette } from './certificate-layout.ts'
import type { Emblem } from './emblem.ts'
import type { Sheet } from './pdf-sheet.ts'
import type { Tags } from './pdf-tags.ts'
import type { Plan } from './sheet-plan.ts'

export interface CertificateInput {
  readonly credential: SignedBadge
  /** The exact bytes to attach as `credential.json`. */
  readonly json: string
  readonly language: Language
  readonly emblem: Emblem
  /** Whether the programme is only a sample; the page then says so. */
  readonly illustrative: boolean
  /** Address of the credential's page, printed and as a QR code. */
  readonly url: string
  /** Layout, paper and furniture; A4 across with none unless told. */
  readonly design?: Design
  /** The claims of the design as a compact JWS of the issuer's, attached as `page.jwt`. */
  readonly pageToken?: string
  /** A word behind everything, on what is only to be looked at: no such page is a certificate. */
  readonly mark?: string
}

/** One page being drawn: the ink and its meaning. */
export interface Drawing {
  readonly doc: PDFDocument
  readonly sheet: Sheet
  readonly tags: Tags
  readonly palette: Palette
  readonly plan: Plan
  readonly design: Design
}
