import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { didUrl, type ForeignWorld, makeKeyParty, schoolDid } from '../support/foreign-world.ts'
import type { Attack, Family, Make } from './attack.ts'
import { badge, past, v2 } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>

export const listUrl = 'https://school.example/status/1'
export const statusIndex = 94_567
const minBytes = 16_384

export const statusEntry = (over: Members = {}): Members => ({
  id: `${listUrl}#${statusIndex}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(statusIndex),
  statusListCredential: listUrl,
  ...over,
})

function bits(set: readonly number[] = [], bytes = minBytes): Buffer {
  const all = Buffer.alloc(bytes)
  for (const at of set) all[at >> 3] = (all[at >> 3] ?? 0) | (0x80 >> (at & 7))
  return all
}

const encode = (packed: Uint8Array) => `u${Buffer.from(packed).toString('base64url')}`

const listOf = (encodedList: unknown, over: Members = {}, subject: Members = {}): Members => ({
  '@context': [v2],
  id: listUrl,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: schoolDid,
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: {
    id: `${listUrl}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList,
    ...subject,
  },
  ...over,
})

/** A list of the school in which these are revoked. */
export const statusList = (revoked: readonly number[]) => listOf(encode(gzipSync(bits(revoked))))

const clean = encode(gzipSync(bits([statusIndex + 1, statusIndex - 1])))

/** A badge of the school with an entry, and the list that stands where the entry says. */
const withList =
  (
    list: Members | ((world: ForeignWorld) => Promise<unknown> | unknown),
    over: Members = {},
  ): Make =>
  async (world) => {
    const published =
      typeof list === 'function'
        ? await list(world)
        : await world.sign(list, { members: { created: '2026-11-02T00:00:00Z' } })
    if (published !== undefined) world.publish(listUrl, published as object)
    return world.sign(badge({ credentialStatus: statusEntry(over) }))
  }

const malformed = ['status-list-malformed'] as const
const noForm = ['form-nonconforming'] as const
const unverifiable = ['status-list-unverifiable'] as const

const lists: readonly (readonly [string, Parameters<typeof withList>[0], Attack['because']])[] = [
  ['when its bit is set', listOf(encode(gzipSync(bits([statusIndex])))), ['status-revoked']],
  [
    'when every bit is set',
    listOf(encode(gzipSync(Buffer.alloc(minBytes, 255)))),
    ['status-revoked'],
  ],
  ['when the list does not answer', () => undefined, ['status-list-unreachable']],
  ['when a page stands in its place', () => '<html>no</html>', malformed],
  ['when nothing stands in its place', () => '', malformed],
  ['when the list has no proof', () => listOf(clean), unverifiable],
  [
    'when the proof of the list is broken',
    async (world) => ({
      ...(await world.sign(listOf(encode(gzipSync(bits([statusIndex])))))),
      credentialSubject: listOf(clean).credentialSubject,
    }),
    unverifiable,
  ],
  [
    'when a thief has signed the list in the name of the school',
    (world) => {
      const { key, keyId } = makeKeyParty('Ed25519')
      return world.sign(listOf(clean), { key, verificationMethod: keyId })
    },
    unverifiable,
  ],
  [
    'when the list is of a thief',
    (world) => {
      const { did, key, keyId } = makeKeyParty('Ed25519')
      return world.sign(listOf(clean, { issuer: did }), { key, verificationMethod: keyId })
    },
    unverifiable,
  ],
  ['when the list says another address', listOf(clean, { id: `${listUrl}0` }), unverifiable],
  ['when the list says no address', listOf(clean, { id: undefined }), unverifiable],
  ['when the list has ended', listOf(clean, { validUntil: past }), unverifiable],
  [
    'when the list has not begun',
    listOf(clean, { validFrom: '2027-01-01T00:00:00Z' }),
    unverifiable,
  ],
  [
    'when the end of the list is hidden',
    listOf(clean, { 'https://www.w3.org/2018/credentials#validUntil': past }),
    unverifiable,
  ],
  [
    'when the list is of another type',
    listOf(clean, { type: ['VerifiableCredential'] }),
    malformed,
  ],
  ['when its subject is of another type', listOf(clean, {}, { type: 'StatusList2021' }), malformed],
  [
    'when the list is for suspension',
    listOf(clean, {}, { statusPurpose: 'suspension' }),
    malformed,
  ],
  ['when the list is for nothing', listOf(clean, {}, { statusPurpose: [] }), malformed],
  ['when the list has no bits', listOf(undefined), malformed],
  ['when the bits are a list', listOf([clean]), malformed],
  ['when its bits have no multibase letter', listOf(clean.slice(1)), malformed],
  ['when its bits are in base64', listOf(`m${clean.slice(1)}`), malformed],
  ['when its bits are packed as zlib', listOf(encode(deflateSync(bits()))), malformed],
  ['when its bits are packed without a head', listOf(encode(deflateRawSync(bits()))), malformed],
  ['when its bits are not packed', listOf(encode(bits().subarray(0, 20_000))), malformed],
  [
    'when its bits are packed in two members',
    listOf(encode(Buffer.concat([gzipSync(bits()), gzipSync(bits([statusIndex]))]))),
    malformed,
  ],
  [
    'when something follows its bits',
    listOf(encode(Buffer.concat([gzipSync(bits()), Buffer.alloc(8)]))),
    malformed,
  ],
  ['when its bits are cut short', listOf(encode(gzipSync(bits()).subarray(0, -9))), malformed],
  [
    'when the checksum of its bits is wrong',
    listOf(encode(Buffer.concat([gzipSync(bits()).subarray(0, -8), Buffer.alloc(8)]))),
    malformed,
  ],
  ['when there are 64 bits', listOf(encode(gzipSync(bits([], 8)))), malformed],
  ['when there is a byte too few', listOf(encode(gzipSync(bits([], minBytes - 1)))), malformed],
  ['when there are none', listOf(encode(gzipSync(Buffer.alloc(0)))), malformed],
  [
    'when its bits unpack to 64 MB',
    listOf(encode(gzipSync(Buffer.alloc(64 * 1024 * 1024)))),
    malformed,
  ],
  [
    'when its bits unpack in two hundred members',
    listOf(
      encode(Buffer.concat(Array.from({ length: 200 }, () => gzipSync(Buffer.alloc(65_536))))),
    ),
    malformed,
  ],
  ['when its ttl is negative', listOf(clean, {}, { ttl: -1 }), malformed],
  ['when its ttl is a text', listOf(clean, {}, { ttl: 'soon' }), ['status-list-malformed']],
  [
    'when the list is a list of lists',
    listOf(clean, { credentialSubject: [listOf(clean).credentialSubject, {}] }),
    malformed,
  ],
  [
    'when the list stands twice in its document',
    async (world) =>
      JSON.stringify(await world.sign(listOf(clean))).replace('{', '{"credentialSubject":{},'),
    malformed,
  ],
  ['when the list is a token that nobody signed', () => 'e30.e30.e30', malformed],
]

const indexes: readonly (readonly [string, unknown, Attack['because']])[] = [
  ['beyond the list', '131072', ['status-index-out-of-range']],
  ['far beyond the list', '9999999999', ['status-index-out-of-range']],
  ['of many figures', '9'.repeat(400), noForm],
  ['with letters behind', '42abc', noForm],
  ['with an exponent', '1e5', noForm],
  ['in hexadecimal', '0x10', noForm],
  ['with a sign', '+5', noForm],
  ['below zero', '-1', noForm],
  ['with a zero in front', '007', noForm],
  ['with a fraction', '5.0', noForm],
  ['with a blank', ' 5', noForm],
  ['in Arabic figures', '\u0665', noForm],
  ['of nothing', '', noForm],
  ['below zero as a number', -1, noForm],
  ['that is a fraction', 1.5, noForm],
]

const entries: readonly (readonly [string, Members, Attack['because']])[] = [
  ...indexes.map(
    ([name, statusListIndex, because]) =>
      [`with an index ${name}`, { statusListIndex }, because] as const,
  ),
  ['with no index', { statusListIndex: undefined }, noForm],
  ['with an unknown purpose', { statusPurpose: 'REVOCATION' }, ['status-type-unknown']],
  ['with no purpose', { statusPurpose: undefined }, noForm],
  ['with several bits and no meanings', { statusSize: 2 }, noForm],
  ['with no bits', { statusSize: 0 }, noForm],
  ['with a list that is no address', { statusListCredential: 'list' }, noForm],
]

/** A credential that is no badge: the rules of Open Badges would refuse odd entries before anybody looks. */
const plainWithList =
  (over: Members): Make =>
  async (world) => {
    world.publish(listUrl, await world.sign(listOf(clean)))
    return world.sign(withStatus(statusEntry(over)))
  }

/** Addresses that the guarded fetch would refuse; here, that they lead to no green is what counts. */
const places = [
  'http://school.example/status/1',
  'https://127.0.0.1/status/1',
  'file:///etc/passwd',
].map(
  (statusListCredential): Attack => ({
    name: `when its list should stand at ${statusListCredential}`,
    attacked: plainWithList({ statusListCredential }),
    because: ['status-list-unreachable'],
  }),
)

const several =
  (...more: readonly Members[]): Make =>
  async (world) => {
    world.publish(listUrl, await world.sign(listOf(encode(gzipSync(bits([statusIndex]))))))
    const other = `${listUrl}1`
    world.publish(other, await world.sign(listOf(clean, { id: other })))
    const first = statusEntry({ id: `${other}#${statusIndex}`, statusListCredential: other })
    return world.sign(withStatus([first, ...more]))
  }

/** Open Badges 3.0 has room for one entry only; the data model has for several. */
const withStatus = (credentialStatus: unknown): Members => ({
  '@context': [v2],
  id: 'urn:uuid:5f0ef4b1-9b45-4ad3-b3c8-31d8e4a4d001',
  type: ['VerifiableCredential'],
  issuer: schoolDid,
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:6a16d4a0-2c0e-4f0b-9d55-0d9d7f1c2b11' },
  credentialStatus,
})

/** Types that the contexts define, so that they are read, and no kind of list that anybody knows. */
const unknownKind = { id: 'urn:uuid:1', type: 'BitstringStatusListCredential' }

export const statusFamilies: readonly Family[] = [
  {
    of: 'a badge in a list',
    honest: withList(listOf(clean)),
    attacks: [
      ...lists.map(([name, list, because]) => ({ name, attacked: withList(list), because })),
      {
        name: 'when its status is of an unknown type',
        attacked: withList(listOf(clean), { type: 'RevocationList2020Status' }),
        because: ['form-term-hidden'],
      },
      {
        name: 'when the key of the school is unpublished after the list was had',
        attacked: async (world) => {
          const signed = await withList(listOf(clean))(world)
          world.remove(didUrl)
          return signed
        },
        because: ['issuer-key-unreachable'],
      },
    ],
  },
  {
    of: 'a credential in a list',
    honest: plainWithList({}),
    attacks: [
      ...entries.map(([name, over, because]) => ({
        name,
        attacked: plainWithList(over),
        because,
      })),
      ...places,
      {
        name: 'of a type that is no kind of entry',
        attacked: (world) => world.sign(withStatus(unknownKind)),
        because: ['status-type-unknown'],
      },
    ],
  },
  {
    of: 'a credential in several lists',
    honest: several(),
    withoutReference: 'it knows one entry only',
    attacks: [
      {
        name: 'when the second entry revokes it',
        attacked: several(statusEntry()),
        because: ['status-revoked'],
      },
      {
        name: 'when the last of four entries revokes it',
        attacked: several(
          statusEntry({ id: 'urn:uuid:2', statusListIndex: '1' }),
          statusEntry({ id: 'urn:uuid:3', statusListIndex: '2' }),
          statusEntry(),
        ),
        because: ['status-revoked'],
      },
      {
        name: 'when it has five entries',
        attacked: several(...[1, 2, 3, 4].map((at) => statusEntry({ id: `urn:uuid:${at}` }))),
        because: malformed,
      },
      {
        name: 'when its second entry is of an unknown type',
        attacked: several(unknownKind),
        because: ['status-type-unknown'],
      },
    ],
  },
]
