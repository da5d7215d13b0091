const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Pauses after the first attempt, the second, and so on: three days and three hours in all. */
const pausesMs = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]

// So that what failed together is not tried again together.
const jitter = 0.1
const longestHoldMs = minute
const longestWishMs = 24 * hour

/** How long after so many attempts the next one follows, in milliseconds; `undefined` where none does. */
export function pauseAfter(attempts: number, random: () => number): number | undefined {
  const pause = pausesMs[attempts - 1]
  return pause && Math.round(pause * (1 + jitter * random()))
}

/** How long nothing else is tried at an endpoint that has failed so often in a row before. */
export const holdAfter = (failures: number): number =>
  Math.min(second * 2 ** Math.min(failures, 10), longestHoldMs)

/**
 * For how long a busy receiver wants to be left alone (RFC 9110 §10.2.3), a day at most; 0 where it does not say, and of
 * answers other than 429 and 503.
 */
export function wishedPause(status: number, retryAfter: string | undefined, now: Date): number {
  if (![429, 503].includes(status) || retryAfter === undefined) return 0
  const ms = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter) * second
    : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWishMs) : 0
}
