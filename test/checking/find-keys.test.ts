import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { findKeys, nameOfKey, type WantedKey } from '../../src/checking/keys/find-keys.ts'
import { Refusal } from '../../src/errors.ts'
import { thumbprint } from '../../src/proof/did.ts'
import { readJwk } from '../../src/proof/public-key.ts'
import { didKeyVectors } from '../proof/did-key-vectors.ts'

type Json = Record<string, unknown>

const freshJwk = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as Json
const jwk = freshJwk()
const other = freshJwk()
const print = (key: Json) => thumbprint(key as never)
const multikeyOf = (key: Json) => {
  const read = readJwk(key)
  return typeof read === 'string' ? read : read.publicKeyMultibase
}

const now = new Date('2026-11-26T12:00:00Z')

/** Looks for keys in a world where only these addresses answer; tells what was asked. */
async function look(
  controller: string | undefined,
  wanted: string | WantedKey | readonly WantedKey[],
  world: Record<string, unknown>,
  purpose: 'assertionMethod' | 'authentication' = 'assertionMethod',
) {
  const asked: string[] = []
  const fetch = async (url: URL) => {
    asked.push(url.href)
    if (!(url.href in world)) throw new Error('no answer')
    const answer = world[url.href]
    const body = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer))
    return { contentType: 'application/json', body }
  }
  const names = typeof wanted === 'string' ? [{ name: wanted }] : [wanted].flat()
  const found = await findKeys(controller, names, purpose, { fetch, now })
  const prints =
    'keys' in found
      ? Object.fromEntries(
          [...found.keys].map(([name, { publicKeyJwk }]) => [name, print(publicKeyJwk as never)]),
        )
      : {}
  return { fault: 'fault' in found ? found.fault : undefined, prints, asked, found }
}

const did = 'did:web:uni.example'
const address = 'https://uni.example/.well-known/did.json'
const id = `${did}#key-1`
const method = { id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }
const document = { id: did, verificationMethod: [method], assertionMethod: [id] }

describe('a key of a did:web', () => {
  test('is found in the DID document, in both spellings', async () => {
    const { found, asked } = await look(did, id, { [address]: document })
    expect(found).toEqual({
      keys: new Map([
        [
          id,
          {
            id,
            type: 'JsonWebKey',
            controller: did,
            publicKeyJwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y },
            publicKeyMultibase: multikeyOf(jwk),
          },
        ],
      ]),
    })
    expect(asked).toEqual([address])
  })
  test.each<[string, Json]>([
    ['named by the part after #', { assertionMethod: ['#key-1'] }],
    ['described by the part after #', { verificationMethod: [{ ...method, id: '#key-1' }] }],
    ['embedded in the list', { verificationMethod: [], assertionMethod: [method] }],
    ['a single value', { verificationMethod: method, assertionMethod: id }],
    ['both described and embedded alike', { assertionMethod: [method] }],
    ['listed twice', { assertionMethod: [id, '#key-1', id] }],
    [
      'a Multikey',
      {
        verificationMethod: [
          { id, type: 'Multikey', controller: did, publicKeyMultibase: multikeyOf(jwk) },
        ],
      },
    ],
    [
      'one that ends later',
      { verificationMethod: [{ ...method, expires: '2027-01-01T00:00:00Z' }] },
    ],
    ['beside aliases', { alsoKnownAs: ['did:web:elsewhere.example'], controller: ['did:web:x'] }],
  ])('is found when %s', async (_how, change) => {
    const { prints } = await look(did, id, { [address]: { ...document, ...change } })
    expect(prints).toEqual({ [id]: print(jwk) })
  })
  test.each<[string, Json, string]>([
    ['not listed for assertions', { assertionMethod: [] }, 'not-published'],
    [
      'listed only for authentication',
      { assertionMethod: [], authentication: [id] },
      'not-published',
    ],
    [
      'embedded only for authentication',
      { assertionMethod: [], authentication: [method], verificationMethod: [] },
      'not-published',
    ],
    ['listed for key agreement', { assertionMethod: [], keyAgreement: [method] }, 'not-published'],
    ['listed but not described', { verificationMethod: [] }, 'not-published'],
    [
      'controlled by somebody else',
      { verificationMethod: [{ ...method, controller: 'did:web:x.example' }] },
      'not-published',
    ],
    [
      'controlled by several',
      { verificationMethod: [{ ...method, controller: [did] }] },
      'not-published',
    ],
    [
      'controlled by nobody',
      { verificationMethod: [{ ...method, controller: undefined }] },
      'not-published',
    ],
    [
      'described twice as two keys',
      { verificationMethod: [method, { ...method, publicKeyJwk: other }] },
      'not-published',
    ],
    [
      'described and embedded as two keys',
      { assertionMethod: [{ ...method, publicKeyJwk: other }] },
      'not-published',
    ],
    [
      'written in two ways at once',
      {
        verificationMethod: [{ ...method, type: 'Multikey', publicKeyMultibase: multikeyOf(jwk) }],
      },
      'not-published',
    ],
    ['of no type', { verificationMethod: [{ ...method, type: undefined }] }, 'not-published'],
    [
      'of a type that is not known',
      { verificationMethod: [{ ...method, type: 'Ladder' }] },
      'method-unknown',
    ],
    [
      'of a kind that is not known',
      {
        verificationMethod: [
          { ...method, publicKeyJwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } },
        ],
      },
      'method-unknown',
    ],
    [
      'meant for encryption',
      { verificationMethod: [{ ...method, publicKeyJwk: { ...jwk, use: 'enc' } }] },
      'not-published',
    ],
    ['revoked', { verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] }, 'ended'],
    ['over', { verificationMethod: [{ ...method, expires: '2026-11-26T12:00:00Z' }] }, 'ended'],
    [
      'over at no readable time',
      { verificationMethod: [{ ...method, expires: { toString: 1 } }] },
      'ended',
    ],
    [
      'beside its private half',
      { verificationMethod: [{ ...method, publicKeyJwk: { ...jwk, d: 'AAAA' } }] },
      'weak',
    ],
    [
      'beside its secret as Multikey',
      { verificationMethod: [{ ...method, secretKeyMultibase: 'z3u2' }] },
      'weak',
    ],
    [
      'beside its secret in an older form',
      { verificationMethod: [{ ...method, privateKeyBase58: '3u2' }] },
      'weak',
    ],
    ['in a document of another DID', { id: 'did:web:uni.example:other' }, 'not-published'],
    [
      'in a document that only calls itself so too',
      { id: 'did:web:x.example', alsoKnownAs: [did] },
      'not-published',
    ],
  ])('is not found when %s', async (_how, change, fault) => {
    const answer = await look(did, id, { [address]: { ...document, ...change } })
    expect([answer.fault, answer.prints]).toEqual([fault, {}])
  })
  test('for authentication must be listed for it', async () => {
    const world = { [address]: { ...document, authentication: [{ ...method, id: '#key-2' }] } }
    expect((await look(did, id, world, 'authentication')).fault).toBe('not-published')
    expect((await look(did, `${did}#key-2`, world, 'authentication')).fault).toBeUndefined()
    expect((await look(did, `${did}#key-2`, world)).fault).toBe('not-published')
  })
  test('of somebody else is not looked for at all', async () => {
    for (const name of [
      'did:web:mallory.example#key-1',
      'did:web:uni.example.mallory.example#key-1',
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      'https://mallory.example/keys/1',
      'http://mallory.example/keys/1',
      'https://uni.example@mallory.example/keys/1',
      'HTTPS://mallory.example/keys/1',
      did,
    ]) {
      const { fault, asked } = await look(did, name, { [address]: document })
      expect([name, fault, asked]).toEqual([name, 'not-bound', []])
    }
  })
  test('named by http is one that the document names so, and is never asked for by http', async () => {
    const kid = 'http://uni.example/keys/1'
    const named = { ...method, publicKeyJwk: { ...jwk, kid } }
    const world = { [address]: { ...document, verificationMethod: [named] }, [kid]: jwk }
    expect((await look(did, kid, world)).prints).toEqual({ [kid]: print(jwk) })
    const unnamed = await look(did, kid, { [address]: document, [kid]: jwk })
    expect([unnamed.fault, unnamed.asked]).toEqual([
      'not-published',
      [address, 'https://uni.example/keys/1'],
    ])
  })
  test('in the fragment of a name is nothing that the issuer published', async () => {
    const { fault } = await look(did, `${did}#${multikeyOf(other)}`, { [address]: document })
    expect(fault).toBe('not-published')
  })
  test('that is not there was stolen if its own address says so', async () => {
    const world = {
      [address]: document,
      'https://uni.example/keys/old': { ...other, revoked: { revoked_at: 1 } },
    }
    for (const name of [`${did}#old`, 'https://uni.example/keys/old'])
      expect((await look(did, name, world)).fault).toBe('compromised')
    const unmarked = { ...world, 'https://uni.example/keys/old': other }
    expect((await look(did, `${did}#old`, unmarked)).fault).toBe('not-published')
  })
  test('named by the kid of its JWK is found without asking for that', async () => {
    const kid = 'https://uni.example/keys/1'
    const named = { ...method, publicKeyJwk: { ...jwk, kid } }
    const { prints, asked } = await look(did, kid, {
      [address]: { ...document, verificationMethod: [named] },
    })
    expect([prints, asked]).toEqual([{ [kid]: print(jwk) }, [address]])
  })
  test('named by an address counts if the document lists the same', async () => {
    const kid = 'https://uni.example/keys/1'
    expect((await look(did, kid, { [address]: document, [kid]: jwk })).prints).toEqual({
      [kid]: print(jwk),
    })
    expect((await look(did, kid, { [address]: document, [kid]: other })).fault).toBe(
      'not-published',
    )
    expect((await look(did, kid, { [address]: document })).fault).toBe('unreachable')
  })
  test('listed by an address is described there', async () => {
    const kid = 'https://uni.example/keys/1'
    const world = {
      [address]: { ...document, assertionMethod: [kid] },
      [kid]: { ...method, id: kid },
    }
    expect((await look(did, kid, world)).prints).toEqual({ [kid]: print(jwk) })
    const foreign = { ...world, [kid]: { ...method, id: kid, controller: 'did:web:x.example' } }
    expect((await look(did, kid, foreign)).fault).toBe('not-published')
  })
  test('cannot be told while the document does not answer, or not in JSON', async () => {
    expect((await look(did, id, {})).fault).toBe('unreachable')
    expect((await look(did, id, { [address]: '<html>Not found</html>' })).fault).toBe('unreachable')
  })
  test.each<[string, string]>([
    [
      'ten thousand methods',
      JSON.stringify({ ...document, verificationMethod: Array(10_000).fill(method) }),
    ],
    [
      'a key of 90 kB',
      JSON.stringify({
        ...document,
        verificationMethod: [
          {
            ...method,
            type: 'Multikey',
            publicKeyJwk: undefined,
            publicKeyMultibase: `zDn${'2'.repeat(90_000)}`,
          },
        ],
      }),
    ],
    [
      'a member __proto__',
      `{"__proto__":{"assertionMethod":["${id}"]},${JSON.stringify(document).slice(1)}`,
    ],
    ['a member twice', `{"assertionMethod":["${did}#evil"],${JSON.stringify(document).slice(1)}`],
    ['half a surrogate pair', JSON.stringify(document).replace('JsonWebKey', '\\ud800')],
    ['a thousand levels', `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['nothing but a list', JSON.stringify([document])],
    ['nothing', 'null'],
  ])('is not taken from a document with %s', async (_what, text) => {
    const { fault, prints } = await look(did, id, { [address]: text })
    expect(prints).toEqual({})
    expect(['unreachable', 'not-published']).toContain(fault)
  })
  test('is found as fast among two hundred others', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...method, id: `#key-${index}` }))
    const world = {
      [address]: {
        ...document,
        verificationMethod: many,
        assertionMethod: many.map((each) => each.id),
      },
    }
    expect((await look(did, `${did}#key-199`, world)).prints).toEqual({
      [`${did}#key-199`]: print(jwk),
    })
  })
  test('is asked for once, however many signatures name keys', async () => {
    const second = { ...method, id: '#key-2', publicKeyJwk: other }
    const world = {
      [address]: {
        ...document,
        verificationMethod: [method, second],
        assertionMethod: [id, '#key-2'],
      },
    }
    const { prints, asked } = await look(did, [{ name: id }, { name: `${did}#key-2` }], world)
    expect([prints, asked]).toEqual([
      { [id]: print(jwk), [`${did}#key-2`]: print(other) },
      [address],
    ])
    const { fault } = await look(did, [{ name: id }, { name: `${did}#key-3` }], world)
    expect(fault).toBe('not-published')
  })
  test('that is brought along counts only as the same key of the same name', async () => {
    const world = { [address]: document }
    const brought = { name: nameOfKey(jwk as never), jwk: jwk as never }
    expect((await look(did, brought, world)).prints).toEqual({ [brought.name]: print(jwk) })
    const foreign = { name: nameOfKey(other as never), jwk: other as never }
    expect((await look(did, foreign, world)).fault).toBe('not-bound')
    expect((await look(did, { name: id, jwk: jwk as never }, world)).prints).toEqual({
      [id]: print(jwk),
    })
    expect((await look(did, { name: id, jwk: other as never }, world)).fault).toBe('not-bound')
  })
  test('without a name is every one that can be used', async () => {
    const methods = [
      method,
      { ...method, id: '#two', publicKeyJwk: other },
      { ...method, id: '#three', revoked: '2020-01-01T00:00:00Z' },
      { ...method, id: '#four', publicKeyJwk: { ...jwk, y: other.y } },
    ]
    const all = {
      ...document,
      verificationMethod: methods,
      assertionMethod: methods.map((each) => each.id),
    }
    const { prints } = await look(did, '', { [address]: all })
    expect(prints).toEqual({ [id]: print(jwk), [`${did}#two`]: print(other) })
    expect((await look(did, '', { [address]: { id: did } })).fault).toBe('not-published')
    expect((await look(did, '', {})).fault).toBe('unreachable')
  })
})

describe('a key of a DID that is its own document', () => {
  test.each(didKeyVectors)(
    'did:key:%s is the one it holds, without asking anybody',
    async (key, expected) => {
      const { prints, asked } = await look(`did:key:${key}`, `did:key:${key}#${key}`, {})
      expect([prints, asked]).toEqual([{ [`did:key:${key}#${key}`]: print(expected as never) }, []])
    },
  )
  // The P-256 example of the did:jwk specification.
  const example =
    'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9'
  const exampleJwk = {
    kty: 'EC',
    crv: 'P-256',
    x: 'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0',
    y: '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
  }
  test('did:jwk is the one it spells, for both purposes', async () => {
    for (const purpose of ['assertionMethod', 'authentication'] as const) {
      const { prints, asked } = await look(example, `${example}#0`, {}, purpose)
      expect([prints, asked]).toEqual([{ [`${example}#0`]: print(exampleJwk) }, []])
    }
  })
  const didJwk = (value: unknown) =>
    `did:jwk:${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`
  test.each<[string, string, string]>([
    ['with its private half', didJwk({ ...exampleJwk, d: 'AAAA' }), 'weak'],
    ['off its curve', didJwk({ ...exampleJwk, y: exampleJwk.x }), 'weak'],
    ['for encryption', didJwk({ ...exampleJwk, use: 'enc' }), 'not-published'],
    ['of another kind', didJwk({ kty: 'oct', k: 'AAAA' }), 'weak'],
    ['of another curve', didJwk({ kty: 'OKP', crv: 'X25519', x: 'AAAA' }), 'method-unknown'],
    [
      'with a member twice',
      didJwk(`{"kty":"RSA",${JSON.stringify(exampleJwk).slice(1)}`),
      'method-unknown',
    ],
    ['that is no JSON', didJwk('hello'), 'method-unknown'],
    ['that is no object', didJwk('[]'), 'method-unknown'],
    ['with padding', `${example}=`, 'method-unknown'],
    ['in a second spelling', `${example.slice(0, -1)}R`, 'method-unknown'],
    ['of 90 kB', `did:jwk:${'A'.repeat(90_000)}`, 'method-unknown'],
  ])('did:jwk %s is refused', async (_what, controller, fault) => {
    expect((await look(controller, `${controller}#0`, {})).fault).toBe(fault)
  })
  test('has no other key', async () => {
    const [key] = didKeyVectors[0]
    const [foreign] = didKeyVectors[1]
    expect((await look(`did:key:${key}`, `did:key:${key}#${foreign}`, {})).fault).toBe(
      'not-published',
    )
    expect((await look(`did:key:${key}`, `did:key:${foreign}#${foreign}`, {})).fault).toBe(
      'not-bound',
    )
    expect((await look(example, `${example}#1`, {})).fault).toBe('not-published')
  })
  test.each([
    ['did:key:z6Mkeee', 'weak'],
    [`did:key:z6Mk${'2'.repeat(90_000)}`, 'weak'],
    ['did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme', 'method-unknown'],
    ['did:key:', 'method-unknown'],
    ['did:example:123', 'method-unknown'],
    ['urn:uuid:00000000-0000-4000-8000-000000000000', 'method-unknown'],
    ['http://uni.example/', 'method-unknown'],
    ['https://uni.example/#me', 'method-unknown'],
    ['https://mallory@uni.example/', 'method-unknown'],
    ['https://uni.example/a/../b', 'method-unknown'],
    ['https://UNI.example/', 'method-unknown'],
    ['', 'not-bound'],
    [undefined, 'not-bound'],
  ])('%p is %s', async (controller, fault) => {
    const key = String(controller).slice('did:key:'.length)
    const { asked, ...answer } = await look(controller, `${controller}#${key}`, {})
    expect([answer.fault, asked]).toEqual([fault, []])
  })
})

describe('a key of an https issuer', () => {
  const issuer = 'https://uni.example/issuers/14'
  const keys = 'https://uni.example/.well-known/jwks.json'
  const own = `${issuer}#key-1`
  const owned = { id: own, type: 'JsonWebKey', controller: issuer, publicKeyJwk: jwk }
  const listing = { id: issuer, verificationMethod: [owned], assertionMethod: [own] }
  const address = 'https://uni.example/keys/1'

  test('is found in its identifier document', async () => {
    const { prints, asked } = await look(issuer, own, { [issuer]: listing })
    expect([prints, asked]).toEqual([{ [own]: print(jwk) }, [issuer]])
  })
  test.each<[string, unknown]>([
    ['is of another id', { ...listing, id: 'https://uni.example/issuers/15' }],
    ['does not list it', { ...listing, assertionMethod: [] }],
    [
      'gives it another controller',
      {
        ...listing,
        verificationMethod: [{ ...owned, controller: 'https://uni.example/issuers/15' }],
      },
    ],
    ['is a page', '<html></html>'],
    ['is a profile', { id: issuer, type: ['Profile'], name: 'University' }],
  ])('is none when the document %s', async (_what, answer) => {
    const { fault } = await look(issuer, own, { [issuer]: answer, [keys]: { keys: [] } })
    expect(fault).toBe('not-published')
  })
  test('in the fragment of its own id is none', async () => {
    const name = `${issuer}#${multikeyOf(other)}`
    for (const answer of [listing, '<html></html>', { id: issuer }])
      expect((await look(issuer, name, { [issuer]: answer, [keys]: { keys: [] } })).fault).toBe(
        'not-published',
      )
    expect((await look(issuer, name, {})).fault).toBe('unreachable')
  })
  test('is found in the key set of the host when that says whose it is', async () => {
    const world = {
      [issuer]: '<html></html>',
      [keys]: { keys: [{ ...jwk, kid: 'k1', iss: issuer }] },
    }
    expect((await look(issuer, 'k1', world)).prints).toEqual({ k1: print(jwk) })
    expect((await look(issuer, '', world)).prints).toEqual({ k1: print(jwk) })
    const brought = { name: nameOfKey(jwk as never), jwk: jwk as never }
    expect((await look(issuer, brought, world)).prints).toEqual({ [brought.name]: print(jwk) })
  })
  test.each<[string, unknown, string]>([
    [
      'names another issuer',
      { keys: [{ ...jwk, kid: 'k1', iss: 'https://uni.example/issuers/15' }] },
      'not-published',
    ],
    ['names none, on a host of many', { keys: [{ ...jwk, kid: 'k1' }] }, 'not-published'],
    ['names several', { keys: [{ ...jwk, kid: 'k1', iss: [issuer] }] }, 'not-published'],
    [
      'holds two keys of this name',
      {
        keys: [
          { ...jwk, kid: 'k1', iss: issuer },
          { ...other, kid: 'k1', iss: issuer },
        ],
      },
      'not-published',
    ],
    [
      'holds it for encryption',
      { keys: [{ ...jwk, kid: 'k1', iss: issuer, use: 'enc' }] },
      'not-published',
    ],
    [
      'says it was stolen',
      { keys: [{ ...jwk, kid: 'k1', iss: issuer, revoked: { revoked_at: 1 } }] },
      'compromised',
    ],
    ['holds its private half', { keys: [{ ...jwk, kid: 'k1', iss: issuer, d: 'AAAA' }] }, 'weak'],
    ['is a single key', { ...jwk, kid: 'k1', iss: issuer }, 'not-published'],
  ])('is not taken from a key set that %s', async (_what, set, fault) => {
    expect((await look(issuer, 'k1', { [issuer]: '<html></html>', [keys]: set })).fault).toBe(fault)
  })
  test('needs no name in the key set of a host that is the issuer itself', async () => {
    for (const host of ['https://uni.example', 'https://uni.example/']) {
      const world = {
        'https://uni.example/': '<html></html>',
        [keys]: { keys: [{ ...jwk, kid: 'k1' }] },
      }
      expect((await look(host, 'k1', world)).prints).toEqual({ k1: print(jwk) })
    }
  })
  test('for authentication is not taken from a key set', async () => {
    const world = { [issuer]: listing, [keys]: { keys: [{ ...jwk, kid: 'k1', iss: issuer }] } }
    const { fault, asked } = await look(issuer, 'k1', world, 'authentication')
    expect([fault, asked]).toEqual(['not-published', [issuer]])
  })
  test('at an address of its own counts if the key set holds the same', async () => {
    const world = {
      [issuer]: '<html></html>',
      [keys]: { keys: [{ ...jwk, iss: issuer }] },
      [address]: jwk,
    }
    const { prints, asked } = await look(issuer, address, world)
    expect([prints, asked]).toEqual([{ [address]: print(jwk) }, [issuer, keys, address]])
    expect((await look(issuer, address, { ...world, [address]: other })).fault).toBe(
      'not-published',
    )
    expect(
      (await look(issuer, address, { ...world, [address]: { ...jwk, revoked: {} } })).fault,
    ).toBe('compromised')
  })
  const described = { ...owned, id: address }
  test('with a document of its own counts if the issuer lists that', async () => {
    const world = {
      [issuer]: { id: issuer, assertionMethod: [address] },
      [address]: described,
      [keys]: { keys: [] },
    }
    expect((await look(issuer, address, world)).prints).toEqual({ [address]: print(jwk) })
    for (const change of [
      { controller: 'https://uni.example/issuers/15' },
      { id: `${address}/` },
      { revoked: '2020-01-01T00:00:00Z' },
    ]) {
      const { prints } = await look(issuer, address, {
        ...world,
        [address]: { ...described, ...change },
      })
      expect(prints).toEqual({})
    }
  })
  test('with a document of its own that the issuer does not list is anybody’s on that host', async () => {
    const page = 'https://uni.example/~mallory/key.json'
    for (const who of [issuer, 'https://uni.example', 'https://uni.example/']) {
      const forged = { ...owned, id: page, controller: who, publicKeyJwk: other }
      for (const answer of ['<html></html>', { id: who }, listing]) {
        const world = {
          [who]: answer,
          'https://uni.example/': answer,
          [keys]: { keys: [{ ...jwk, iss: who }] },
          [page]: forged,
        }
        expect((await look(who, page, world)).fault).toBe('not-published')
      }
    }
  })
  test('on another host is not asked for', async () => {
    for (const name of [
      'https://keys.uni.example/1',
      'https://uni.example:8443/1',
      'http://keys.uni.example/1',
      'did:web:uni.example#1',
    ]) {
      const { fault, asked } = await look(issuer, name, { [issuer]: listing })
      expect([fault, asked]).toEqual(['not-bound', []])
    }
  })
  test('cannot be told while one of its places does not answer', async () => {
    expect((await look(issuer, own, { [issuer]: '<html></html>' })).fault).toBe('unreachable')
    expect((await look(issuer, own, { [keys]: { keys: [] } })).fault).toBe('unreachable')
  })
})

test('being too busy to fetch is passed on, not taken for an answer', async () => {
  const fetch = async () => {
    throw new Refusal('busy', 'Too many requests')
  }
  const search = findKeys(did, [{ name: id }], 'assertionMethod', { fetch, now })
  await expect(search).rejects.toMatchObject({ code: 'busy' })
})
