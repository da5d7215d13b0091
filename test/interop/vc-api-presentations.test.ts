import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Holder, makeHolder, signAs } from '../support/holder.ts'
import { type Loose, openVcApi, type VcApiShop } from '../support/vc-api.ts'
import { smallest } from './data-model-cases.ts'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const examples = 'https://www.w3.org/ns/credentials/examples/v2'

let shop: VcApiShop
let holder: Holder
let credential: Loose
beforeAll(async () => {
  shop = await openVcApi()
  holder = makeHolder()
  credential = (await shop.issue(smallest())).body.verifiableCredential
})
afterAll(() => shop.close())

const presentation = (changes: Loose = {}): Loose =>
  JSON.parse(
    JSON.stringify({
      '@context': [v2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [credential],
      ...changes,
    }),
  )

const signed = (changes: Loose = {}, options: Loose = {}) =>
  signAs(holder, presentation(changes), { proofPurpose: 'authentication', ...options })

const term = { ExamplePresentation: 'https://example.org/#ExamplePresentation' }

describe('as w3c/vc-data-model-2.0-test-suite asks, the verifier of presentations', () => {
  test.each<[string, () => Loose]>([
    ['one credential', () => ({})],
    ['no credential', () => ({ verifiableCredential: [] })],
    ['no such member', () => ({ verifiableCredential: undefined })],
    ['an id', () => ({ id: 'urn:uuid:9c9a36f8-518f-4976-a934-6649502d0008' })],
    ['a second context', () => ({ '@context': [v2, examples] })],
    [
      'a type in a context of its own',
      () => ({ '@context': [v2, term], type: ['VerifiablePresentation', 'ExamplePresentation'] }),
    ],
    ['several credentials', () => ({ verifiableCredential: [credential, credential] })],
    ['the holder', () => ({ holder: holder.did })],
    ['the holder as an object', () => ({ holder: { id: holder.did } })],
  ])('takes a signed one with %s', async (_, changes) => {
    expect(await shop.present(await signed(changes()))).toMatchObject({
      status: 200,
      body: { verified: true, errors: [] },
    })
  })

  test.each<[string, () => Loose]>([
    ['no context', () => ({ '@context': undefined })],
    ['another context first', () => ({ '@context': [examples, v2] })],
    ['no base context', () => ({ '@context': [examples] })],
    ['a context that nobody has', () => ({ '@context': [v2, 'https://example.com'] })],
    ['a context that is no URL', () => ({ '@context': [v2, 'https ://not-a-url/v1'] })],
    ['a context that is a number', () => ({ '@context': [v2, 123192875] })],
    ['no type', () => ({ type: undefined })],
    ['the one type missing that it needs', () => ({ type: ['https://example.org/#Other'] })],
    ['an id that is no URL', () => ({ id: 'not a url' })],
    ['a text for a credential', () => ({ verifiableCredential: ['did:example:credential'] })],
    ['a number for a credential', () => ({ verifiableCredential: [4] })],
    ['a holder without id', () => ({ holder: { name: 'Alice' } })],
    [
      'a credential without a proof',
      () => ({ verifiableCredential: [smallest({ issuer: 'did:example:issuer' })] }),
    ],
  ])('refuses one with %s', async (_, changes) => {
    const { status, body } = await shop.present(presentation(changes()))
    expect([status, body.verified]).toEqual([400, false])
    expect(body.problemDetails[0].type).toMatch(/^https:\/\/(www\.w3\.org|w3id\.org)\//)
  })

  test('passes one without a signature as that', async () => {
    const { status, body } = await shop.present(presentation())
    expect([status, body.verified]).toEqual([200, true])
    expect(body.report.findings).toContainEqual(
      expect.objectContaining({ reason: 'presentation-unsigned' }),
    )
  })

  test('does not say yes to nothing: one without a signature and without credentials', async () => {
    expect(await shop.present(presentation({ verifiableCredential: [] }))).toMatchObject({
      status: 400,
      body: { verified: false },
    })
  })

  test('refuses one that somebody else than its holder signed', async () => {
    const other = makeHolder().did
    expect((await shop.present(await signed({ holder: other }))).status).toBe(400)
  })

  test('refuses one that was changed after it was signed', async () => {
    const changed = { ...(await signed()), id: 'urn:uuid:1' }
    expect((await shop.present(changed)).status).toBe(400)
    const broken = await signed()
    Object.assign(broken.proof[0] ?? {}, { proofValue: 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh' })
    expect((await shop.present(broken)).status).toBe(400)
  })

  test('refuses one with a credential that was changed, however well it is signed itself', async () => {
    const changed = { ...credential, credentialSubject: { id: 'did:example:other' } }
    const { status, body } = await shop.present(await signed({ verifiableCredential: [changed] }))
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      expect.objectContaining({
        type: 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR',
        code: 'signature-broken',
        outcome: 'failed',
      }),
    ])
  })

  test.each([
    ['the challenge', { challenge: '123456789' }, { challenge: '123456789' }, 200],
    ['the domain', { domain: 'shop.example' }, { domain: 'shop.example' }, 200],
    ['another challenge', { challenge: 'other' }, { challenge: '123456789' }, 400],
    ['another domain', { domain: 'other.example' }, { domain: 'shop.example' }, 400],
    ['neither', {}, { challenge: '1', domain: 'shop.example' }, 400],
  ])('holds a proof that names %s to what is asked', async (_, proof, options, expected) => {
    const { status, body } = await shop.present(await signed({}, proof), { options })
    expect(status).toBe(expected)
    const name = 'domain' in options ? 'DOMAIN' : 'CHALLENGE'
    if (status === 400)
      expect(body.errors[0].type).toBe(`https://w3id.org/security#INVALID_${name}_ERROR`)
  })

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})

describe('an envelope', () => {
  let enveloped: Loose
  beforeAll(async () => {
    const answer = await shop.post('/jose/credentials/issue', { credential: smallest() })
    enveloped = answer.body.verifiableCredential
  })

  test('is what the issuer answers with, and verifies; so does the token in it', async () => {
    expect(enveloped.type).toBe('EnvelopedVerifiableCredential')
    expect((await shop.verify(enveloped)).body).toMatchObject({ verified: true, errors: [] })
    const token = enveloped.id.split(',')[1]
    expect((await shop.verify(token)).status).toBe(200)
    const plain = { ...enveloped, id: `data:application/jwt,${token}` }
    expect((await shop.verify(plain)).status).toBe(200)
  })

  test.each<[string, (envelope: Loose) => void]>([
    ['no context', (e) => Reflect.deleteProperty(e, '@context')],
    ['an empty list of contexts', (e) => Object.assign(e, { '@context': [] })],
    ['another context', (e) => Object.assign(e, { '@context': examples })],
    ['an id that is no data: URL', (e) => Object.assign(e, { id: e.id.split(',')[1] })],
    ['no type', (e) => Reflect.deleteProperty(e, 'type')],
    ['another type', (e) => Object.assign(e, { type: 'VerifiableCredential' })],
    ['a token that was changed', (e) => Object.assign(e, { id: `${e.id.slice(0, -4)}AAAA` })],
  ])('is refused with %s', async (_, spoil) => {
    const envelope = structuredClone(enveloped)
    spoil(envelope)
    expect((await shop.verify(envelope)).status).toBe(400)
  })

  test('may be presented', async () => {
    const answer = await shop.present(await signed({ verifiableCredential: [enveloped] }))
    expect(answer).toMatchObject({ status: 200, body: { verified: true, errors: [] } })
  })

  test('of a presentation needs its context and type too', async () => {
    const wrong = { '@context': [], type: 'EnvelopedVerifiablePresentation', id: enveloped.id }
    expect((await shop.present(wrong)).status).toBe(400)
  })
})
