import { Refusal } from '../../errors.ts'
import { heldBy, type ReservationSettings } from '../../issuing/reserve.ts'
import type { Award } from '../../learning/awards.ts'
import type { Course } from '../../learning/catalogue.ts'
import type { ImportPreview } from '../../learning/exports/preview.ts'
import { type Plan, planFor, type RowSource } from '../import-completions.ts'
import { differencesOf } from './differences.ts'
import { Look, type LookAward, type LookRow } from './look.ts'
import { SamplePicker } from './pick-samples.ts'

export interface LookSettings {
  readonly course: Course
  readonly reservation: ReservationSettings
  readonly now: () => Date
  /** What the file was understood to be; `null` for JSON, which says so itself. */
  readonly understood: () => Promise<ImportPreview | null>
}

const rowsPerTurn = 100

function lookAtAward(award: Award, { reservation }: LookSettings): LookAward {
  const held = heldBy(award, reservation)
  const { achievement } = award
  if (!held) return { achievement, outcome: 'reserved', credential: null, differences: [] }
  const { outcome, credential } = held
  const isOther = outcome === 'differs-from-issued' && credential !== null
  const differences = isOther ? differencesOf(award, credential, reservation.ledger) : []
  return { achievement, outcome, credential, differences }
}

function rowOf({ row, awards }: Plan, settings: LookSettings): LookRow {
  const { line, completion, complaints } = row
  return {
    line,
    name: completion?.learner.name ?? null,
    email: completion?.learner.email ?? null,
    completedOn: completion?.completedOn ?? null,
    lastActivityOn: completion?.lastActivityOn ?? null,
    score: completion?.score ?? null,
    awards: awards.map((award) => lookAtAward(award, settings)),
    complaints,
  }
}

function offer({ row, awards }: Plan, looked: LookRow, picker: SamplePicker): void {
  for (const [index, award] of awards.entries())
    if (looked.awards[index]?.outcome === 'reserved') picker.offer(row.line, award)
}

/**
 * The dry run of a whole file: what would become of each row by what the ledger holds now. It writes nothing. A file
 * that cannot be read gives a look with the problem, and whatever was read before it.
 */
export async function lookThrough(source: RowSource, settings: LookSettings): Promise<Look> {
  const look = new Look(settings.now())
  const picker = new SamplePicker()
  let count = 0
  try {
    look.understood = await settings.understood()
    for await (const row of source()) {
      const plan = planFor(row, settings.course, settings.now().toISOString().slice(0, 10))
      const looked = rowOf(plan, settings)
      look.add(looked)
      offer(plan, looked, picker)
      count += 1
      // Others get their turn, however fast the file comes.
      if (count % rowsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { code, message, details } = thrown
    look.problem = { code, message, details }
  }
  look.close()
  look.samples = picker.picked()
  return look
}
