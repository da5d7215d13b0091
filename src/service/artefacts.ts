import { createHash } from 'node:crypto'
import type { SignedBadge } from '../credential/open-badge.ts'
import { drawBadgeSvg, renderBadgePng } from '../documents/badge-image.ts'
import { bakePng } from '../documents/png.ts'
import { bakeSvg } from '../documents/svg.ts'
import { inLanguage, type Language } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Certificates } from './certificates.ts'

/** The forms a credential can be carried away in. */
export const artefactForms = ['json', 'jwt', 'pdf', 'png', 'svg'] as const
export type ArtefactForm = (typeof artefactForms)[number]

export interface Artefact {
  readonly contentType: string
  readonly body: Uint8Array
  /** Strong entity tag (RFC 9110 §8.8.3): told from the bytes themselves. */
  readonly tag: string
}

export interface ArtefactSettings {
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly certificates: Certificates
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The picture of an achievement, without anybody's credential in it. */
export function achievementSvg(
  achievement: CatalogueAchievement,
  catalogue: Catalogue,
  language: Language,
): string {
  const { label, ink, ground } = achievement.emblem
  const title = inLanguage(achievement.name, language)
  return drawBadgeSvg({ label, ink, ground, title, issuer: catalogue.issuer.name })
}

function personalSvg(badge: SignedBadge, record: CredentialRecord, settings: ArtefactSettings) {
  const achievement = settings.achievements.get(record.achievement)
  const { name } = badge.credentialSubject.achievement
  const emblem = achievement?.emblem ?? fallback
  return drawBadgeSvg({ ...emblem, title: name, issuer: badge.issuer.name })
}

const fallback = { label: '', ink: '#1d3557', ground: '#f1f5f9' } as const

type IssuedRecord = CredentialRecord & { readonly signed: string; readonly jwt: string }

async function bodyOf(
  record: IssuedRecord,
  form: ArtefactForm,
  settings: ArtefactSettings,
): Promise<Omit<Artefact, 'tag'>> {
  const badge = JSON.parse(record.signed) as SignedBadge
  switch (form) {
    case 'json':
      return { contentType: 'application/vc', body: utf8(record.signed) }
    case 'jwt':
      return { contentType: 'text/plain', body: utf8(record.jwt) }
    case 'svg':
      return {
        contentType: 'image/svg+xml',
        body: utf8(bakeSvg(personalSvg(badge, record, settings), record.signed)),
      }
    case 'png': {
      const picture = renderBadgePng(personalSvg(badge, record, settings))
      return { contentType: 'image/png', body: bakePng(picture, record.signed) }
    }
    case 'pdf': {
      const emblem = settings.achievements.get(record.achievement)?.emblem ?? fallback
      const body = await settings.certificates.draw(record, emblem)
      return { contentType: 'application/pdf', body }
    }
  }
}

/**
 * One form of an issued credential. All of them carry the recorded bytes: no credential is signed here.
 *
 * @throws Refusal `name-not-printable` for a PDF whose text no shipped font can draw.
 */
export async function artefact(
  record: IssuedRecord,
  form: ArtefactForm,
  settings: ArtefactSettings,
): Promise<Artefact> {
  const made = await bodyOf(record, form, settings)
  const digest = createHash('sha256').update(made.body).digest('base64url')
  return { ...made, tag: `"${digest.slice(0, 32)}"` }
}
