import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { packageFile } from '../../src/package-root.ts'
import { base58, type StrangerKey, signBytes } from './stranger-keys.ts'

type Members = Readonly<Record<string, unknown>>

/** The suites whose proofs are made here from the text of the standards. */
export type RawSuite =
  | 'eddsa-rdfc-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-jcs-2019'
  | 'Ed25519Signature2020'

export interface RawProof {
  readonly key: StrangerKey
  readonly verificationMethod: string
  readonly suite?: RawSuite
  /** Members of the proof besides, or instead of, the usual ones; undefined ones are left out. All of them are signed. */
  readonly members?: Members
  /** Contexts of the attacker's own, by URL. */
  readonly contexts?: ReadonlyMap<string, object>
}

const pinned = new Map(
  (
    JSON.parse(readFileSync(packageFile('contexts', 'contexts.json'), 'utf8')) as {
      url: string
      file: string
    }[]
  ).map(({ url, file }) => [url, packageFile('contexts', file)]),
)

type Canonize = (document: object, options: object) => Promise<string>
const canonize = cryptosuite.canonize as unknown as Canonize

/** As careless as an attacker is: what has no meaning is dropped, and every context is had from somewhere. */
async function statementsOf(document: object, { key, contexts }: RawProof): Promise<string> {
  return canonize(structuredClone(document), {
    base: null,
    safe: false,
    messageDigestAlgorithm: key.kind === 'P-384' ? 'SHA-384' : 'SHA-256',
    documentLoader: async (url: string) => {
      const file = pinned.get(url)
      const own = contexts?.get(url)
      if (!file && !own) throw new Error(`no context ${url}`)
      const document = own ?? JSON.parse(readFileSync(file ?? '', 'utf8'))
      return { contextUrl: null, documentUrl: url, document }
    },
  })
}

/** RFC 8785, for values without numbers that JSON.stringify writes otherwise. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`)
  return `{${members.join(',')}}`
}

const present = (members: Members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

const kindOf = (suite: RawSuite): Members =>
  suite === 'Ed25519Signature2020'
    ? { type: suite }
    : { type: 'DataIntegrityProof', cryptosuite: suite }

/**
 * One proof over a document as it is (VC Data Integrity EdDSA and ECDSA Cryptosuites v1.0 §3), without any of the
 * checks that an honest library makes: whatever the document hides is signed with it.
 */
export async function rawProof(document: Members, raw: RawProof): Promise<Members> {
  const suite = raw.suite ?? 'eddsa-rdfc-2022'
  const options = present({
    ...kindOf(suite),
    created: '2026-11-22T00:00:00Z',
    verificationMethod: raw.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...raw.members,
  })
  const isJson = suite.includes('-jcs-')
  const context = document['@context']
  const config = isJson ? { ...options, '@context': context } : { '@context': context, ...options }
  const digest = (text: string) =>
    createHash(raw.key.kind === 'P-384' ? 'sha384' : 'sha256')
      .update(text)
      .digest()
  // What cannot be made statements of is signed as it stands: even that must not come through.
  const form = async (value: object) =>
    isJson ? canonicalJson(value) : statementsOf(value, raw).catch(() => canonicalJson(value))
  const bytes = Buffer.concat([digest(await form(config)), digest(await form(document))])
  const proofValue = base58(signBytes(raw.key, bytes))
  return { ...(isJson ? config : options), proofValue }
}

/** The document with one more proof, apart from those it has. */
export async function withRawProof(document: Members, raw: RawProof): Promise<Members> {
  const { proof, ...unsigned } = document
  const earlier = proof === undefined ? [] : [proof].flat()
  return { ...unsigned, proof: [...earlier, await rawProof(unsigned, raw)] }
}
