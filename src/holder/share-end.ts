import { Refusal } from '../errors.ts'

/** The ends that a learner chooses from; `date` is a day of their own. */
export const shareEnds = ['day', 'week', 'month', 'year', 'date'] as const
export type ShareEnd = (typeof shareEnds)[number]

const dayMs = 24 * 60 * 60 * 1000
const longestYears = 10

const wrong = () =>
  new Refusal('share-end-wrong', 'An end is a day from tomorrow to ten years ahead')

/** The same day so many months later; the last of the month where it has no such day. */
function monthsLater(now: Date, months: number): Date {
  const later = new Date(now)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const days = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(now.getUTCDate(), days))
  return later
}

/** The last moment of a day, in UTC. */
function endOfDay(day: string, now: Date): Date {
  const end = new Date(`${day}T23:59:59.000Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && end.toISOString().startsWith(day)
  const today = now.toISOString().slice(0, 10)
  if (!isDay || day <= today || end > monthsLater(now, 12 * longestYears)) throw wrong()
  return end
}

/** When a link ends. @throws Refusal `share-end-wrong`. */
export function endOfShare(choice: string, day: string, now: Date): Date {
  const end = shareEnds.find((candidate) => candidate === choice)
  switch (end) {
    case 'day':
      return new Date(now.getTime() + dayMs)
    case 'week':
      return new Date(now.getTime() + 7 * dayMs)
    case 'month':
      return monthsLater(now, 1)
    case 'year':
      return monthsLater(now, 12)
    case 'date':
      return endOfDay(day, now)
    case undefined:
      throw wrong()
  }
}
