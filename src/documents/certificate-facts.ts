import { mandatedBy } from '../credential/mandate.ts'
import {
  type Achievement,
  type AchievementSubject,
  type IssuerProfile,
  recipientName,
  resultOfType,
  type SignedBadge,
} from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { CertificateMessages } from '../messages/certificate.ts'
import { certificateIn } from '../messages/certificate-in.ts'
import { printedForm } from './fonts.ts'
import { keeping } from './keeping.ts'

export type CertificateKind = keyof CertificateMessages['headings']

/** Everything a certificate prints, in the words of one language. */
export interface CertificateText {
  readonly messages: CertificateMessages
  /** Language of our own words, and of the signed ones where they say another. */
  readonly language: Language
  readonly achievementLanguage: string | undefined
  readonly kind: CertificateKind
  readonly name: string
  readonly title: string
  readonly distinction: boolean
  readonly description: string
  /** Hours, score, EQF level, end, priority and rules: those that were signed. */
  readonly facts: readonly string[]
  readonly date: string
  /** The date in words, as this kind of certificate has it around a day. */
  readonly dated: (day: string) => string
  readonly issuer: string
}

const longestDescription = 260

/** What to print for a credential; only what is signed. Refuses one without a recipient's name: `name-not-printable`. */
export function certificateText(credential: SignedBadge, language: Language): CertificateText {
  const messages = certificateIn(language)
  const { credentialSubject: subject, issuer } = credential
  const { achievement } = subject
  const name = printedForm(recipientName(subject) ?? '')
  if (name === '') throw new Refusal('name-not-printable', 'The credential names no recipient')
  const kind = kindOf(achievement)
  const dated = kind === 'eligibility' ? messages.decidedOn : messages.awardedOn
  return {
    messages,
    language,
    achievementLanguage: achievement.inLanguage,
    kind,
    name,
    title: achievement.name,
    distinction: resultOfType(subject, 'ext:Distinction') !== undefined,
    description: shortened(printedForm(achievement.description)),
    facts: factsOf(credential, messages, language),
    date: dated(longDate(awardedDate(credential), language)),
    dated,
    issuer: messages.issuedBy(issuerWords(issuer, messages)),
  }
}

/** An issuer's name, and who mandated it: both are signed in the credential. */
function issuerWords(issuer: IssuerProfile, messages: CertificateMessages): string {
  const programme = mandatedBy(issuer)
  return programme === undefined ? issuer.name : `${issuer.name}, ${messages.onBehalfOf(programme)}`
}

export function awardedDate(credential: SignedBadge): Date {
  return new Date(credential.awardedDate ?? credential.validFrom)
}

/** What kind of certificate an achievement is printed as. */
export function kindOf({ achievementType }: Pick<Achievement, 'achievementType'>): CertificateKind {
  switch (achievementType) {
    case 'CertificateOfCompletion':
      return 'completion'
    case 'ext:ParticipationStatement':
      return 'participation'
    case 'ext:SpecializationEligibility':
      return 'eligibility'
    // The type is anybody's word in a catalogue; a badge promises least of what it does not know.
    default:
      return 'badge'
  }
}

const digestStart = 12

/** What an eligibility says of its decision: points as `3/7`, and enough of the version to tell one from another. */
function decisionFacts(subject: AchievementSubject, messages: CertificateMessages): string[] {
  const priority = resultOfType(subject, 'ext:PriorityPoints') ?? ''
  const [points, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(priority)?.slice(1) ?? []
  const version = /^sha256-([0-9a-f]{64})$/.exec(
    resultOfType(subject, 'ext:RuleVersion') ?? '',
  )?.[1]
  return [
    ...(points === undefined || of === undefined ? [] : [messages.priority(points, of)]),
    ...(version === undefined ? [] : [messages.rules(version.slice(0, digestStart))]),
  ]
}

function factsOf(
  { credentialSubject: subject, validUntil }: SignedBadge,
  messages: CertificateMessages,
  language: Language,
) {
  const end = new Date(validUntil ?? Number.NaN)
  const hours = Number(resultOfType(subject, 'ext:StudyHours') ?? Number.NaN)
  const score = resultOfType(subject, 'Percent')
  const eqf = subject.achievement.alignment?.find((entry) => entry.targetFramework === 'EQF')
  return [
    ...(Number.isFinite(hours) ? [messages.hours(hours)] : []),
    ...(score === undefined ? [] : [messages.score(score)]),
    ...(eqf?.targetCode === undefined ? [] : [messages.eqf(eqf.targetCode)]),
    ...(Number.isNaN(end.getTime()) ? [] : [messages.validUntil(longDate(end, language))]),
    ...decisionFacts(subject, messages),
  ]
}

const dayFormats = keeping(
  (language: Language) => language,
  (language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }),
)

/** The day in UTC, so that the same file results in every time zone. */
const longDate = (date: Date, language: Language): string => dayFormats(language).format(date)

/** Whole sentences up to the limit, or words and an ellipsis where the first sentence alone is longer. */
function shortened(text: string): string {
  if (text.length <= longestDescription) return text
  const start = text.slice(0, longestDescription)
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('; '))
  return sentence > longestDescription / 3
    ? start.slice(0, sentence + 1)
    : `${start.slice(0, start.lastIndexOf(' '))}…`
}
