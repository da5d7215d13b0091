import type { ImportPreview, UnderstoodDate } from '../learning/exports/preview.ts'
import type { RecognisedColumn } from '../learning/exports/recognise.ts'

const columnLine = ({ header, place, role, confidence, examples }: RecognisedColumn) => {
  const taken =
    role === null ? 'left alone' : `${role}${confidence === 'likely' ? ' (likely)' : ''}`
  const example = examples[0] === undefined ? '' : `, such as ${JSON.stringify(examples[0])}`
  return `column #${place} ${JSON.stringify(header)}: ${taken}${example}`
}

const dateLine = ({ column, written, day }: UnderstoodDate) =>
  `date in ${JSON.stringify(column)}: ${JSON.stringify(written)} is read as ${day ?? 'no day'}`

/** How a file was understood, for a person to look at before anything is written. */
export const previewLines = ({ format, columns, dates }: ImportPreview): readonly string[] => [
  `read as: ${format}`,
  ...columns.map(columnLine),
  ...dates.map(dateLine),
]
