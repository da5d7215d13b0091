import type { SignedBadge } from '../credential/open-badge.ts'
import { recipientName } from '../credential/open-badge.ts'
import { kindOf } from '../documents/certificate-facts.ts'
import {
  type CardWidth,
  cardVersion,
  type PreviewCard,
  renderPreviewCard,
} from '../documents/preview-card.ts'
import { inLanguage, type Language, tell } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { remember } from '../proof/remember.ts'

/** What a link to one of our pages looks like elsewhere: the words, and the card to be drawn. */
export interface LinkPreview {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** Path of the page. */
  readonly path: string
  /** What is on the card, in words. */
  readonly alternative: string
  readonly siteName: string
  /** Whether it may be shown as good. */
  readonly counts: boolean
  readonly card: PreviewCard
}

export interface PreviewParts {
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly publicUrl: URL
  readonly now: () => Date
  /** The credentials that one of eligibility rests on. */
  readonly eligibility: { supports(id: string): Promise<readonly { readonly state: string }[]> }
}

type Signed = CredentialRecord & { readonly signed: string }

/** LinkedIn shows about so many letters of each. */
const maxTitle = 200
const maxDescription = 300

const cardsKept = { maxEntries: 400, maxSize: 24 * 1024 * 1024 }
const plainEmblem = { label: '', ink: '#1d3557', ground: '#f1f5f9' }

/** Text cut at a word, where it is longer than will be shown. */
function cut(text: string, longest: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  if (plain.length <= longest) return plain
  const start = plain.slice(0, longest - 1)
  const space = start.lastIndexOf(' ')
  return `${start.slice(0, space > longest / 2 ? space : start.length).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const sentences = (parts: readonly (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?…]$/u.test(String(part)) ? part : `${part}.`))
    .join(' ')

const rememberDrawn = () =>
  remember(
    async ({ card, width }: { readonly card: PreviewCard; readonly width: CardWidth }) =>
      renderPreviewCard(card, width),
    ({ card, width }) => cardVersion(card, width),
    { ...cardsKept, sizeOf: ({ length }) => length },
  )

/** How links to credentials and achievements are shown elsewhere, in LinkedIn and in pages that embed them. */
export class Previews {
  readonly #parts: PreviewParts
  #draw = rememberDrawn()

  constructor(parts: PreviewParts) {
    this.#parts = parts
  }

  /** The card as PNG, drawn once for as long as nothing on it changes. */
  draw(card: PreviewCard, width: CardWidth): Promise<Uint8Array> {
    return this.#draw({ card, width })
  }

  /** Lets go of every card that was drawn: some show a name. */
  forget(): void {
    this.#draw = rememberDrawn()
  }

  /**
   * Of a credential, in the language it was issued in unless another is asked for. It names the learner only where that
   * is public, and says so where the credential does not count, or not yet.
   */
  async ofCredential(record: Signed, asked?: Language): Promise<LinkPreview> {
    const badge = JSON.parse(record.signed) as SignedBadge
    const language = asked ?? record.language
    const messages = messagesFor(language)
    const { achievement, issuer } = this.#facts(badge, record, language)
    const state = await this.#state(badge, record, messages)
    const isNamed = record.visibility === 'public' && state === undefined
    const name = isNamed ? recipientName(badge.credentialSubject) : undefined
    const kind = kindOf(badge.credentialSubject.achievement)
    const { awardedOn, decidedOn, issuedBy } = messages.certificate
    const day = formatDate(badge.awardedDate ?? badge.validFrom, language)
    const date = kind === 'eligibility' ? decidedOn(day) : awardedOn(day)
    const card: PreviewCard = {
      ...(this.#parts.achievements.get(record.achievement)?.emblem ?? plainEmblem),
      kind: messages.certificate.headings[kind],
      title: achievement.name,
      ...(name === undefined ? {} : { name }),
      ...this.#frame(messages),
      issuer,
      date,
      ...(state === undefined ? {} : { state }),
    }
    const lead = name === undefined ? card.title : `${name} – ${card.title}`
    return {
      language,
      title: cut(state === undefined ? lead : `${state}: ${card.title}`, maxTitle),
      description: cut(
        sentences([issuedBy(issuer), date, achievement.description]),
        maxDescription,
      ),
      path: `/c/${record.id}`,
      ...this.#around(card, messages),
    }
  }

  /** Of an achievement, with nobody's name. */
  ofAchievement(achievement: CatalogueAchievement, language: Language): LinkPreview {
    const messages = messagesFor(language)
    const { issuer } = this.#parts.catalogue
    const card: PreviewCard = {
      ...achievement.emblem,
      kind: messages.certificate.headings[kindOf(achievement)],
      title: inLanguage(achievement.name, language),
      ...this.#frame(messages),
      issuer: issuer.name,
    }
    return {
      language,
      title: cut(card.title, maxTitle),
      description: cut(
        sentences([
          messages.certificate.issuedBy(issuer.name),
          inLanguage(achievement.description, language),
        ]),
        maxDescription,
      ),
      path: `/achievements/${achievement.id}`,
      ...this.#around(card, messages),
    }
  }

  /** Title and description as they were signed, or of the catalogue where another language is asked for and it has both. */
  #facts(badge: SignedBadge, { achievement: id }: Signed, language: Language) {
    const signed = badge.credentialSubject.achievement
    const known = this.#parts.achievements.get(id)
    const name = known && tell(known.name, language)
    const isTranslated = signed.inLanguage !== language && name?.language === language
    const achievement =
      known && isTranslated
        ? { name: name.text, description: inLanguage(known.description, language) }
        : { name: signed.name, description: signed.description }
    return { achievement, issuer: badge.issuer.name }
  }

  /** What is on every card: the programme, where it is issued, and that it is a sample. */
  #frame(messages: Messages): Pick<PreviewCard, 'programme' | 'host' | 'remark'> {
    const { catalogue, publicUrl } = this.#parts
    return {
      programme: inLanguage(catalogue.programme.name, messages.language),
      host: publicUrl.host,
      ...(catalogue.illustrative ? { remark: messages.certificate.illustrative } : {}),
    }
  }

  #around(card: PreviewCard, { certificate }: Messages) {
    const { state, kind, title, name, programme, issuer, date, remark } = card
    const told = [state ?? kind, title, name, programme, certificate.issuedBy(issuer), date, remark]
    return { alternative: sentences(told), siteName: issuer, counts: state === undefined, card }
  }

  /** Why it does not count, in a word or two; `undefined` for what does. */
  async #state(badge: SignedBadge, record: Signed, messages: Messages) {
    const { headlines, pages } = messages
    const now = this.#parts.now().getTime()
    if (record.revokedAt !== null) return headlines.revoked.title
    if (badge.validUntil !== undefined && Date.parse(badge.validUntil) < now)
      return headlines.expired.title
    if (Date.parse(badge.validFrom) > now) return headlines['not-yet-valid'].title
    if (record.achievement !== eligibilityId(record.course)) return undefined
    const supports = await this.#parts.eligibility.supports(record.id)
    const isLost = supports.some(({ state }) => state === 'gone')
    return isLost ? pages.credential.eligibility.lost.title : undefined
  }
}
