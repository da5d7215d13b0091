import { AsyncLocalStorage } from 'node:async_hooks'

/** A place that somebody holds while they work, and may leave for a while: gives back how to return to it. */
export interface Place {
  leave(): () => void
}

const places = new AsyncLocalStorage<Place>()

/** Works in a place; see {@link aside}. */
export const inPlace = <T>(place: Place, work: () => T): T => places.run(place, work)

/**
 * Waits for somebody else, and holds up nobody meanwhile: the place that the caller works in is free for another until
 * this is over. Whoever works in no place only waits.
 */
export async function aside<T>(work: () => Promise<T>): Promise<T> {
  const comeBack = places.getStore()?.leave()
  try {
    return await work()
  } finally {
    comeBack?.()
  }
}
