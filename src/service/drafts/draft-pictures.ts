import { buildBadge, type Issuance } from '../../credential/build.ts'
import { signingLanguage } from '../../credential/build-achievement.ts'
import type { UnsignedBadge } from '../../credential/open-badge.ts'
import { statusEntry, statusListUrl } from '../../credential/status-list.ts'
import { renderBadgePng } from '../../documents/badge-image.ts'
import { drawPageApart } from '../../documents/documents-apart.ts'
import { Refusal } from '../../errors.ts'
import type { ReservationSettings } from '../../issuing/reserve.ts'
import type { Language } from '../../language.ts'
import type { Award } from '../../learning/awards.ts'
import type { Catalogue, CatalogueAchievement } from '../../learning/catalogue.ts'
import { achievementSvg } from '../artefacts.ts'
import type { Certificates } from '../certificates.ts'
import type { Sample } from './look.ts'

export const pictureForms = ['certificate', 'badge'] as const
export type PictureForm = (typeof pictureForms)[number]

export interface PictureWorld {
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly certificates: Certificates
  readonly publicUrl: URL
  readonly now: () => Date
  reservationSettings(language: Language, issuer: string | null): Promise<ReservationSettings>
}

interface SampleWish {
  readonly form: PictureForm
  /** Of learners who have none of their own. */
  readonly language: Language
  readonly mark: string
  readonly issuer: string | null
}

/** Where the code of a sketch leads: to no credential, since theirs have 26 letters. */
const nowhere = '/c/preview'
const nobody = 'urn:uuid:00000000-0000-4000-8000-000000000000'

/** What would be signed, but for an id, a subject and a place in a status list, which nothing is given yet. */
function badgeOf(
  award: Award,
  achievement: CatalogueAchievement,
  { language, now }: { readonly language: Language; readonly now: Date },
  issuance: Issuance,
): UnsignedBadge {
  const { publicUrl } = issuance
  const reservation = {
    id: new URL(nowhere, publicUrl).href,
    subject: nobody,
    validFrom: now,
    language,
    status: statusEntry(statusListUrl(publicUrl, 0), 0),
    emailHash: null,
  }
  return buildBadge(award, achievement, reservation, issuance)
}

/**
 * One award of a draft as a PNG: the first page of its certificate, or its badge. Nothing is reserved, signed or stored for
 * it, and it is marked with a word.
 *
 * @throws Refusal `name-not-printable`, `achievement-unknown`, `busy`.
 */
export async function drawSample(
  { award }: Sample,
  asked: SampleWish,
  world: PictureWorld,
): Promise<Uint8Array> {
  const achievement = world.achievements.get(award.achievement)
  if (!achievement) throw new Refusal('achievement-unknown', 'The catalogue has it no longer')
  const language = signingLanguage(achievement, award.learner.language ?? asked.language)
  if (asked.form === 'badge')
    return renderBadgePng(achievementSvg(achievement, world.catalogue, language))
  const settings = await world.reservationSettings(language, asked.issuer)
  const issuance = { ...settings, issuer: settings.issuerOf(award.achievement).profile }
  const badge = badgeOf(award, achievement, { language, now: world.now() }, issuance)
  const record = { id: 'preview', course: award.course, language }
  const { emblem } = achievement
  return drawPageApart(await world.certificates.sketch(badge, record, { emblem, mark: asked.mark }))
}
