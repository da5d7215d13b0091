import { Overrun } from '../apart/worker-pool.ts'
import { judgeApart } from './apart.ts'
import { canonicalForm } from './canonical-form.ts'
import type { VerificationMethod } from './did.ts'
import type { Judgement, ProofQuestion } from './judge-proof.ts'
import type { Proof } from './proof.ts'
import { digestOfText, remember } from './remember.ts'
import { type Multikey, multikeyOf } from './suite-keys.ts'
import { type Suite, suiteOf } from './suites.ts'

/** How one proof came out under one key. */
export type ProofOutcome = Judgement | 'suite-unknown' | 'algorithm-refused'

const maxJudgements = 1_000

/** Whether the suite signs the one canonical form that everybody else here uses too. */
function signsSharedForm(suite: Suite, { kind }: Multikey): boolean {
  // A P-384 key brings SHA-384 into the naming of blank nodes.
  return suite.signs === 'statements' && kind !== 'P-384'
}

interface FormedQuestion extends ProofQuestion {
  readonly sharesForm: boolean
}

async function judge({ sharesForm, ...question }: FormedQuestion): Promise<Judgement> {
  if (!sharesForm) return judgeApart(question)
  const form = await canonicalForm(question.json)
  if ('nquads' in form) return judgeApart({ ...question, nquads: form.nquads })
  return form.loss.reason === 'too-complex' ? 'too-complex' : 'malformed'
}

// The outcome depends on these three alone: not on the clock, and not on who asks.
const judgeOnce = remember(
  judge,
  // No JSON text has a line break outside its strings, nor inside one.
  ({ json, proof, key }) => digestOfText(`${json}\n${JSON.stringify([proof, key])}`),
  maxJudgements,
)

/**
 * Checks one Data Integrity proof over a document (without the proof) against a key already bound to its controller.
 * The mathematics is done in a thread with a deadline; the outcome is remembered.
 *
 * @param document what the proof covers: with a `proof` of its own where the proof rests on previous ones.
 * @throws Refusal `busy`.
 */
export async function verifyProof(
  document: object,
  proof: Proof,
  method: VerificationMethod,
): Promise<ProofOutcome> {
  const suite = suiteOf(proof)
  if (!suite) return 'suite-unknown'
  if (!suite.mayBeValue(proof.proofValue)) return 'malformed'
  const multikey = multikeyOf(method)
  if (!multikey || !suite.keys.includes(multikey.kind)) return 'algorithm-refused'
  const { id, controller } = method
  const key = { id, controller, publicKeyMultibase: multikey.publicKeyMultibase }
  const sharesForm = signsSharedForm(suite, multikey)
  try {
    return await judgeOnce({ json: JSON.stringify(document), proof, key, sharesForm })
  } catch (thrown) {
    if (thrown instanceof Overrun) return 'too-complex'
    throw thrown
  }
}
