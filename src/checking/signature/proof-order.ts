import type { JsonObject } from '../receiving/received.ts'

/** The entries of a document's `proof`, as they stand. */
export function proofEntries({ proof }: JsonObject): readonly unknown[] {
  if (proof === undefined) return []
  return Array.isArray(proof) ? proof : [proof]
}

/** The ids that a proof names as those it rests on. */
export function previousOf({ previousProof }: JsonObject): readonly unknown[] {
  return previousProof === undefined ? [] : [previousProof].flat()
}

/**
 * The proofs so that each comes after those it rests on (VC Data Integrity 1.0 §2.1.2); `undefined` when one rests on
 * a proof that is not there or, by any detour, on itself, and when two have the same id, for then nobody could say
 * which of them is meant.
 */
export function inOrder<Entry extends JsonObject>(
  proofs: readonly Entry[],
): readonly Entry[] | undefined {
  const ids = proofs.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (new Set(ids).size < ids.length) return undefined
  const ordered: Entry[] = []
  while (ordered.length < proofs.length) {
    const have = new Set(ordered.map(({ id }) => id))
    const next = proofs.find(
      (proof) => !ordered.includes(proof) && previousOf(proof).every((id) => have.has(id)),
    )
    if (!next) return undefined
    ordered.push(next)
  }
  return ordered
}

/** The document as one proof covers it: with exactly the proofs it rests on (VC Data Integrity 1.0 §4.5 step 3). */
export function coveredBy(proof: JsonObject, document: JsonObject): JsonObject {
  const { proof: _, ...unsecured } = document
  const previous = previousOf(proof)
  if (previous.length === 0) return unsecured
  const matching = (proofEntries(document) as readonly JsonObject[]).filter(
    ({ id }) => id !== undefined && previous.includes(id),
  )
  return { ...unsecured, proof: matching }
}
