import { Refusal } from '../errors.ts'
import type { Caller } from '../service/access.ts'
import type { Service } from '../service/service.ts'

/**
 * Runs the work under the request's Idempotency-Key: once, and the same answer ever after. The work is handed a
 * function that keeps the id of its answer, to be called where that is stored, so that no crash falls between the two.
 *
 * @throws Refusal `idempotency-conflict` for a key of another request, `idempotency-in-flight`.
 */
export async function once(
  key: string | undefined,
  scope: { readonly service: Service; readonly caller: Caller; readonly hash: string },
  work: (keep: (id: string) => void) => Promise<string>,
): Promise<string> {
  if (key === undefined) return work(() => undefined)
  const { tokens } = scope.service.ledger
  const { token } = scope.caller
  const at = scope.service.now().toISOString()
  const begun = tokens.begin({ token, key, hash: scope.hash, at })
  switch (begun.kind) {
    case 'done':
      return begun.answer
    case 'in-flight':
      throw new Refusal('idempotency-in-flight', 'The first request with this key is still running')
    case 'other-request':
      throw new Refusal('idempotency-conflict', 'This key was used for another request')
    case 'new':
  }
  try {
    return await work((id) => tokens.finish(token, key, id))
  } catch (thrown) {
    tokens.finish(token, key, null)
    throw thrown
  }
}
