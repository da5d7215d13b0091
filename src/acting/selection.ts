import { Refusal } from '../errors.ts'
import { type Caller, hasInScope } from '../ledger/caller.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { readCorrectionRows } from './correction-rows.ts'
import { type FindAsked, isOpenFilter } from './find-asked.ts'
import type { Finds } from './finds.ts'
import type { Wanted } from './plan.ts'

/** Which ones: all that a search finds, those of a list of ids, or of a table of corrections. */
export type Selection =
  | { readonly filter: FindAsked }
  | { readonly ids: readonly string[] }
  | { readonly rows: string }

export const maxSelected = 100_000

const idIn = (text: string) => /(?:^|\/c\/)([0-9a-z]{26})$/.exec(text.trim())?.[1]

const tooMany = () =>
  new Refusal('bad-request', `An act reaches ${maxSelected} credentials at most; narrow it`)

function readIds(texts: readonly string[]): readonly string[] {
  if (texts.length > maxSelected) throw tooMany()
  const ids = texts.map((text) => {
    const id = idIn(text)
    if (id === undefined) throw new Refusal('bad-request', `${text.slice(0, 60)} is no id`)
    return id
  })
  if (ids.length === 0) throw new Refusal('bad-request', 'Name at least one credential')
  return [...new Set(ids)]
}

interface SelectHouse {
  readonly ledger: Ledger
  readonly finds: Finds
  readonly now: () => Date
}

/** What is known of an id, as far as it is in the scope of a caller. */
export function wantedOf(id: string, caller: Caller, ledger: Ledger): Pick<Wanted, 'id' | 'found'> {
  const found = ledger.finding.byId(id)
  return { id, found: found && hasInScope(caller, found.course) ? found : undefined }
}

/**
 * Everything that is selected, in an order that stays.
 *
 * @throws Refusal `bad-request` for a selection without any condition, for what is no id or row, and for more than
 *   100,000.
 */
export async function select(
  selection: Selection,
  caller: Caller,
  { ledger, finds, now }: SelectHouse,
): Promise<readonly Wanted[]> {
  if ('rows' in selection) {
    const rows = await readCorrectionRows(selection.rows, now())
    if (rows.length > maxSelected) throw tooMany()
    return rows.map(({ id, changes }) => ({ ...wantedOf(id, caller, ledger), changes }))
  }
  if ('ids' in selection)
    return readIds(selection.ids).map((id) => ({ ...wantedOf(id, caller, ledger), changes: null }))
  if (isOpenFilter(selection.filter))
    throw new Refusal('bad-request', 'Say which ones: without any condition it would be all')
  const found = await finds.keys(selection.filter, caller, maxSelected + 1)
  if (found.length > maxSelected) throw tooMany()
  return found.map((each) => ({ id: each.id, found: each, changes: null }))
}
