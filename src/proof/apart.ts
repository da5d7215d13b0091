import { extname } from 'node:path'
import { WorkerPool } from '../apart/worker-pool.ts'
import type { CanonicalForm } from './canonize.ts'
import type { Judgement, ProofQuestion } from './judge-proof.ts'

/** What the threads are asked; documents travel as JSON text, which is the cheapest to send. */
export type ProofTask =
  | { readonly kind: 'canonize'; readonly json: string }
  | { readonly kind: 'judge'; readonly question: ProofQuestion }

export type ProofAnswer = CanonicalForm | Judgement

const pool = new WorkerPool<ProofTask, ProofAnswer>({
  // Compiled or as it is: the threads run what stands beside this file.
  script: new URL(`./proof-thread${extname(import.meta.url)}`, import.meta.url),
  threads: 2,
  maxWaiting: 256,
  deadlineMs: 500,
  maxHeapMb: 256,
})

/** Canonicalises a document in a thread. @throws Overrun past half a second or 256 MiB, Refusal `busy`. */
export function canonizeApart(json: string): Promise<CanonicalForm> {
  return pool.run({ kind: 'canonize', json }) as Promise<CanonicalForm>
}

/** Judges one proof in a thread. @throws Overrun past half a second or 256 MiB, Refusal `busy`. */
export function judgeApart(question: ProofQuestion): Promise<Judgement> {
  return pool.run({ kind: 'judge', question }) as Promise<Judgement>
}
