import { randomBytes } from 'node:crypto'
import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import type { BatchOutcome } from './check-batch.ts'

/** A batch somebody looks at as a page: how far it is, and what is known. The files themselves are not kept. */
export interface KeptBatch {
  readonly total: number
  readonly outcomes: readonly BatchOutcome[]
  readonly isDone: boolean
}

interface Keeping {
  readonly client: string
  readonly expiresAt: number
  readonly total: number
  readonly outcomes: BatchOutcome[]
  bytes: number
  isDone: boolean
}

const keptMs = 15 * 60_000
const maxBatches = 200
const maxOfClient = 20
const maxBytes = 64 * 1024 * 1024
const maxReportBytes = 64 * 1024

/** A report without its lists, where it would take more room than a page can show. */
function inShort(report: Report): Report {
  if (JSON.stringify(report).length <= maxReportBytes) return report
  const { results: _, alignments: __, ...facts } = report.facts
  const { endorsements: ___, credentials: ____, ...rest } = report
  return { ...rest, facts }
}

/**
 * What batches came to, in memory alone, for a quarter of an hour and under a name nobody can guess (128 random bits).
 * When there is too much, the oldest go first: of the client that has begun more than its part, before anybody else's.
 */
export class KeptBatches {
  readonly #kept = new Map<string, Keeping>()
  readonly #now: () => Date
  #bytes = 0

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Begins to keep a batch of a client; gives back its secret, and where its outcomes go. */
  begin(client: string, total: number) {
    this.#makeRoomFor(client)
    this.#tidy()
    const secret = randomBytes(16).toString('base64url')
    const keeping: Keeping = {
      client,
      expiresAt: this.#now().getTime() + keptMs,
      total,
      outcomes: [],
      bytes: 0,
      isDone: false,
    }
    this.#kept.set(secret, keeping)
    return {
      secret,
      add: (outcome: BatchOutcome) => {
        const kept = 'report' in outcome ? { ...outcome, report: inShort(outcome.report) } : outcome
        keeping.outcomes.push(kept)
        const bytes = 'report' in kept ? JSON.stringify(kept).length : 200
        keeping.bytes += bytes
        if (this.#kept.has(secret)) this.#bytes += bytes
        this.#tidy()
      },
      end: () => {
        keeping.isDone = true
      },
    }
  }

  /** @throws Refusal `not-found` for one that is not there, or no longer. */
  find(secret: string): KeptBatch {
    this.#tidy()
    const kept = this.#kept.get(secret)
    if (!kept) throw new Refusal('not-found', 'There is no such batch, or no longer')
    return kept
  }

  #drop(secret: string): void {
    this.#bytes -= this.#kept.get(secret)?.bytes ?? 0
    this.#kept.delete(secret)
  }

  /** One who begins batch after batch loses the oldest of his own, so that he cannot make others lose theirs. */
  #makeRoomFor(client: string): void {
    const own = [...this.#kept].filter(([, keeping]) => keeping.client === client)
    for (const [secret] of own.slice(0, Math.max(0, own.length - maxOfClient + 1)))
      this.#drop(secret)
  }

  #tidy(): void {
    const now = this.#now().getTime()
    for (const [secret, { expiresAt }] of this.#kept) {
      const isTooMuch = this.#kept.size > maxBatches || this.#bytes > maxBytes
      // The oldest stand first.
      if (expiresAt > now && !isTooMuch) return
      this.#drop(secret)
    }
  }
}
