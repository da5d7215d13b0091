import type { Changes } from '../credential/correct.ts'
import { Refusal } from '../errors.ts'
import type { ActRecord } from '../ledger/act-record.ts'
import { type Preview, type Sample, tellPlan } from './act.ts'
import type { ActHouse } from './act-seen.ts'
import { foundOf } from './found.ts'
import { inTurns } from './in-turns.ts'
import { type Plan, type Planned, planOf, type Wanted } from './plan.ts'

const shownFirst = 50

/** Whether so many are to be done that a second person has to look. */
export function isApprovalNeeded(plan: Plan, { fourEyesAbove }: ActHouse): boolean {
  return fourEyesAbove !== null && tellPlan(plan).toDo > fourEyesAbove
}

function sampleOf({ id, found, leftOut, changes }: Planned, house: ActHouse): Sample {
  const record = found && house.ledger.credentials.byId(id)
  const told = record && foundOf(record, house)
  return {
    id,
    url: new URL(`/c/${id}`, house.publicUrl).href,
    name: told?.name ?? null,
    title: told?.title ?? null,
    achievement: told?.achievement ?? null,
    course: told?.course ?? null,
    run: told?.run ?? null,
    leftOut,
    changes,
  }
}

/** A plan for whoever looks before it is done: counts, and the first 50 of what is done and of what is left out. */
export function tellPreview(plan: Plan, house: ActHouse): Preview {
  const first = [
    ...plan.items.filter(({ leftOut }) => leftOut === null).slice(0, shownFirst),
    ...plan.items.filter(({ leftOut }) => leftOut !== null).slice(0, shownFirst),
  ]
  return {
    ...tellPlan(plan),
    needsApproval: isApprovalNeeded(plan, house),
    first: first.map((item) => sampleOf(item, house)),
  }
}

/** @throws Refusal `selection-changed`, with what it is now. */
export function holdTo(digest: string, plan: Plan): void {
  if (plan.digest === digest) return
  const { selected, toDo } = tellPlan(plan)
  throw new Refusal('selection-changed', 'What is selected has changed since; look again', {
    details: [
      { at: 'selection', message: plan.digest },
      { at: 'selected', message: String(selected) },
      { at: 'toDo', message: String(toDo) },
    ],
  })
}

/** The plan of what was asked for, made anew of what is there now; who was not to see something then does not now. */
export async function planNow(
  { id, kind, code, everybody }: ActRecord,
  house: ActHouse,
): Promise<Plan> {
  const { actItems, finding } = house.ledger
  const wanted: Wanted[] = []
  for await (const { some } of inTurns(actItems.after(id, -1, Number.MAX_SAFE_INTEGER)))
    for (const item of some)
      wanted.push({
        id: item.credential,
        found: item.code === 'credential-not-found' ? undefined : finding.byId(item.credential),
        changes: item.changes === null ? null : (JSON.parse(item.changes) as Changes),
      })
  return planOf({ kind, code, everybody }, wanted, house)
}
