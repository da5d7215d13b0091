import type { Admissions } from '../admission/admissions.ts'
import { Lists } from '../admission/lists.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Checker, handedIn } from './check-input.ts'

/** What lists of applicants need of the service: it is asked when they are worked on, not before. */
export interface ListWorld extends Checker {
  readonly ledger: Ledger
  readonly admissions: Admissions
  readonly now: () => Date
}

export function listsOf(world: ListWorld): Lists {
  return new Lists({
    ledger: () => world.ledger,
    now: () => world.now(),
    sourceOf: (text, place) => handedIn(text, place, world),
    decide: (form, caller, onStored) => world.admissions.decide(form, caller, onStored),
  })
}
