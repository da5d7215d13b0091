import type { GenuineSettings } from '../checking/check-genuine.ts'
import type { FetchDocument, Fetched } from '../checking/remote.ts'
import { Refusal } from '../errors.ts'
import { revoke } from '../issuing/status.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { SupportRecord, SupportState } from '../ledger/support.ts'
import { lookAtSupport } from './look-at-support.ts'

export interface RecheckSettings {
  readonly ledger: Ledger
  readonly now: () => Date
  readonly checking: GenuineSettings
}

/** What one look at everything came to. */
export interface RecheckSummary {
  /** Eligibility credentials in force, and the credentials behind them. */
  readonly credentials: number
  readonly supports: number
  /** Of the credentials behind them. */
  readonly standing: number
  readonly unclear: number
  readonly gone: number
  /** Public ids of the eligibility credentials that were revoked. */
  readonly revoked: readonly string[]
}

/** Credentials between two transactions, and how many are looked at together. */
const chunkSize = 50
const atOnce = 4
const listsKept = 20

/**
 * A status list serves thousands: it is had once for as long as it is among the last ones used, and a host that did not
 * answer is not asked again in the same run.
 */
function onceEach(fetch: FetchDocument): FetchDocument {
  const had = new Map<string, Promise<Fetched>>()
  return (url, options = {}) => {
    const key = `${options.maxBytes ?? ''} ${options.maxAgeMs ?? ''} ${url.href}`
    const known = had.get(key)
    const answer = known ?? fetch(url, options)
    had.delete(key)
    had.set(key, answer)
    if (had.size > listsKept) had.delete([...had.keys()][0] ?? '')
    return answer
  }
}

/** What was withdrawn for good stays so, and is not asked for again. */
async function looks(
  supports: readonly SupportRecord[],
  checking: GenuineSettings,
): Promise<(SupportRecord & { readonly state: SupportState })[]> {
  const looked: SupportRecord[] = []
  for (let from = 0; from < supports.length; from += atOnce) {
    const some = supports.slice(from, from + atOnce).map(async (support) => ({
      ...support,
      state: support.state === 'gone' ? 'gone' : await lookAtSupport(support, checking),
    }))
    looked.push(...(await Promise.all(some)))
  }
  return looked
}

/** `false` when somebody else revoked it meanwhile. */
function withdraw(id: string, gone: readonly SupportRecord[], settings: RecheckSettings): boolean {
  const note = `recheck: rests on ${gone.map(({ restsOn }) => restsOn).join(', ')}, withdrawn`
  try {
    revoke(id, { code: 'support-withdrawn', note }, settings)
    return true
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'already-revoked') return false
    throw thrown
  }
}

/**
 * Looks again at everything that eligibility credentials in force rest on, and revokes those of which something was
 * withdrawn (`support-withdrawn`). What could not be looked at revokes nothing. Durable step by step: a run that is
 * killed is made good by the next one.
 */
export async function recheck(settings: RecheckSettings): Promise<RecheckSummary> {
  const { ledger, now } = settings
  const checking = { ...settings.checking, fetch: onceEach(settings.checking.fetch) }
  const count = { credentials: 0, supports: 0, standing: 0, unclear: 0, gone: 0 }
  const revoked: string[] = []
  let after = ''
  for (;;) {
    const ids = ledger.supports.resting(after, now().toISOString(), chunkSize)
    const last = ids.at(-1)
    if (last === undefined) return { ...count, revoked }
    const looked = await looks(
      ids.flatMap((id) => ledger.supports.of(id)),
      checking,
    )
    const lookedAt = now().toISOString()
    ledger.transaction(() => {
      for (const support of looked) ledger.supports.recordLook({ ...support, lookedAt })
    })
    for (const id of ids) {
      const gone = looked.filter(({ credential, state }) => credential === id && state === 'gone')
      if (gone.length > 0 && withdraw(id, gone, settings)) revoked.push(id)
    }
    count.credentials += ids.length
    count.supports += looked.length
    for (const { state } of looked) count[state] += 1
    after = last
  }
}
