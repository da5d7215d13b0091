import type { RefusalCode } from '../errors.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import type { ExitCode } from './command.ts'

// A refusal that answers the question asked; every other one says the call was wrong.
const cleanNo: readonly RefusalCode[] = [
  'no-credential-found',
  'open-badges-2',
  'input-unreadable',
  'input-too-large',
  'not-strict-json',
  'receipt-given',
  'share-given',
  'credential-not-found',
  'credential-not-issued',
  'already-revoked',
  'name-not-printable',
  'enrolment-not-found',
  'credential-erased',
  'nothing-to-correct',
  'not-correctable',
  'correction-not-found',
  'correction-settled',
  'learner-not-found',
  'draft-not-found',
  'draft-issued',
  'draft-differs',
  'batch-undone',
  'undo-over',
  'act-not-found',
  'act-settled',
  'own-act',
  'nothing-to-do',
  'account-not-found',
  'webhook-not-found',
  'delivery-not-found',
  'connection-not-found',
]

// Could not look, or not yet: neither yes nor no.
const undecided: readonly RefusalCode[] = [
  'address-unreachable',
  'busy',
  'correction-under-way',
  'batch-being-read',
  'selection-changed',
]

/** What a command that was refused ends with. */
export function exitOfRefusal(code: RefusalCode): ExitCode {
  if (cleanNo.includes(code)) return 1
  if (undecided.includes(code)) return 2
  // The call was right; it could not be carried out.
  return code === 'ledger-busy' ? 70 : 64
}

/** What a command that decided ends with: 2, a person has to decide. */
export const exitOfDecision = {
  eligible: 0,
  'not-yet': 1,
  'needs-review': 2,
} as const satisfies Record<DecisionOutcome, ExitCode>

// What is worse stands later: a clean no outweighs a doubt, and a doubt outweighs a yes.
const byWeight: readonly ExitCode[] = [0, 2, 1, 64, 70]

/** The exit code of several things done in one call. */
export function worstExit(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce(
    (worst, code) => (byWeight.indexOf(code) > byWeight.indexOf(worst) ? code : worst),
    0,
  )
}
