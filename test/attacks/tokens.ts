import { createPublicKey } from 'node:crypto'
import type { Reason } from '../../src/checking/report.ts'
import { type ForeignWorld, jwkId, schoolDid } from '../support/foreign-world.ts'
import {
  joseAlgorithm,
  macToken,
  makeStrangerKey,
  rawToken,
  type StrangerKeyKind,
} from '../support/stranger-keys.ts'
import type { Attack, Family, Handed, Make } from './attack.ts'
import { badge, claimsOf, past, payload } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>

const refused = ['signature-algorithm-refused'] as const
const thief = makeStrangerKey('P-256')

const kinds: readonly StrangerKeyKind[] = ['Ed25519', 'P-256', 'P-384', 'RSA']

/** One attack for each kind of key: the token says another algorithm than the key is for. */
const confusions: readonly Attack[] = kinds.flatMap((kind) =>
  [...kinds.map((other) => joseAlgorithm[other]), 'none', 'HS256', 'PS256', 'ES256K', 'es256']
    .filter((alg) => alg !== joseAlgorithm[kind])
    .map((alg) => ({
      name: `when it says ${alg} of a ${kind} key`,
      attacked: (world: ForeignWorld) => world.token(payload(), { kind, header: { alg } }),
      because: refused,
    })),
)

const headers: readonly (readonly [string, Members])[] = [
  ['a critical extension', { crit: ['exp'] }],
  ['a critical extension of its own', { crit: ['urn:x'], 'urn:x': true }],
  ['an empty list of critical extensions', { crit: [] }],
  ['an unencoded payload', { b64: false, crit: ['b64'] }],
  ['a compressed payload', { zip: 'DEF' }],
  ['a set of keys elsewhere', { jku: 'https://thief.example/jwks.json' }],
  ['a certificate elsewhere', { x5u: 'https://thief.example/cert.pem' }],
  ['a certificate of its own', { x5c: ['MIIB'] }],
  ['a thumbprint of a certificate', { x5t: 'AAAA', 'x5t#S256': 'AAAA' }],
  ['a member of its own', { issuer: 'Oxford' }],
  ['a type of another kind', { typ: 'at+jwt' }],
  ['the type of a presentation', { typ: 'vp+jwt' }],
  ['a symmetric key', { jwk: { kty: 'oct', k: 'AAAA' } }],
]

const inHeaders: readonly Attack[] = headers.map(([name, header]) => ({
  name: `with ${name} in its header`,
  attacked: (world) => world.token(payload(), { header }),
  because: refused,
  unasked: 'thief.example',
}))

const badHeaders: readonly (readonly [string, string])[] = [
  ['no JSON', 'x'],
  ['a list', '["ES256"]'],
  ['null', 'null'],
  ['a number for its algorithm', '{"alg":1}'],
  ['an algorithm twice', '{"alg":"none","alg":"ES256"}'],
  ['no algorithm', '{"kid":"x"}'],
  ['a __proto__', '{"alg":"ES256","__proto__":{"kid":"x"}}'],
]

const foreignKeys: readonly Attack[] = [
  ['the key of a thief', { jwk: thief.jwk }],
  ['the key of a thief under our kid', { jwk: { ...thief.jwk, kid: jwkId }, kid: jwkId }],
  ['a key id of a thief', { kid: 'did:web:thief.example#1' }],
  ['a key id at a thief', { kid: 'https://thief.example/keys/1' }],
  ['a key id that is a path', { kid: '../../../dev/null' }, 'issuer-key-not-published'],
  ['a key id that is a question to a database', { kid: "' OR '1'='1" }, 'issuer-key-not-published'],
  ['a key id that is a command', { kid: '| sh' }, 'issuer-key-not-published'],
  ['a key id of no host', { kid: 'https://' }],
  ['a key id at an address inside', { kid: 'https://127.0.0.1/keys/1' }],
  ['an unknown key id of the school', { kid: `${schoolDid}#other` }, 'issuer-key-not-published'],
].map(([name, header, because = 'issuer-key-not-bound']) => ({
  name: `signed by a thief with ${name as string}`,
  attacked: (world: ForeignWorld) => {
    const given = Object.fromEntries(
      Object.entries(header as Members).map(([member, value]) => [
        member,
        value === jwkId ? jwkId(world.school, 'P-256') : value,
      ]),
    )
    return rawToken({ alg: 'ES256', typ: 'JWT', ...given }, payload(), thief)
  },
  because: [because as Reason],
  unasked: 'thief.example',
}))

const parts: readonly (readonly [string, (token: string) => Handed, Attack['because']?])[] = [
  ['with padding', (token) => `${token}=`],
  ['with a fourth part', (token) => `${token}.e30`],
  ['with five parts, as if encrypted', (token) => `${token}.e30.e30`],
  ['with two parts', (token) => token.split('.').slice(0, 2).join('.')],
  ['with an empty signature', (token) => `${token.split('.').slice(0, 2).join('.')}.`],
  ['with blanks between its parts', (token) => token.split('.').join(' . ')],
  ['with a line break in its payload', (token) => token.replace('.', '.\n')],
  ['with + and / for - and _', (token) => respellAlphabet(token)],
  ['with unused bits in its signature', (token) => respellLast(token)],
  ['with a letter more in its signature', (token) => `${token}A`, ['signature-malformed']],
  ['with a letter less in its signature', (token) => token.slice(0, -1)],
  [
    'with another signature',
    (token) => token.replace(/[^.]+$/, Buffer.alloc(64, 5).toString('base64url')),
    ['signature-broken'],
  ],
  [
    'with a signature of zeros',
    (token) => token.replace(/[^.]+$/, Buffer.alloc(64).toString('base64url')),
    ['signature-broken'],
  ],
  [
    'with a signature in DER',
    (token) => token.replace(/[^.]+$/, Buffer.alloc(70, 0x30).toString('base64url')),
    ['signature-malformed'],
  ],
  [
    'with another name in its payload',
    (token) => changedPayload(token, (text) => text.replace('cataloguing', 'medicine')),
    ['signature-broken'],
  ],
  ['as the JSON of a JWS', (token) => jsonToken(token), ['form-not-a-credential']],
  ['behind a text', (token) => `Bearer ${token}`],
]

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const respellLast = (token: string) =>
  `${token.slice(0, -1)}${alphabet[alphabet.indexOf(token.at(-1) ?? 'A') | 1]}`

/** A Greek name in the payload makes sure that there is something to respell. */
const respellAlphabet = (token: string) => {
  const [head, body, signature = ''] = token.split('.')
  return `${head}.${body}.${signature.replace(/.$/, '/')}`.replaceAll('-', '+').replaceAll('_', '/')
}

function changedPayload(token: string, change: (text: string) => string): string {
  const [head, body = '', signature] = token.split('.')
  const text = change(Buffer.from(body, 'base64url').toString())
  return `${head}.${Buffer.from(text).toString('base64url')}.${signature}`
}

function jsonToken(token: string): object {
  const [head, body, signature] = token.split('.')
  return { payload: body, signatures: [{ protected: head, signature }] }
}

const notFound = { refused: 'no-credential-found' } as const

const claims: readonly (readonly [string, Members, Attack['because']?])[] = [
  ['another issuer', { iss: 'did:web:thief.example' }],
  ['an issuer that is an object', { iss: { id: schoolDid } }],
  ['another id', { jti: 'urn:uuid:other' }],
  ['another subject', { sub: 'urn:uuid:other' }],
  ['an earlier start', { nbf: 1 }],
  ['a start that is a text', { nbf: '1793491200' }],
  ['a later end', { exp: 4_000_000_000 }],
  ['an end that is a text', { exp: '4000000000' }],
  ['an end that is null', { exp: null }],
  ['a time of signing that is a text', { iat: '2026-11-01' }],
  ['a time of signing that is a list', { iat: [1_790_000_000] }],
]

const inClaims: readonly Attack[] = claims.map(([name, changed, because]) => ({
  name: `when its claims name ${name}`,
  attacked: (world) => world.token({ ...payload(), ...changed }),
  because: because ?? ['signature-claims-differ'],
}))

/** A document and its claims, where the one says what the other leaves out. */
const halves: readonly Attack[] = [
  {
    name: 'when only its claims say that it has ended',
    attacked: (world) => {
      const { validUntil: _, ...endless } = badge()
      return world.token({ ...endless, exp: Date.parse(past) / 1_000 })
    },
    because: ['dates-expired'],
  },
  {
    name: 'when only its claims say that it has ended, in words',
    attacked: (world) => {
      const { validUntil: _, ...endless } = badge()
      return world.token({ ...endless, exp: past })
    },
    because: ['signature-claims-differ'],
  },
  {
    name: 'when only its claims say that it has not begun',
    attacked: (world) => {
      const { validFrom: _, ...timeless } = badge({ type: ['VerifiableCredential'] })
      return world.token({ ...timeless, nbf: 4_000_000_000 })
    },
    because: ['dates-not-yet-valid'],
  },
  {
    name: 'when it holds a second credential in a claim',
    attacked: (world) => world.token({ ...payload(), vc: badge({ name: 'Doctor' }) }),
    because: notFound,
  },
  {
    name: 'when it holds a presentation in a claim',
    attacked: (world) => world.token({ ...payload(), vp: { holder: schoolDid } }),
    because: notFound,
  },
  {
    name: 'when it holds nothing',
    attacked: (world) => world.token({}),
    because: notFound,
  },
  {
    name: 'when it holds a list',
    attacked: (world) => world.token([badge()]),
    because: notFound,
  },
  {
    name: 'when a key stands twice in its payload',
    attacked: ({ school }) =>
      rawToken(
        { alg: 'ES256', kid: jwkId(school, 'P-256') },
        JSON.stringify(badge()).replace('{', '{"name":"Doctor",'),
        school.keys['P-256'],
      ),
    because: { refused: 'not-strict-json' },
  },
  {
    name: 'when its payload is no UTF-8',
    attacked: ({ school }) =>
      rawToken(
        { alg: 'ES256', kid: jwkId(school, 'P-256') },
        Buffer.from(JSON.stringify(badge()).replace('cataloguing', '\u00ff'), 'latin1'),
        school.keys['P-256'],
      ),
    because: { refused: 'not-strict-json' },
  },
  {
    name: 'when it is over 256 kB',
    attacked: (world) => world.token({ ...badge(), name: 'x'.repeat(300_000) }),
    because: { refused: 'input-too-large' },
  },
]

/** RS256 turned into a MAC with the public key for its secret, in each of its spellings. */
const macs: readonly Attack[] = (['pkcs1', 'spki'] as const).flatMap((type) =>
  (['pem', 'der'] as const).map((format) => ({
    name: `signed with the public key as a secret (${type}, ${format})`,
    attacked: ({ school }: ForeignWorld) => {
      const key = createPublicKey(school.keys.RSA.privateKey)
      const secret = format === 'pem' ? key.export({ type, format }) : key.export({ type, format })
      return macToken({ alg: 'HS256', kid: jwkId(school, 'RSA') }, payload(), secret)
    },
    because: refused,
  })),
)

const nothing: Make = (world) => {
  const [, body] = world.token(payload()).split('.')
  const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  return `${head}.${body}.`
}

export const tokenFamilies: readonly Family[] = [
  ...kinds.map((kind) => ({
    of: `a token under ${joseAlgorithm[kind]}`,
    honest: (world: ForeignWorld) => world.token(payload(), { kind }),
    attacks: [],
  })),
  {
    of: 'a token of a badge',
    honest: (world) => world.token(payload()),
    attacks: [
      ...confusions,
      ...inHeaders,
      ...macs,
      ...foreignKeys,
      ...badHeaders.map(([name, header]) => ({
        name: `with a header of ${name}`,
        attacked: ({ school }: ForeignWorld) => rawToken(header, payload(), school.keys['P-256']),
        because: notFound,
      })),
      { name: 'with no signature at all', attacked: nothing, because: notFound },
    ],
  },
  {
    of: 'a token that is only letters',
    honest: (world) => world.token(payload()),
    overHttp: true,
    attacks: parts.map(([name, change, because]) => ({
      name,
      because: because ?? notFound,
      attacked: (world: ForeignWorld) => change(world.token(payload())),
    })),
  },
  {
    of: 'a token with claims',
    honest: (world) => world.token({ ...badge(), ...claimsOf(badge()), iat: 1_790_000_000 }),
    attacks: [...inClaims, ...halves],
  },
]
