import type { Finding } from '../report.ts'

/** What one entry of `credentialStatus` says, or why it says nothing. */
export type StatusState =
  | 'revoked'
  | 'suspended'
  | 'not-revoked'
  /** Of a list of messages: one is set. It withdraws nothing. */
  | 'message'
  | 'not-about-withdrawal'
  | ListFault

export type ListFault =
  | 'type-unknown'
  | 'list-unreachable'
  | 'list-unverifiable'
  | 'list-malformed'
  | 'index-out-of-range'

/** The worst first: what was taken back stays so, and what could not be looked at may be the same. */
const ranks: readonly StatusState[] = [
  'revoked',
  'suspended',
  'type-unknown',
  'list-unreachable',
  'list-unverifiable',
  'list-malformed',
  'index-out-of-range',
  'not-revoked',
  'message',
  'not-about-withdrawal',
]

export const worstOf = (states: readonly StatusState[]): StatusState =>
  ranks.find((state) => states.includes(state)) ?? 'not-about-withdrawal'

export function statusFinding(state: StatusState): Finding {
  const check = 'status'
  switch (state) {
    case 'revoked':
    case 'suspended':
      return { check, outcome: 'failed', reason: `status-${state}` }
    case 'not-revoked':
      return { check, outcome: 'passed', reason: 'status-not-revoked' }
    case 'message':
    case 'not-about-withdrawal':
      return { check, outcome: 'skipped', reason: 'status-not-about-withdrawal' }
    case 'type-unknown':
    case 'list-unreachable':
    case 'list-unverifiable':
    case 'list-malformed':
    case 'index-out-of-range':
      return { check, outcome: 'unknown', reason: `status-${state}` }
  }
}
