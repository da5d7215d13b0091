import { AsyncLocalStorage } from 'node:async_hooks'

interface Acting {
  name: string
}

const acting = new AsyncLocalStorage<Acting>()

/** Whoever nobody is named for: what the service does by itself. */
export const systemActor = 'system'

/**
 * Does some work in the name of an actor: the id of a token or account, `learner/{id}`, `command line`, `system`. All that the
 * ledger is told in it, now or later, goes into the audit log under this name.
 */
export const actingAs = <T>(name: string, work: () => T): T => acting.run({ name }, work)

/** Names who acts in what is under way, once that is known: a request is begun before its caller is recognised. */
export function nameActor(name: string): void {
  const now = acting.getStore()
  if (now) now.name = name
}

/** Who acts in what is under way. */
export const currentActor = (): string => acting.getStore()?.name ?? systemActor
