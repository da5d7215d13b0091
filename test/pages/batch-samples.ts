import type { BatchRow, BatchView } from '../../src/pages/batch-page.ts'
import { rowsPerPage } from '../../src/pages/batch-page.ts'
import { tallyOf } from '../../src/pages/batch-tally.ts'
import { reports } from './samples.ts'

const found = Object.values(reports)

const refused: readonly BatchRow[] = (
  ['no-credential-found', 'address-unreachable', 'fault'] as const
).map((code, index) => ({ index, name: 'https://badges.example.org/c/x', refused: code }))

/** As many rows as a page has, of everything that can be found. */
const rows: readonly BatchRow[] = Array.from({ length: rowsPerPage }, (_, index) => {
  const report = found[index]
  const row = report
    ? { name: `certificate of somebody with a long name ${index}.pdf`, report }
    : (refused[index % refused.length] ?? { name: '', refused: 'fault' as const })
  return { ...row, index }
})

/** A batch that is done and fills more than a page. */
export const finished: BatchView = {
  secret: 'AAAAAAAAAAAAAAAAAAAAAA',
  total: 200,
  isDone: true,
  reloads: false,
  done: 200,
  rows,
  tally: tallyOf(rows),
  from: 0,
}

/** One that is under way. */
export const running: BatchView = {
  ...finished,
  isDone: false,
  reloads: true,
  done: 2,
  rows: rows.slice(0, 2),
}
