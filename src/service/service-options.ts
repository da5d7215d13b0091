import type { PostMessage } from '../checking/outside/guarded-post.ts'
import type { FetchDocument } from '../checking/remote.ts'

/** What a service is given that differs in tests. */
export interface ServiceOptions {
  readonly now?: () => Date
  /** Replaced in tests; otherwise the guarded fetch. */
  readonly fetch?: FetchDocument
  /** Replaced in tests; otherwise the guarded post. */
  readonly post?: PostMessage
  readonly onFault?: (where: string, thrown: unknown) => void
  /** Waited for before each step of work that nobody waits for; without it nothing is waited for. */
  readonly pace?: () => Promise<void>
}
