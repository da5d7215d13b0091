import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Loose, openVcApi, type VcApiShop } from '../support/vc-api.ts'
import { issueOne } from '../support/workshop.ts'
import { smallest } from './data-model-cases.ts'

let shop: VcApiShop
let credential: Loose
beforeAll(async () => {
  shop = await openVcApi()
  credential = (await shop.issue(smallest({ id: 'urn:uuid:1' }))).body.verifiableCredential
})
afterAll(() => shop.close())

const notLists = ['string', {}, null, undefined, 10, true]
const notTexts = [[], {}, null, undefined, 10, true]

const spoilt: [string, string, unknown][] = [
  ...['@context', 'type', 'issuer', 'credentialSubject', 'proof'].map(
    (member): [string, string, unknown] => ['missing', member, undefined],
  ),
  ...notLists.map((value): [string, string, unknown] => ['no list', '@context', value]),
  ...notTexts.map((value): [string, string, unknown] => ['no texts', '@context', [value]]),
  ...notLists.map((value): [string, string, unknown] => ['no list', 'type', value]),
  ...notTexts.map((value): [string, string, unknown] => ['no texts', 'type', [value]]),
  ...[[], null, 10, true].map((value): [string, string, unknown] => ['no text', 'issuer', value]),
  ...['string', null, 10, true, []].map((value): [string, string, unknown] => [
    'no object',
    'credentialSubject',
    value,
  ]),
  ...['string', null, 10, true, []].map((value): [string, string, unknown] => [
    'no object',
    'proof',
    value,
  ]),
]

describe('as w3c-ccg/vc-api-verifier-test-suite asks, the verifier', () => {
  test('takes a good credential, whoever its issuer is', async () => {
    const { status, body } = await shop.verify(credential)
    expect(status).toBe(200)
    expect(body).toMatchObject({ verified: true, errors: [], report: { verdict: 'valid' } })
    expect(body.report.answers.issuer).toBe('unknown')
  })

  test.each(
    spoilt.map(([what, member, value]) => [member, what, JSON.stringify(value), value] as const),
  )('refuses %s that is %s: %s', async (member, _what, _text, value) => {
    const { [member]: _, ...rest } = credential
    const { status, body } = await shop.verify({
      ...rest,
      ...(value === undefined ? {} : { [member]: value }),
    })
    expect([status, body.verified]).toEqual([400, false])
    expect(body.problemDetails.length).toBeGreaterThan(0)
  })

  test('verifies what the service itself issues, and its revocation', async () => {
    const badge = JSON.parse((await issueOne(shop.service)).signed)
    expect((await shop.verify(badge)).body).toMatchObject({ verified: true, errors: [] })
  })

  test.each<[string, string, unknown]>([
    ['another member', '/credentials/verify', { credential: {} }],
    ['nothing', '/credentials/verify', ''],
    ['no JSON', '/credentials/verify', '{'],
    [
      'a member twice',
      '/credentials/verify',
      '{"verifiableCredential":{},"verifiableCredential":{}}',
    ],
    ['a number', '/credentials/verify', { verifiableCredential: 4 }],
    ['a text that is no token', '/credentials/verify', { verifiableCredential: 'no token' }],
    ['a token that is none', '/credentials/verify', { verifiableCredential: 'a.b.c' }],
    ['a document of no kind', '/credentials/verify', { verifiableCredential: { type: ['Other'] } }],
    [
      'a document of no kind',
      '/presentations/verify',
      { verifiablePresentation: { type: ['Other'] } },
    ],
    ['a credential', '/presentations/verify', { verifiableCredential: {} }],
    ['options that are none', '/credentials/verify', { verifiableCredential: {}, options: [] }],
  ])(
    'answers %s at %s with 400 and problem details of the W3C, never with 422',
    async (_, path, body) => {
      const answer = await shop.post(path, body)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({
        verified: false,
        errors: [{ type: expect.stringMatching(/^https:\/\/(www\.)?w3/) }],
      })
    },
  )

  test('tells a credential and a presentation apart', async () => {
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [credential],
    }
    expect((await shop.present(presentation)).status).toBe(200)
    expect((await shop.verify(presentation)).status).toBe(400)
    expect((await shop.present(credential)).status).toBe(400)
  })

  test('calls what it could not look at unknown, and does not verify it', async () => {
    const { status, body } = await shop.verify({
      ...credential,
      '@context': [...credential['@context'], 'https://example.org/none'],
    })
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      expect.objectContaining({
        type: 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR',
        code: 'form-context-not-pinned',
        outcome: 'unknown',
      }),
    ])
    expect(body.report.verdict).toBe('undecided')
  })

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})

describe('options.checks', () => {
  const expired = async () => {
    const dates = { validFrom: '2020-01-01T00:00:00Z', validUntil: '2021-01-01T00:00:00Z' }
    return (await shop.issue(smallest(dates))).body.verifiableCredential
  }

  test.each<[string, unknown, number]>([
    ['nothing, which means all', undefined, 400],
    ['an empty list, which means all', [], 400],
    ['the proof alone', ['proof'], 200],
    ['the status', ['proof', 'credentialStatus'], 200],
    ['the dates', ['proof', 'validityPeriod'], 400],
  ])('of %s decides about an expired credential', async (_, checks, expected) => {
    const { status, body } = await shop.verify(await expired(), { options: { checks } })
    expect(status).toBe(expected)
    const told = [...body.errors, ...body.warnings].map(({ code }: Loose) => code)
    expect(told).toContain('dates-expired')
  })

  test('never leaves the proof out', async () => {
    const changed = { ...credential, id: 'urn:uuid:2' }
    const options = { checks: ['credentialStatus'] }
    expect((await shop.verify(changed, { options })).status).toBe(400)
  })

  test.each([[['proofs']], ['proof'], [[4]], [{}], [[null]], [['constructor']]])(
    '%j are not known and refused',
    async (checks) => {
      const { status, body } = await shop.verify(credential, { options: { checks } })
      expect([status, body.errors[0].code]).toEqual([400, 'bad-request'])
    },
  )
})
