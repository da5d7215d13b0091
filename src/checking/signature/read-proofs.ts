import type { Proof } from '../../proof/proof.ts'
import { suiteOf } from '../../proof/suites.ts'
import type { JsonObject } from '../receiving/received.ts'
import type { Warning } from '../report.ts'
import { isWellFormed, saysItsKind } from './proof-form.ts'
import { inOrder, previousOf, proofEntries } from './proof-order.ts'
import type { Demands, SignatureOutcome } from './signature.ts'

/** What the `proof` member holds, as far as can be told without keys or cryptography. */
export interface ReadProofs {
  /** The proofs of suites that are known here, each after those it rests on; none where there is a fault. */
  readonly known: readonly Proof[]
  /** How many are of suites that are not known here. */
  readonly foreign: number
  /** Why there is nothing to verify: the proofs cannot be taken for what they should be. */
  readonly fault?: Exclude<SignatureOutcome, 'holds'>
  readonly warnings: readonly Warning[]
}

/** More are refused as an attack on time: each may cost a canonicalisation. Enough for the examples of the standard. */
export const maxProofs = 4

type Fault = Exclude<SignatureOutcome, 'holds'>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const named = (value: Proof['domain']): readonly string[] =>
  value === undefined ? [] : [value].flat()

function purposeFault(proof: Proof, { purpose, domain, challenge }: Demands): Fault | undefined {
  if (proof.proofPurpose !== purpose) return 'purpose-wrong'
  // A domain or challenge that nobody asks for is not looked at (VC Data Integrity 1.0 §4.4 steps 6 and 7).
  const isForUs = domain === undefined || named(proof.domain).includes(domain)
  const isFresh = challenge === undefined || proof.challenge === challenge
  return isForUs && isFresh ? undefined : 'other-audience'
}

/** A proof that rests on one which cannot be verified here cannot be verified either (VC Data Integrity 1.0 §4.5). */
const restsOnForeign = (proof: Proof, foreign: readonly JsonObject[]): boolean =>
  foreign.some(({ id }) => id !== undefined && previousOf({ ...proof }).includes(id))

function faultOf(
  entries: readonly JsonObject[],
  document: JsonObject,
  demands: Demands,
): Fault | undefined {
  const known = entries.filter((entry) => suiteOf(entry) !== undefined)
  for (const proof of known) {
    const suite = suiteOf(proof)
    if (!suite || !isWellFormed(proof, document, suite)) return 'malformed'
  }
  const [first] = entries
  if (!first) return 'missing'
  if (known.length === 0) return 'suite-unknown'
  const proofs = known as unknown as readonly Proof[]
  for (const proof of proofs) {
    const fault = purposeFault(proof, demands)
    if (fault) return fault
  }
  if (!inOrder(entries)) return 'chain-broken'
  const foreign = entries.filter((entry) => !known.includes(entry))
  return proofs.some((proof) => restsOnForeign(proof, foreign)) ? 'suite-unknown' : undefined
}

/**
 * Reads the proofs of a document (VC Data Integrity 1.0 §2.1): their form, what they were made for, and how they rest
 * on one another. Nothing is fetched or verified.
 *
 * Every proof of a known suite has to hold, so a fault of one is a fault of all. Proofs of other suites are counted
 * and never looked into: beside a proof that holds they are worth a warning, alone they leave it `suite-unknown`.
 */
export function readProofs(document: JsonObject, demands: Demands): ReadProofs {
  const entries = proofEntries(document)
  const isReadable =
    entries.length <= maxProofs && entries.every((entry) => isObject(entry) && saysItsKind(entry))
  if (!isReadable) return { known: [], foreign: 0, fault: 'malformed', warnings: [] }
  const all = entries as readonly JsonObject[]
  const known = all.filter((entry) => suiteOf(entry) !== undefined)
  const foreign = all.length - known.length
  const fault = faultOf(all, document, demands)
  if (fault) return { known: [], foreign, fault, warnings: [] }
  const ordered = (inOrder(all) ?? []).filter((entry) => known.includes(entry))
  return {
    known: ordered as unknown as readonly Proof[],
    foreign,
    warnings: [
      ...(foreign > 0 ? (['proof-suite-unknown'] as const) : []),
      ...(known.some((entry) => suiteOf(entry)?.isDeprecated)
        ? (['suite-deprecated'] as const)
        : []),
      ...(known.some((entry) => suiteOf(entry)?.signs === 'chosen-statements')
        ? (['shown-in-part'] as const)
        : []),
    ],
  }
}
