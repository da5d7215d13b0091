import { plainText } from '../plain-text.ts'
import { type Column, type Draft, type Need, nameRoles, plainManners } from './column.ts'

/** The columns of Colophon's own format, in the order in which it writes them; docs/IMPORT.md explains each. */
export const colophonColumns = [
  'learner_id',
  'email',
  'name',
  'language',
  'completed_on',
  'score',
  'modules',
] as const

export type ColophonColumn = (typeof colophonColumns)[number]

/** Where each column is, whatever their order, and which headers are none of ours. */
export function colophonDraft(header: readonly string[]): Draft {
  const columns: Column[] = []
  const unused: { at: number; label: string }[] = []
  header.forEach((cell, at) => {
    const wanted = plainText(cell).replaceAll(' ', '_')
    const role = colophonColumns.find((each) => each === wanted)
    if (role && !columns.some((column) => column.role === role))
      columns.push({ at, role, how: 'header', label: role })
    else unused.push({ at, label: cell })
  })
  return { format: 'colophon', columns, needs, manners: plainManners, unused }
}

const needs: readonly Need[] = [
  { label: 'name', oneOf: nameRoles },
  { label: 'completed_on | modules', oneOf: ['completed_on', 'completed', 'modules', 'module'] },
]

/**
 * Whether a header is plainly ours: the name and a column that no other export calls so, or two such columns. Without
 * a name it must not pass for another format, which would print what it finds in the name's place.
 */
export function isColophonHeader({ columns }: Draft): boolean {
  const has = (role: ColophonColumn) => columns.some((column) => column.role === role)
  const ours = (['learner_id', 'completed_on', 'modules'] as const).filter(has)
  return ours.length > (has('name') ? 0 : 1)
}
