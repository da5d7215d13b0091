import type { Turns } from '../admission/decide-lists.ts'
import type { Service } from '../service/service.ts'
import type { Gate } from './gate.ts'

export interface ListWorkOptions {
  readonly service: Service
  readonly gate: Gate
  readonly isStopping: () => boolean
  /** Told of work that goes on after its request was answered, so that a service that stops can wait for it. */
  readonly onWork: (work: Promise<void>) => void
  readonly onFault: (thrown: unknown) => void
}

/** Decides the open lines of lists in the background, as part of what the gate lets through, until the service stops. */
export function workOnLists({ service, gate, isStopping, onWork, onFault }: ListWorkOptions): void {
  const isWanted = () => !isStopping()
  const turns: Turns = {
    inTurn: async (work) => {
      await service.pace?.()
      return gate.run(work, { isBatch: true, isWanted })
    },
    isWanted,
    onFault,
  }
  onWork(service.lists.decideWaiting(turns).catch(onFault))
}
