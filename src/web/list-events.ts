import type { Service } from '../service/service.ts'
import { progressOf } from './list-body.ts'
import type { Progress } from './progress-events.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether a list is done within a time; looks again and again, since another process may be at it. */
export async function isDoneWithin(
  id: string,
  ms: number,
  { service, isWanted }: { readonly service: Service; readonly isWanted: () => boolean },
): Promise<boolean> {
  const until = Date.now() + ms
  for (;;) {
    if (service.ledger.applicantLists.byId(id)?.state === 'done') return true
    if (Date.now() > until || !isWanted()) return false
    await pause(50)
  }
}

/** How far a list is by now; `undefined` where it was taken away. */
export function listProgress(id: string, service: Service): Progress | undefined {
  const now = service.ledger.applicantLists.byId(id)
  return now && { text: JSON.stringify(progressOf(now, service)), isDone: now.state === 'done' }
}
