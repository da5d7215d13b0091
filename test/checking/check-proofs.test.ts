import { readFileSync } from 'node:fs'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/checking/receiving/received.ts'
import { checkProofs } from '../../src/checking/signature/check-proofs.ts'
import { readProofs } from '../../src/checking/signature/read-proofs.ts'
import { packageFile } from '../../src/package-root.ts'
import type { PublicJwk, VerificationMethod } from '../../src/proof/did.ts'
import type { Proof } from '../../src/proof/proof.ts'
import type { KeyKind } from '../../src/proof/suite-keys.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import {
  addProof,
  disclose,
  type MadeSuite,
  makeKey,
  makeProof,
  type StrangersKey,
  suiteMakers,
} from '../support/proof-maker.ts'

type Signed = JsonObject & { readonly proof: readonly Proof[] }
type Keys = readonly (StrangersKey | VerificationMethod)[]

const issuer = 'did:example:issuer'
const methodOf = (key: Keys[number]) => ('method' in key ? key.method : key)

function check(document: JsonObject, keys: Keys) {
  const methods = new Map(keys.map((key) => [methodOf(key).id, methodOf(key)]))
  return checkProofs(document, readProofs(document, { purpose: 'assertionMethod' }), methods)
}

let ed25519: StrangersKey
let p256: StrangersKey
let p384: StrangersKey
const keyOf = (kind: KeyKind) => ({ Ed25519: ed25519, 'P-256': p256, 'P-384': p384 })[kind]

beforeAll(async () => {
  ed25519 = await makeKey('Ed25519', issuer)
  p256 = await makeKey('P-256', issuer)
  p384 = await makeKey('P-384', issuer)
})

const badgeFor = (suite: MadeSuite): JsonObject => {
  const { proof: _, ...badge } = exampleBadge()
  return suite === 'Ed25519Signature2020'
    ? {
        ...badge,
        '@context': [...badge['@context'], 'https://w3id.org/security/suites/ed25519-2020/v1'],
      }
    : { ...badge }
}

const cases = Object.entries(suiteMakers).flatMap(([suite, kinds]) =>
  kinds.map((kind) => ({ suite: suite as MadeSuite, kind })),
)

describe.each(cases)('a badge signed by $suite with a $kind key', ({ suite, kind }) => {
  let signed: Signed
  beforeAll(async () => {
    const badge = badgeFor(suite)
    signed = { ...badge, proof: [await makeProof(badge, suite, keyOf(kind))] }
  })
  test('holds', async () => {
    expect(await check(signed, [keyOf(kind)])).toBe('holds')
  })
  test('does not hold over another name', async () => {
    expect(await check({ ...signed, name: 'Another' }, [keyOf(kind)])).toBe('broken')
  })
  test('does not hold under another key of its issuer', async () => {
    const { method } = await makeKey(kind, issuer)
    const other = { ...method, id: keyOf(kind).method.id }
    expect(await check(signed, [other])).toBe('broken')
  })
  test.each(['Ed25519', 'P-256', 'P-384'] as const)(
    'does not hold under a %s key that it was not made with',
    async (other) => {
      const method = { ...(await makeKey(other, issuer)).method, id: keyOf(kind).method.id }
      const outcome = await check(signed, [method])
      const isTaken = (suiteMakers[suite] as readonly KeyKind[]).includes(other)
      expect(outcome).toBe(isTaken ? 'broken' : 'algorithm-refused')
    },
  )
  test('has no key when its issuer names none', async () => {
    expect(await check(signed, [])).toBe('key-missing')
  })
  test('does not hold for another purpose', () => {
    expect(readProofs(signed, { purpose: 'authentication' }).fault).toBe('purpose-wrong')
  })
  test.each(['created', 'verificationMethod'])('covers %s', async (member) => {
    const [proof] = signed.proof
    const changed = member === 'created' ? '2026-01-02T03:04:06Z' : `${issuer}#another`
    const method = { ...keyOf(kind).method, id: `${issuer}#another` }
    const moved = { ...signed, proof: [{ ...proof, [member]: changed }] }
    expect(await check(moved, [keyOf(kind), method])).toBe('broken')
  })
})

describe('a key', () => {
  test.each(['P-256', 'P-384'] as const)('of %s may be published as JWK', async (kind) => {
    const controller = issuer
    const pair = await EcdsaMultikey.generate({ controller, curve: kind })
    const id = `${issuer}#jwk`
    const key = { signer: { ...pair.signer(), id, algorithm: kind }, method: { id } as never }
    const badge = badgeFor('ecdsa-jcs-2019')
    const signed = { ...badge, proof: [await makeProof(badge, 'ecdsa-jcs-2019', key)] }
    const publicKeyJwk = (await EcdsaMultikey.toJwk({ keyPair: pair })) as unknown as PublicJwk
    const method = { id, type: 'JsonWebKey', controller, publicKeyJwk }
    expect(await check(signed, [method])).toBe('holds')
    const padded = { ...publicKeyJwk, x: `${publicKeyJwk.x}=` }
    expect(await check(signed, [{ ...method, publicKeyJwk: padded }])).toBe('algorithm-refused')
    const offCurve = { ...publicKeyJwk, y: publicKeyJwk.x as string }
    expect(await check(signed, [{ ...method, publicKeyJwk: offCurve }])).toBe('algorithm-refused')
  })
  test.each([
    ['of small order', 'z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'],
    ['of 90 kB', `z6Mk${'3'.repeat(90_000)}`],
    ['of another kind', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'],
    ['that is not there', undefined],
  ])('%s is refused', async (_what, publicKeyMultibase) => {
    const badge = badgeFor('eddsa-jcs-2022')
    const signed = { ...badge, proof: [await makeProof(badge, 'eddsa-jcs-2022', ed25519)] }
    const { method } = ed25519
    const odd = { ...method, publicKeyMultibase } as VerificationMethod
    expect(await check(signed, [odd])).toBe('algorithm-refused')
  })
})

describe('a set of proofs', () => {
  let both: Signed
  beforeAll(async () => {
    const one = await addProof(
      badgeFor('eddsa-rdfc-2022') as JsonObject,
      'eddsa-rdfc-2022',
      ed25519,
    )
    both = (await addProof(one, 'ecdsa-jcs-2019', p256)) as Signed
  })
  const withSecond = (change: object) => ({
    ...both,
    proof: [both.proof[0], { ...both.proof[1], ...change }],
  })

  test('holds when each of them does', async () => {
    expect(await check(both, [ed25519, p256])).toBe('holds')
    expect(await check({ ...both, proof: [...both.proof].reverse() }, [ed25519, p256])).toBe(
      'holds',
    )
  })
  test.each([
    ['is broken', { created: '2026-01-02T03:04:06Z' }, 'broken'],
    ['has an impossible value', { proofValue: 'z3' }, 'malformed'],
    ['is for another purpose', { proofPurpose: 'keyAgreement' }, 'purpose-wrong'],
    [
      'names a key that is not the issuer’s',
      { verificationMethod: 'did:example:x#y' },
      'key-missing',
    ],
  ])(
    'does not hold when one good proof has beside it one that %s',
    async (_what, change, outcome) => {
      expect(await check(withSecond(change), [ed25519, p256])).toBe(outcome)
    },
  )
  test('holds with a remark beside a proof of an unknown suite', async () => {
    const mixed = withSecond({ cryptosuite: 'of-tomorrow-2050' })
    expect(await check(mixed, [ed25519])).toBe('holds')
    expect(readProofs(mixed, { purpose: 'assertionMethod' }).warnings).toEqual([
      'proof-suite-unknown',
    ])
  })
})

describe('a chain of proofs', () => {
  let chain: Signed
  const [a, b] = ['urn:uuid:11111111-1111-4111-8111-111111111111', 'urn:uuid:2']
  const suites = [
    ['eddsa-rdfc-2022', 'eddsa-rdfc-2022'],
    ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
    ['ecdsa-jcs-2019', 'ecdsa-rdfc-2019'],
  ] as const
  const keyFor = (suite: MadeSuite) => (suite.startsWith('eddsa') ? ed25519 : p384)

  async function link(...[first, second]: readonly [MadeSuite, MadeSuite]): Promise<Signed> {
    const badge = badgeFor(first) as JsonObject
    const one = await addProof(badge, first, keyFor(first), { id: a })
    return (await addProof(one, second, keyFor(second), { id: b, previousProof: a })) as Signed
  }
  beforeAll(async () => {
    chain = await link('eddsa-rdfc-2022', 'eddsa-rdfc-2022')
  })

  test.each(suites)(
    'of %s and %s holds, in whatever order it is written',
    async (first, second) => {
      const linked = await link(first, second)
      const keys = [ed25519, p384]
      expect(await check(linked, keys)).toBe('holds')
      expect(await check({ ...linked, proof: [...linked.proof].reverse() }, keys)).toBe('holds')
    },
  )
  test.each(suites)('of %s and %s is broken when the first is another', async (first, second) => {
    const linked = await link(first, second)
    const { proof: _, ...badge } = linked
    // As good by itself, under the same key, with the same name: not the one that was signed over.
    const nonce = { id: a, nonce: 'another' }
    const decoy = await makeProof(badge, first, keyFor(first), nonce)
    const swapped = { ...linked, proof: [decoy, linked.proof[1] as Proof] }
    expect(await check({ ...badge, proof: [decoy] }, [ed25519, p384])).toBe('holds')
    expect(await check(swapped, [ed25519, p384])).toBe('chain-broken')
  })
  test('is broken without its first, with the link cut, and with a link made up', async () => {
    const [first, second] = chain.proof as [Proof, Proof]
    const { previousProof: _, ...cut } = second
    expect(await check({ ...chain, proof: [second] }, [ed25519])).toBe('chain-broken')
    expect(await check({ ...chain, proof: [first, cut] }, [ed25519])).toBe('broken')
    const linked = { ...first, id: 'urn:uuid:3', previousProof: b }
    expect(await check({ ...chain, proof: [first, second, linked] }, [ed25519])).toBe(
      'chain-broken',
    )
  })
  test('is broken, not its link, when the document says something else', async () => {
    expect(await check({ ...chain, name: 'Another' }, [ed25519])).toBe('broken')
  })
  test('may have proofs beside it that it does not rest on', async () => {
    const { proof: _, ...badge } = chain
    const beside = await makeProof(badge, 'ecdsa-jcs-2019', p256)
    expect(await check({ ...chain, proof: [...chain.proof, beside] }, [ed25519, p256])).toBe(
      'holds',
    )
  })
})

interface PublishedChain {
  readonly keys: readonly string[]
  readonly signed: Signed
}
const published = (
  JSON.parse(readFileSync(packageFile('test', 'fixtures', 'proof', 'published.json'), 'utf8')) as {
    readonly chain: PublishedChain
  }
).chain
describe('the set and chain that W3C published', () => {
  const keys = published.signed.proof.map(({ verificationMethod: id }, index) => ({
    id,
    type: 'Multikey',
    controller: id.split('#')[0] ?? '',
    publicKeyMultibase: published.keys[index] ?? '',
  }))
  test('holds', async () => {
    expect(await check(published.signed, keys)).toBe('holds')
  })
  test.each([0, 1, 2])('is broken without proof %i', async (left) => {
    const proof = published.signed.proof.filter((_, index) => index !== left)
    expect(await check({ ...published.signed, proof }, keys)).toBe('chain-broken')
  })
  test('holds as far as it had grown', async () => {
    for (const length of [1, 2, 3]) {
      const proof = published.signed.proof.slice(0, length)
      expect(await check({ ...published.signed, proof }, keys)).toBe('holds')
    }
  })
})

describe('what a holder shows of a badge', () => {
  const pointers = {
    mandatory: ['/issuer'],
    shown: ['/credentialSubject/achievement/name', '/validFrom'],
  }

  test('holds, and shows no more', async () => {
    const { shown } = await disclose(badgeFor('ecdsa-rdfc-2019'), p256, pointers)
    expect(await check(shown, [p256])).toBe('holds')
    expect(JSON.stringify(shown)).not.toContain('criteria')
  })
  test('does not hold with anything changed, added or taken out', async () => {
    const { shown } = await disclose(badgeFor('ecdsa-rdfc-2019'), p256, pointers)
    const { validFrom: _, ...less } = shown
    for (const changed of [
      { ...shown, validFrom: '2020-01-01T00:00:00Z' },
      { ...shown, name: 'x' },
      less,
    ])
      expect(await check(changed, [p256])).toBe('broken')
  })
  test('is not the base proof that the holder keeps', async () => {
    const { base } = await disclose(badgeFor('ecdsa-rdfc-2019'), p256, pointers)
    expect(await check(base as JsonObject, [p256])).toBe('malformed')
  })
})
