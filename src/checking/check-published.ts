import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../errors.ts'
import { instantOf } from './check-dates.ts'
import { checkGenuine, type GenuineSettings } from './check-genuine.ts'
import { mayBeOfGap } from './gap.ts'
import { issuerHost } from './keys/issuer-host.ts'
import { issuerId } from './keys/issuer-id.ts'
import { type Fetched, NotThere } from './outside/fetched.ts'
import { receiveText } from './receiving/receive-text.ts'
import type { JsonObject, Received } from './receiving/received.ts'
import { replacementOf } from './replacement.ts'
import type { Finding, Replacement } from './report.ts'

export interface PublishedCheck extends GenuineSettings {
  /** Told of the newer version, where there is one. */
  readonly onNewer?: (found: Replacement) => void
  /** The DIDs that this service issues under. What it signs it publishes, so what it does not publish it did not sign. */
  readonly ownIssuers?: ReadonlySet<string>
}

const isOwn = (credential: JsonObject, { ownIssuers }: Pick<PublishedCheck, 'ownIssuers'>) =>
  ownIssuers?.has(issuerId(credential) ?? '') === true

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'published',
  outcome,
  reason,
})

/** The credential's own address, where that is the issuer's to answer. */
function placeOf({ id, ...credential }: JsonObject, isOurs: boolean): URL | undefined {
  if (typeof id !== 'string' || !URL.canParse(id)) return undefined
  const url = new URL(id)
  const isIssuers = url.host !== '' && url.host === issuerHost(issuerId(credential))
  // Ours may stand at an http address, on the machine where it is being tried.
  return isIssuers && (url.protocol === 'https:' || (isOurs && url.protocol === 'http:'))
    ? url
    : undefined
}

/** What stands there, when it is a credential of the same issuer and id (Open Badges 3.0 "Equality and comparison"). */
function sameCredential(fetched: Fetched, { credential }: Received): Received | undefined {
  try {
    const published = receiveText(fetched.body, 'json')
    const isSame =
      published.credential.id === credential.id &&
      issuerId(published.credential) === issuerId(credential)
    return isSame ? published : undefined
  } catch {
    return undefined
  }
}

/** Whether all that is signed is the same; the same award as JWT has no proof inside. */
function hasSameContent(one: JsonObject, other: JsonObject): boolean {
  const { proof: _one, ...first } = one
  const { proof: _other, ...second } = other
  return isDeepStrictEqual(first, second)
}

const startOf = ({ validFrom, issuanceDate }: JsonObject) => instantOf(validFrom ?? issuanceDate)

/**
 * Compares a credential with what its issuer publishes under its id. A newer one, genuine itself, replaces it; of two
 * the newer `validFrom` counts (Open Badges 3.0 "Equality and comparison"). Issuers need not publish, so that nothing
 * found says nothing, except of our own: a credential with our signature that we do not publish, or publish with
 * another content, was signed by somebody else with our key. We learn it as a stranger would, by asking the address.
 *
 * @throws when our own address does not answer with a credential, so that nothing can be said of one of ours.
 */
export async function checkPublished(
  received: Received,
  settings: PublishedCheck,
): Promise<Finding> {
  const { credential } = received
  const isOurs = isOwn(credential, settings)
  const place = placeOf(credential, isOurs)
  if (!place)
    return isOurs
      ? finding('failed', 'published-not-ours')
      : finding('skipped', 'published-nowhere')
  try {
    return await compare(received, place, settings)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'busy') throw thrown
    if (!isOurs) return finding('skipped', 'published-not-found')
    return absentOurs(thrown, () => mayBeOfGap(credential, place, settings.fetch))
  }
}

/** Only a clean no says that we did not issue it, and only of a time of which we know. */
async function absentOurs(thrown: unknown, mayBe: () => Promise<boolean>): Promise<Finding> {
  if (!(thrown instanceof NotThere)) throw thrown
  if (thrown.isGone) return finding('unknown', 'published-erased')
  return unknownOurs(mayBe)
}

const unknownOurs = async (mayBe: () => Promise<boolean>): Promise<Finding> =>
  (await mayBe()) ? finding('unknown', 'published-in-gap') : finding('failed', 'published-not-ours')

async function compare(received: Received, place: URL, settings: PublishedCheck): Promise<Finding> {
  const published = sameCredential(await settings.fetch(place), received)
  if (!published) throw new Error('no such credential at its address')
  if (hasSameContent(received.credential, published.credential))
    return finding('passed', 'published-same')
  if (startOf(published.credential) > startOf(received.credential)) {
    if ((await checkGenuine(published, settings)).isGenuine) {
      const found = replacementOf(received.credential, published.credential)
      if (found) settings.onNewer?.(found)
      return finding('failed', 'published-newer')
    }
    throw new Error('what is published there is not shown to be genuine')
  }
  if (!isOwn(received.credential, settings)) return finding('skipped', 'published-not-found')
  const isNewer = startOf(received.credential) > startOf(published.credential)
  return isNewer
    ? unknownOurs(() => mayBeOfGap(received.credential, place, settings.fetch))
    : finding('failed', 'published-not-ours')
}
