import { instantOf } from './check-dates.ts'
import { NotThere } from './outside/fetched.ts'
import { isObject, type JsonObject } from './receiving/received.ts'
import type { FetchDocument } from './remote.ts'

/** Where an issuer that runs this service tells of which time it knows nothing, because it was put back from a copy. */
const toldAt = '/.well-known/colophon-checkpoint'

interface Span {
  readonly from: number
  readonly to: number
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

function spansIn(body: Uint8Array): readonly Span[] {
  const told: unknown = JSON.parse(new TextDecoder().decode(body))
  const gaps = isObject(told) && Array.isArray(told.gaps) ? told.gaps : []
  return gaps.filter(isObject).map((gap) => ({ from: instantOf(gap.from), to: instantOf(gap.to) }))
}

async function spansOf(place: URL, fetch: FetchDocument): Promise<readonly Span[]> {
  try {
    return spansIn((await fetch(new URL(toldAt, place))).body)
  } catch (thrown) {
    if (thrown instanceof NotThere || thrown instanceof SyntaxError) return []
    throw thrown
  }
}

/** When it says that it was signed, and from when it holds: each in whole seconds. */
function momentsOf({ proof, validFrom }: JsonObject): readonly number[] {
  const proofs = [proof].flat().filter(isObject)
  return [validFrom, ...proofs.map(({ created }) => created)]
    .map((moment) => instantOf(moment))
    .filter((ms) => Number.isFinite(ms))
}

/** One for a wallet holds from when its award does, which may be long before; as a token it does not say when it was signed. */
const isForWallet = ({ credentialSubject }: JsonObject) =>
  isObject(credentialSubject) && text(credentialSubject.id)?.startsWith('did:') === true

const secondMs = 1_000

/**
 * Whether one of ours that is not known here may have been issued in a time of which nothing is known: then nobody can
 * say that we did not issue it, nor that we did, or that it still counts.
 *
 * @throws when our own address does not answer.
 */
export async function mayBeOfGap(
  credential: JsonObject,
  place: URL,
  fetch: FetchDocument,
): Promise<boolean> {
  const spans = await spansOf(place, fetch)
  const moments = momentsOf(credential)
  return spans.some(({ from, to }) =>
    moments.some((ms) => ms <= to && (ms > from - secondMs || isForWallet(credential))),
  )
}
