import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fetched } from '../../src/checking/remote.ts'
import { packageFile } from '../../src/package-root.ts'
import { type RawProof, withRawProof } from './raw-proofs.ts'
import { openShop } from './shop.ts'
import {
  joseAlgorithm,
  makeStrangerKey,
  rawToken,
  type StrangerKey,
  type StrangerKeyKind,
} from './stranger-keys.ts'

type Members = Readonly<Record<string, unknown>>
type Answer = string | Uint8Array | object

export const worldTime = new Date('2026-11-24T12:00:00Z')
export const knownName = 'Library School of Many Hills'
export const schoolDid = 'did:web:school.example'
export const didUrl = 'https://school.example/.well-known/did.json'

/** Somebody with a DID, and the keys it may use. */
export interface Party {
  readonly did: string
  readonly keys: Readonly<Record<StrangerKeyKind, StrangerKey>>
  /** Id of the verification method of a key. */
  keyId(kind: StrangerKeyKind): string
}

export function makeParty(did: string): Party {
  const keys = {
    Ed25519: makeStrangerKey('Ed25519'),
    'P-256': makeStrangerKey('P-256'),
    'P-384': makeStrangerKey('P-384'),
    RSA: makeStrangerKey('RSA'),
  }
  return { did, keys, keyId: (kind) => `${did}#${kind}` }
}

/** A did:key has one key, and its id says it all. */
export function makeKeyParty(kind: Exclude<StrangerKeyKind, 'RSA'>) {
  const key = makeStrangerKey(kind)
  const did = `did:key:${key.multibase}`
  return { did, key, keyId: `${did}#${key.multibase}` }
}

/** The DID document of a party: Multikeys for what has one, JWKs for all. */
export function didDocument(party: Party) {
  const methods = (['Ed25519', 'P-256', 'P-384'] as const).map((kind) => ({
    id: party.keyId(kind),
    type: 'Multikey',
    controller: party.did,
    publicKeyMultibase: party.keys[kind].multibase,
  }))
  const jwks = (['Ed25519', 'P-256', 'P-384', 'RSA'] as const).map((kind) => ({
    id: `${party.did}#jwk-${kind}`,
    type: 'JsonWebKey',
    controller: party.did,
    publicKeyJwk: party.keys[kind].jwk,
  }))
  const verificationMethod = [...methods, ...jwks]
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: party.did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  }
}

export const jwkId = (party: Party, kind: StrangerKeyKind) => `${party.did}#jwk-${kind}`

/**
 * A checker with a real port, and a web of which it sees only what a test put there: an honest school under did:web,
 * and whatever else is published. Nothing is shared with the code under test but its addresses.
 */
export async function openForeignWorld(
  options: {
    readonly now?: () => Date
    readonly edit?: (catalogue: Record<string, unknown>) => void
    readonly env?: Record<string, string>
    readonly dataDir?: string
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-world-'))
  const catalogue = JSON.parse(readFileSync(packageFile('catalogue', 'biblio.json'), 'utf8'))
  catalogue.issuer.name = knownName
  options.edit?.(catalogue)
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue))
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const fetch = async (url: URL): Promise<Fetched> => {
    asked.push(url.href)
    const answer = answers.get(url.href)
    if (answer === undefined) throw new Error(`no answer from ${url.href}`)
    const isText = typeof answer === 'string' || answer instanceof Uint8Array
    return {
      contentType: 'application/json',
      body: Buffer.from(isText ? (answer as Uint8Array) : JSON.stringify(answer)),
    }
  }
  const shop = await openShop({
    now: options.now ?? (() => worldTime),
    ...(options.dataDir ? { dataDir: options.dataDir } : {}),
    env: {
      PUBLIC_URL: 'https://checker.example',
      CATALOGUE: join(folder, 'catalogue.json'),
      TRUST_PROXY: '1',
      ...options.env,
    },
    fetch,
  })
  const school = makeParty(schoolDid)
  const restore = () => {
    answers.clear()
    answers.set(didUrl, didDocument(school))
  }
  restore()
  return {
    school,
    shop,
    /** Addresses that were asked, in order. */
    asked,
    restore,
    publish: (url: string, answer: Answer) => void answers.set(url, answer),
    remove: (url: string) => void answers.delete(url),
    /** What stands at an address, for somebody else than the checker. */
    get: async (url: string): Promise<unknown> => {
      const { host, pathname } = new URL(url)
      if (host === 'checker.example') return (await shop.ask(pathname)).json()
      const answer = answers.get(url)
      if (answer === undefined) throw new Error(`no answer from ${url}`)
      return typeof answer === 'string' || answer instanceof Uint8Array
        ? JSON.parse(Buffer.from(answer as Uint8Array).toString())
        : answer
    },
    /** Signed by the school as an honest or a careless signer would: whatever the document is. */
    sign: (document: Members, raw: Partial<RawProof> = {}) =>
      withRawProof(document, {
        key: school.keys.Ed25519,
        verificationMethod: school.keyId('Ed25519'),
        ...raw,
      }),
    /** A JWS of the school over any payload. */
    token: (
      payload: object,
      { kind = 'P-256', header = {} }: { kind?: StrangerKeyKind; header?: Members } = {},
    ) =>
      rawToken(
        { alg: joseAlgorithm[kind], kid: jwkId(school, kind), typ: 'JWT', ...header },
        payload,
        school.keys[kind],
      ),
    async close() {
      await shop.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type ForeignWorld = Awaited<ReturnType<typeof openForeignWorld>>
