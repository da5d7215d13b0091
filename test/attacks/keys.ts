import {
  didDocument,
  didUrl,
  type ForeignWorld,
  jwkId,
  makeKeyParty,
  type Party,
  schoolDid,
} from '../support/foreign-world.ts'
import { makeStrangerKey, type StrangerKey } from '../support/stranger-keys.ts'
import type { Attack, Family, Make } from './attack.ts'
import { badge } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>

const notBound = ['issuer-key-not-bound'] as const
const notPublished = ['issuer-key-not-published'] as const

/** The badge of the school, signed by a thief's key under some name. */
const stolenName = (verificationMethod: (thief: string) => string): Make => {
  const { did, key } = makeKeyParty('Ed25519')
  return (world) =>
    world.sign(badge(), { key, verificationMethod: verificationMethod(did.slice(8)) })
}

const foreignKeys: readonly Attack[] = [
  ['by a did:key of a thief', (key: string) => `did:key:${key}#${key}`, notBound],
  ["by a thief's key in the fragment of the school", (key: string) => `${schoolDid}#${key}`],
  ['by an unknown fragment of the school', () => `${schoolDid}#other`],
  ['by the DID alone', () => schoolDid, notBound],
  ['by a fragment alone', () => '#Ed25519', ['signature-broken']],
  ['under a path of the school', () => `${schoolDid}/path#Ed25519`, notBound],
  ['under a query of the school', () => `${schoolDid}?v=1#Ed25519`, notBound],
  ['under the school in capitals', () => `${schoolDid.toUpperCase()}#Ed25519`, notBound],
  ['under two fragments', (key: string) => `${schoolDid}#Ed25519#${key}`],
  ['under a longer name of the school', () => `${schoolDid}.evil.example#Ed25519`, notBound],
  ['under another host', () => 'did:web:thief.example#Ed25519', notBound],
  ['under an https address of another host', () => 'https://thief.example/keys/1', notBound],
].map(([name, methodOf, because]) => ({
  name: `signed ${name}`,
  attacked: stolenName(methodOf as (thief: string) => string),
  because: (because ?? notPublished) as Attack['because'],
  unasked: 'thief.example',
}))

/** The honest badge, after the school has published another document. */
const published =
  (change: (document: ReturnType<typeof didDocument>, school: Party) => unknown): Make =>
  (world) => {
    world.publish(didUrl, change(didDocument(world.school), world.school) as object)
    return world.sign(badge())
  }

const thief = makeStrangerKey('Ed25519')
const id = `${schoolDid}#Ed25519`
const withFirst = (document: ReturnType<typeof didDocument>, change: Members) => ({
  ...document,
  verificationMethod: document.verificationMethod.map((each) =>
    each.id === id ? { ...each, ...change } : each,
  ),
})

const documents: readonly (readonly [
  string,
  Parameters<typeof published>[0],
  Attack['because']?,
])[] = [
  [
    'lists the key for authentication only',
    (document) => ({
      ...document,
      assertionMethod: [],
      authentication: [id],
    }),
  ],
  [
    'embeds the key for authentication only',
    ({ verificationMethod, ...document }) => ({
      ...document,
      verificationMethod: [],
      assertionMethod: [],
      authentication: [verificationMethod[0]],
    }),
  ],
  ['lists the key for nothing', (document) => ({ ...document, assertionMethod: [] })],
  ['has no list of purposes', ({ assertionMethod: _, ...document }) => document],
  [
    'names another controller',
    (document) => withFirst(document, { controller: 'did:web:other.example' }),
  ],
  ['names no controller', (document) => withFirst(document, { controller: undefined })],
  [
    'names two controllers',
    (document) => withFirst(document, { controller: [schoolDid, 'did:web:other.example'] }),
  ],
  [
    'has another key under this id',
    (document) => withFirst(document, { publicKeyMultibase: thief.multibase }),
    ['signature-broken'],
  ],
  [
    'has two keys under this id',
    (document) => ({
      ...document,
      verificationMethod: [
        { id, type: 'Multikey', controller: schoolDid, publicKeyMultibase: thief.multibase },
        ...document.verificationMethod,
      ],
    }),
  ],
  [
    'says the key is revoked',
    (document) => withFirst(document, { revoked: '2026-11-23T00:00:00Z' }),
    ['issuer-key-ended'],
  ],
  [
    'says the key has expired',
    (document) => withFirst(document, { expires: '2026-11-23T00:00:00Z' }),
    ['issuer-key-ended'],
  ],
  ['is of another DID', (document) => ({ ...document, id: 'did:web:other.example' })],
  ['has no id', ({ id: _, ...document }) => document],
  ['is a list', (document) => [document]],
  ['is null', () => 'null'],
]

const brokenAnswers: readonly (readonly [string, string | undefined])[] = [
  ['does not answer', undefined],
  ['answers with nothing', ''],
  ['answers with a page', '<html>no</html>'],
  ['answers with an id twice', JSON.stringify({ id: 'x' }).replace('{', `{"id":"${schoolDid}",`)],
  ['answers with a __proto__', `{"__proto__":{"id":"${schoolDid}"}}`],
  ['answers with something very deep', '['.repeat(5_000)],
]

const publishedKeys: readonly Attack[] = [
  ...documents.map(([name, change, because]) => ({
    name: `when its DID document ${name}`,
    attacked: published(change),
    because: because ?? notPublished,
  })),
  ...brokenAnswers.map(([name, text]) => ({
    name: `when its host ${name}`,
    attacked: (world: ForeignWorld) => {
      if (text === undefined) world.remove(didUrl)
      else world.publish(didUrl, text)
      return world.sign(badge())
    },
    because: ['issuer-key-unreachable'] as const,
  })),
]

const purposes: readonly Attack[] = [
  'authentication',
  'keyAgreement',
  'capabilityInvocation',
  'https://w3id.org/security#assertionMethod',
  'assertionmethod',
].map((proofPurpose) => ({
  name: `with a proof made for ${proofPurpose}`,
  attacked: (world) => world.sign(badge(), { members: { proofPurpose } }),
  because: ['signature-purpose-wrong'],
}))

const issuers: readonly (readonly [string, unknown, Attack['because']])[] = [
  ['a DID of an unknown method', 'did:example:school', ['issuer-key-method-unknown']],
  ['a name that is no DID', 'urn:uuid:school', ['issuer-key-method-unknown']],
  ['an IP address in figures', 'did:web:2130706433', ['issuer-key-method-unknown']],
  ['a did:web with a user', 'did:web:user@school.example', ['issuer-key-method-unknown']],
  ['a did:web with a path upwards', 'did:web:school.example:..:x', ['issuer-key-method-unknown']],
  ['a did:web of an IPv6 address', 'did:web:[::1]', ['issuer-key-method-unknown']],
  ['a did:key of no key', 'did:key:z6Mk', ['issuer-key-not-published']],
  ['a did:key of 90 kB', `did:key:z6Mk${'2'.repeat(60_000)}`, ['issuer-key-not-published']],
]

const otherIssuers: readonly Attack[] = issuers.map(([name, issuer, because]) => ({
  name: `when its issuer is ${name}`,
  because,
  attacked: (world) =>
    world.sign(badge({ issuer: { id: issuer, type: ['Profile'], name: 'A school' } }), {
      verificationMethod: `${issuer}#Ed25519`,
    }),
}))

const keyParty = makeKeyParty('Ed25519')
const otherParty = makeKeyParty('Ed25519')
const keyBadge = badge({ issuer: { id: keyParty.did, type: ['Profile'], name: 'A teacher' } })
const byKey =
  (key: StrangerKey, verificationMethod: string): Make =>
  (world) =>
    world.sign(keyBadge, { key, verificationMethod })

export const keyFamilies: readonly Family[] = [
  {
    of: 'a badge whose issuer is a host',
    honest: (world) => world.sign(badge()),
    attacks: [...foreignKeys, ...publishedKeys, ...purposes, ...otherIssuers],
  },
  {
    of: 'a badge whose issuer is a key',
    honest: byKey(keyParty.key, keyParty.keyId),
    attacks: [
      {
        name: 'signed by another key under its id',
        attacked: byKey(otherParty.key, keyParty.keyId),
        because: ['signature-broken'],
      },
      {
        name: 'signed by another key under its own id',
        attacked: byKey(otherParty.key, otherParty.keyId),
        because: notBound,
      },
      {
        name: "signed by another key in the fragment of the issuer's",
        attacked: byKey(otherParty.key, `${keyParty.did}#${otherParty.key.multibase}`),
        because: notPublished,
      },
    ],
  },
  {
    of: 'a token of a host',
    honest: (world) => world.token(badge()),
    attacks: [
      {
        name: 'whose key is listed for authentication only',
        attacked: (world) => {
          const document = didDocument(world.school)
          const authentication = [jwkId(world.school, 'P-256')]
          world.publish(didUrl, { ...document, assertionMethod: [], authentication })
          return world.token(badge())
        },
        because: notPublished,
      },
    ],
  },
]
