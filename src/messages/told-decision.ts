import type { Language, Told } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { HeldCredential } from '../learning/eligibility/application.ts'
import type { CreditNote, RuleOutcome, WaiverState } from '../learning/eligibility/decision.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { Messages } from './messages.ts'

/** A page of ours about something that is missing. */
export interface ToldLink {
  readonly name: Told
  /** Path on this service, its segments encoded. */
  readonly path: string
}

export interface ToldRule {
  readonly rule: string
  readonly name: Told
  readonly outcome: RuleOutcome
  readonly word: string
  /** Why it ended so, then of a combination what each open or missing part says. */
  readonly sentences: readonly string[]
  /** Where to get what is missing, as the catalogue says; `null` where nothing is. */
  readonly advice: Told | null
  readonly links: readonly ToldLink[]
  readonly points: number
  /** The credentials it rests on or fails by, by title where that is known, else by id. */
  readonly because: readonly string[]
}

export interface ToldModule {
  readonly module: string
  readonly name: Told
  readonly state: WaiverState
  readonly word: string
  readonly sentence: string
  /** The credentials that prove its hours, by title where that is known, else by id. */
  readonly because: readonly string[]
}

export interface ToldCredential {
  readonly id: string
  /** Its title where that is known, else its id. */
  readonly name: string
  /** Id of who signed it, or claims to have; `null` where what was handed in is not known. */
  readonly issuer: string | null
  readonly counts: CreditNote['counts']
  readonly sentence: string
}

/** A decision in words; plain texts, for pages, programs and terminals alike. */
export interface ToldDecision {
  readonly title: string
  readonly meaning: string
  readonly advice: string
  /** Why the whole ended so. */
  readonly sentence: string
  readonly rules: readonly ToldRule[]
  /** What stands between the applicant and admission; empty for who is eligible. */
  readonly missing: readonly ToldRule[]
  /** What is not met, and is not needed, but adds points or is considered. */
  readonly helps: readonly ToldRule[]
  readonly modules: readonly ToldModule[]
  readonly credentials: readonly ToldCredential[]
  readonly priority: string
  /** Items that wait for a person, each with its name. */
  readonly toReview: readonly { readonly item: string; readonly name: string }[]
}

/** What a decision is told from beside itself: where it speaks about something that is gone, its id stands for the name. */
export interface Telling {
  readonly catalogue: Catalogue
  readonly specialization: Specialization
  readonly messages: Messages
  readonly language: Language
  /** The credentials it was made from, so that they can be called by their titles. */
  readonly held?: readonly HeldCredential[]
}
