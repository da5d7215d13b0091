import type { Reason } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'

/** About issuers that issue on behalf of the programme. */
export interface PartnerMessages {
  /** What kind of issuer it is, above its name. */
  readonly kind: string
  lead(programme: string): string
  /** Before the name of whom it issues on behalf of. */
  readonly onBehalfOf: string
  /** How such an issuer is known, in one sentence. */
  known(domain: string, programme: string): string
  /** The mandate: its heading, what it is, and the link to the document. */
  readonly mandate: string
  mandateText(programme: string): string
  readonly mandateDocument: string
  /** What may be issued, and between which days it has to have been earned. */
  readonly achievements: string
  readonly begins: string
  readonly ends: string
  /** On the page of the programme: those who issue on its behalf. */
  readonly partners: string
  readonly partnersText: string
  /** The lead of that page, where there are any. */
  readonly programmeLead: string
}

type PartnerRefusal = Extract<RefusalCode, 'partner-unknown' | 'issuer-out-of-scope'>

/** What is refused of partners: what went wrong, and what to do about it. */
export type PartnerRefusals = Readonly<
  Record<PartnerRefusal, { readonly title: string; readonly remedy: string }>
>

/** How the check of a mandate ended. */
export type MandateReasons = Readonly<Record<Extract<Reason, `issuer-mandate${string}`>, string>>
