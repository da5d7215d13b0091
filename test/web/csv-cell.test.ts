import { expect, test } from '@jest/globals'
import { csvCell } from '../../src/web/csv.ts'

test.each([
  ['=1+1', `"'=1+1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  // A spreadsheet that parts cells at semicolons does so inside quotes that do not open the cell.
  ['x;=cmd', `"x;'=cmd"`],
  ['x\n-1', `"x\n'-1"`],
  ['Anna-Maria; x', 'Anna-Maria; x'],
  // East Asian spreadsheets take the wide signs for the narrow ones.
  ['＝1＋1', `"'＝1＋1"`],
  ['＠SUM(A1)', `"'＠SUM(A1)"`],
  [null, ''],
])('a spreadsheet finds no formula in %j', (value, cell) => expect(csvCell(value)).toBe(cell))
