import { Refusal } from '../errors.ts'
import type { ActRecord } from '../ledger/act-record.ts'
import { type Caller, hasInScope, permit } from '../ledger/caller.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Act } from './act.ts'
import { type Finds, lookers } from './finds.ts'
import type { PlanHouse } from './plan.ts'

export interface ActHouse extends PlanHouse {
  readonly publicUrl: URL
  readonly now: () => Date
  readonly finds: Finds
  /** More items than this need a second person; `null` where none ever does. */
  readonly fourEyesAbove: number | null
  readonly lettersAreSent: boolean
  /** Called when there is something to go on with. */
  wake(): void
}

export const settled = (record: ActRecord | undefined) =>
  new Refusal('act-settled', `It does not wait any more: ${record?.state}`)

/** Who acts under an id: a token that somebody made at the desk is theirs, whoever they say it is for. */
export function personBehind(id: string, { audit, accounts }: Ledger): string {
  const [made] = audit.after(0, 1, { about: id, action: 'token-made' })
  return made && accounts.byId(made.actor) ? made.actor : id
}

/** Whether all that an act reaches is in the scope of a caller. */
export const isSeenBy = ({ courses }: ActRecord, caller: Caller): boolean =>
  courses.every((course) => hasInScope(caller, course))

/** Acts that nobody approved within 7 days are over. */
export function endOverdue({ ledger, now }: Pick<ActHouse, 'ledger' | 'now'>): void {
  const at = now().toISOString()
  if (ledger.acts.isAnyOverdue(at)) ledger.transaction(() => ledger.acts.endOverdue(at))
}

/** The record of an act. @throws Refusal `forbidden`, `act-not-found` for one that reaches out of scope alike. */
export function actSeen(
  id: string,
  caller: Caller,
  house: Pick<ActHouse, 'ledger' | 'now'>,
): ActRecord {
  permit(caller, lookers)
  endOverdue(house)
  const record = house.ledger.acts.byId(id)
  if (!record || !isSeenBy(record, caller))
    throw new Refusal('act-not-found', 'There is no such act')
  return record
}

/** As it is told, with how far it is. */
export function tellAct({ rowKey: _, digest, ...record }: ActRecord, { actItems }: Ledger): Act {
  return {
    ...record,
    selection: digest,
    counts: actItems.counts(record.id),
    outcomes: actItems.outcomes(record.id),
  }
}
