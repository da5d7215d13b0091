import type { Enrolment } from '../admission/enrolment.ts'
import { csvRow } from './csv.ts'

const columns = [
  'id',
  'reference',
  'state',
  'position',
  'country',
  'points',
  'applied_at',
  'created_at',
  'changed_at',
  'support_gone',
  'decision',
  'provider',
] as const

function enrolmentRow(enrolment: Enrolment): string {
  const { appliedAt, createdAt, changedAt, supportGone } = enrolment
  const row = {
    ...enrolment,
    applied_at: appliedAt,
    created_at: createdAt,
    changed_at: changedAt,
    support_gone: supportGone ? 'yes' : 'no',
  }
  return csvRow(columns.map((column) => row[column]))
}

/** A list as a table, piece by piece: the head, then each enrolment. */
export function* enrolmentCsv(enrolments: Iterable<Enrolment>): Iterable<string> {
  yield csvRow(columns)
  for (const enrolment of enrolments) yield enrolmentRow(enrolment)
}
