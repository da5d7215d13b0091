import type { Finding } from '../report.ts'
import type { SignatureOutcome } from './signature.ts'

/** Outcomes that say we could not look. */
const undecided: readonly SignatureOutcome[] = ['suite-unknown', 'key-missing', 'too-complex']

/** How the signature of a credential came out, as the reader is told. */
export function signatureFinding(outcome: SignatureOutcome): Finding {
  return {
    check: 'signature',
    outcome: outcome === 'holds' ? 'passed' : undecided.includes(outcome) ? 'unknown' : 'failed',
    reason: `signature-${outcome}`,
  }
}
