/** Media type in the header of a signed checkpoint, so that it is taken for nothing else. */
export const checkpointType = 'colophon-checkpoint+jwt'

/** A time of which a restored ledger knows nothing: what was signed in it may be genuine, and cannot be looked up. */
export interface Gap {
  /** ISO 8601 instants. */
  readonly from: string
  readonly to: string
}

/** Where the audit log was at a moment: whoever knows it can tell a ledger that lacks what came before. */
export interface Checkpoint {
  /** Number and hash of the newest entry of the audit log. */
  readonly seq: number
  readonly hash: string
  /** When that entry was written; ISO 8601. */
  readonly at: string
  readonly gaps: readonly Gap[]
}

const isGap = (value: unknown): value is Gap => {
  const { from, to } = Object(value) as Partial<Gap>
  return typeof from === 'string' && typeof to === 'string'
}

/** Whether a value has the shape of a checkpoint. */
export function isCheckpoint(value: unknown): value is Checkpoint {
  const { seq, hash, at, gaps } = Object(value) as Partial<Checkpoint>
  return (
    Number.isSafeInteger(seq) &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/.test(hash) &&
    typeof at === 'string' &&
    Array.isArray(gaps) &&
    gaps.every(isGap)
  )
}
