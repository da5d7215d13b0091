import type {
  Answers,
  CheckName,
  CredentialStatus,
  Outcome,
  Reason,
  Report,
  SourceKind,
  Warning,
} from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import type { Language } from '../language.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import type { AdmissionMessages } from './admission-messages.ts'
import type { ApiDocsMessages } from './api-docs-messages.ts'
import type { CertificateMessages } from './certificate.ts'
import type { CorrectionMessages } from './correction-messages.ts'
import type { DraftMessages } from './draft-messages.ts'
import type { InboundMessages } from './inbound-messages.ts'
import type { MailMessages } from './mail-messages.ts'
import type { OpenIdMessages } from './openid-messages.ts'
import type { PageMessages } from './page-messages.ts'
import type { ParticularMessages } from './particular-messages.ts'
import type { PartnerMessages } from './partner-messages.ts'
import type { ReceiptMessages } from './receipt-messages.ts'
import type { SafetyMessages } from './safety-messages.ts'
import type { WalletMessages } from './wallet-messages.ts'
import type { WebhookDeskMessages } from './webhook-messages.ts'

/**
 * What a reader is told first, in large letters. Finer than the verdict: an unknown issuer is not simply valid, what
 * has expired is not a forgery, and a genuine credential inside an edited page is one.
 */
export type Headline =
  | 'valid'
  | 'other-person'
  | 'issuer-outside'
  | 'issuer-unknown'
  | 'impostor'
  | 'page-differs'
  | 'page-unread'
  | 'revoked'
  | 'suspended'
  | 'expired'
  | 'not-yet-valid'
  | 'replaced'
  | 'invalid'
  | 'undecided'

/** The headline itself, what it means, and what to do now. */
export interface HeadlineText {
  readonly title: string
  readonly meaning: string
  readonly advice: string
}

/** What went wrong, and what to do about it. */
export interface RefusalText {
  readonly title: string
  readonly remedy: string
}

/** One of the four answers of a report, as a question and a full sentence for each way it can be answered. */
export type AnswerTexts = {
  readonly [A in keyof Answers]: {
    readonly question: string
    readonly replies: Readonly<Record<Answers[A], string>>
  }
}

/** Why a credential was revoked, as far as that is public; the operator's own words stay private. */
export const revocationReasons = [
  'replaced',
  'issued-in-error',
  'requested-by-holder',
  'achievement-withdrawn',
  'support-withdrawn',
  'key-compromised',
  'unspecified',
] as const

export type RevocationReason = (typeof revocationReasons)[number]

/** Every sentence people read, in one language. A key missing in one language does not compile. */
export interface Messages {
  /** The language these sentences are really in, for `lang`: not always the one that was asked for. */
  readonly language: Language
  readonly certificate: CertificateMessages
  /** Why a check ended as it did, for a reader without technical knowledge: what it means, and what to do. */
  readonly reasons: Readonly<Record<Reason, string>>
  readonly warnings: Readonly<Record<Warning, string>>
  readonly checks: Readonly<Record<CheckName, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly verdicts: Readonly<Record<Report['verdict'], string>>
  readonly statuses: Readonly<Record<CredentialStatus, string>>
  readonly headlines: Readonly<Record<Headline, HeadlineText>>
  readonly answers: AnswerTexts
  readonly sources: Readonly<Record<SourceKind, string>>
  readonly refusals: Readonly<Record<RefusalCode, RefusalText>>
  /** What is wrong with a row of an import, and its remedy. */
  readonly complaints: Readonly<Record<RowComplaintCode, string>>
  /** What is wrong in one place of what was sent. */
  readonly particulars: ParticularMessages
  readonly revocations: Readonly<Record<RevocationReason, string>>
  /** Of versions, the newest of which counts. */
  readonly corrections: CorrectionMessages
  readonly safety: SafetyMessages
  /** The page about the API. */
  readonly apiDocs: ApiDocsMessages
  readonly webhooks: WebhookDeskMessages
  readonly receipts: ReceiptMessages
  /** Who is admitted to a specialization, and why. */
  readonly admission: AdmissionMessages
  /** Machines that tell of completions, and who comes from a course. */
  readonly inbound: InboundMessages
  /** Letters to learners. */
  readonly mail: MailMessages
  readonly openId: OpenIdMessages
  readonly pages: PageMessages
  readonly partners: PartnerMessages
  readonly wallet: WalletMessages
  readonly drafts: DraftMessages
}
