import type { Day, Specialization } from './specialization.ts'

/** Whether one may apply on a day. */
export type ApplicationState = 'not-yet' | 'open' | 'closed'

/** Whether a specialization takes applications on a day, both ends included; `YYYY-MM-DD` compares as text. */
export function applicationsOn(
  { applications: { from, until } }: Pick<Specialization, 'applications'>,
  day: Day,
): ApplicationState {
  if (from !== null && day < from) return 'not-yet'
  return until !== null && day > until ? 'closed' : 'open'
}
