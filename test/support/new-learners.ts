import type { IssuedRecord } from '../../src/service/service.ts'
import type { openClock } from './clock.ts'
import { issueOne, type openWorkshop } from './workshop.ts'

type Workshop = Pick<Awaited<ReturnType<typeof openWorkshop>>, 'service'>

/** Issues an award, each to a learner of its own unless a key is given, and moves the clock on. */
export function issuerTo(workshop: () => Workshop, clock: ReturnType<typeof openClock>) {
  let learners = 0
  return async (over: Parameters<typeof issueOne>[1] = {}): Promise<IssuedRecord> => {
    learners += 1
    const key = `email:${learners}@example.org`
    const record = await issueOne(workshop().service, { key, ...over })
    clock.pass()
    return record
  }
}
