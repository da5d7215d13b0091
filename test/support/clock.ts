/** A clock that stands still until it is moved; each step is a minute unless told. */
export function openClock(start = '2026-11-27T09:00:00.250Z') {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms),
    pass: (seconds = 60) => {
      ms += seconds * 1_000
    },
  }
}
