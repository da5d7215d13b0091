import type { Application, Review } from './application.ts'
import type { ReadyBook } from './ready-book.ts'
import type { Weighed } from './weigh.ts'

/** What one decision is made from. */
export interface Asked {
  readonly ready: ReadyBook
  readonly application: Application
  readonly weighed: Weighed
  /** The last verdict on each item. */
  readonly verdicts: ReadonlyMap<string, Review['verdict']>
  /** Day of `decidedAt`, in UTC. */
  readonly decidedOn: string
}
