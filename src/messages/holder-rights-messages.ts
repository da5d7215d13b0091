import type { DeskProblem } from './desk-messages.ts'

/** Putting an award into a wallet, from its own page. */
export interface OwnWalletMessages {
  readonly lead: string
  readonly submit: string
  readonly offered: string
  readonly open: string
  readonly code: string
  readonly codeHint: string
}

/** Saying that something in a credential is wrong, and what became of it. */
export interface MistakeMessages {
  readonly title: string
  readonly lead: string
  readonly name: string
  readonly nameHint: string
  readonly note: string
  readonly noteHint: string
  readonly submit: string
  readonly sent: string
  askedOn(day: string): string
  readonly waiting: string
  declinedOn(day: string): string
  correctedOn(day: string): string
  readonly voided: string
  readonly answer: string
}

export interface EraseMessages {
  readonly title: string
  readonly one: string
  readonly all: string
  readonly oneLead: string
  readonly allLead: string
  readonly goes: string
  readonly goesOne: readonly string[]
  readonly goesAll: readonly string[]
  readonly stays: string
  readonly staysItems: readonly string[]
  readonly takeFirst: string
  readonly sure: string
  readonly submit: string
  readonly keep: string
  readonly unsure: DeskProblem
  readonly doneOne: string
  readonly doneAll: DeskProblem
}

/** What learners do about what is kept of them. */
export interface HolderRightsMessages {
  readonly wallet: OwnWalletMessages
  readonly mistake: MistakeMessages
  readonly erase: EraseMessages
}
