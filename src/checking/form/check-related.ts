import { isObject, listOf } from '../../credential/rule-vocabulary.ts'
import { publishedDigests } from '../../proof/contexts.ts'
import type { JsonObject } from '../receiving/received.ts'

/** A digest apart from its spelling: the name of its algorithm, and its bytes in base64. */
interface Digest {
  readonly algorithm: string
  readonly bytes: string
}

const inBase64 = (text: string) => Buffer.from(text, 'base64').toString('base64')

/** Subresource Integrity §3.1: several may stand side by side. */
const readSri = (text: string): readonly Digest[] =>
  text.split(/\s+/).map((each) => {
    const [algorithm = '', bytes = ''] = each.split(/-(.*)/s)
    return { algorithm, bytes: inBase64(bytes) }
  })

const algorithmOfLength: Readonly<Record<number, string>> = {
  32: 'sha256',
  48: 'sha384',
  64: 'sha512',
}

/** Multibase base64url, with the two bytes of a multihash before the digest or without them; base58 is left alone. */
function readMultibase(text: string): readonly Digest[] {
  if (!text.startsWith('u')) return []
  const bytes = Buffer.from(text.slice(1), 'base64url')
  const isMultihash = bytes.length === 34 && bytes[0] === 0x12 && bytes[1] === 32
  const digest = isMultihash ? bytes.subarray(2) : bytes
  const algorithm = algorithmOfLength[digest.length]
  return algorithm ? [{ algorithm, bytes: digest.toString('base64') }] : []
}

function digestsOf({ digestSRI, digestMultibase }: JsonObject): readonly Digest[] {
  const texts = (value: unknown) => listOf(value).filter((each) => typeof each === 'string')
  return [...texts(digestSRI).flatMap(readSri), ...texts(digestMultibase).flatMap(readMultibase)]
}

/** What is wrong is only a digest of an algorithm that we know the right one of. */
function differs(resource: JsonObject): boolean {
  const published = (publishedDigests.get(String(resource.id)) ?? []).flatMap(readSri)
  return digestsOf(resource).some(({ algorithm, bytes }) => {
    const right = published.find((digest) => digest.algorithm === algorithm)
    return right !== undefined && right.bytes !== bytes
  })
}

/**
 * Whether a credential gives a wrong digest for a related resource that we have ourselves: a context (VC DM 2.0 §5.3).
 * Nothing is fetched for the others, as no link in a credential is.
 */
export const hasWrongDigest = ({ relatedResource }: JsonObject): boolean =>
  listOf(relatedResource).some((resource) => isObject(resource) && differs(resource))
