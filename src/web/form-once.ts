import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../errors.ts'
import type { Visit } from './desk-session.ts'
import type { Field } from './form.ts'
import { once } from './once.ts'

const patienceMs = 60_000
const stepMs = 250

/**
 * What was filled in on one page, as one digest: bodies differ each time they are sent, by the boundary that a browser
 * draws. `undefined` for a form that does not name its `attempt`.
 */
export async function contentOf(fields: readonly Field[]): Promise<string | undefined> {
  if (!fields.some(({ name, size }) => name === 'attempt' && size > 0)) return undefined
  const hash = createHash('sha256')
  for (const { name, filename = '', size, bytes } of fields) {
    hash.update(`${JSON.stringify([name, filename, size])}\n`)
    hash.update(await bytes())
  }
  return hash.digest('base64url')
}

/**
 * Runs the work once for a form of this content, also where it is sent twice by an impatient hand: the second waits for
 * the first and gets its answer. The same page filled in otherwise is another form; so is a page that was loaded anew.
 *
 * @throws Refusal `idempotency-in-flight` when the first takes over a minute.
 */
export async function formOnce(
  content: string | undefined,
  { service, caller }: Visit,
  work: (keep: (id: string) => void) => Promise<string>,
): Promise<string> {
  if (content === undefined) return work(() => undefined)
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await once(`form:${content}`, { service, caller, hash: content }, work)
    } catch (thrown) {
      const isRunning = thrown instanceof Refusal && thrown.code === 'idempotency-in-flight'
      if (!isRunning || Date.now() > until) throw thrown
      await wait(stepMs)
    }
  }
}
