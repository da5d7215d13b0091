import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Loose, openVcApi, type VcApiShop } from '../support/vc-api.ts'
import { smallest } from './data-model-cases.ts'

let shop: VcApiShop
beforeAll(async () => {
  shop = await openVcApi()
})
afterAll(() => shop.close())

const purposes = ['revocation', 'suspension'] as const
type Purpose = (typeof purposes)[number]

async function issueWith(credentialStatus: Loose, changes: Loose = {}): Promise<Loose> {
  const { status, body } = await shop.issue(smallest(changes), { options: { credentialStatus } })
  expect(status).toBe(201)
  return body.verifiableCredential
}

const flip = (credentialId: string, statusPurpose: string, more: Loose = {}) =>
  shop.post('/credentials/status', {
    credentialId,
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose },
    ...more,
  })

async function listOf(entry: Loose): Promise<Loose> {
  const response = await shop.ask(new URL(entry.statusListCredential).pathname)
  expect(response.headers.get('content-type')).toContain('application/vc')
  return response.json()
}

function bitOf(list: Loose, entry: Loose): number {
  const { encodedList } = list.credentialSubject
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
  expect(encodedList[0]).toBe('u')
  expect(bits.length).toBeGreaterThanOrEqual(16 * 1024)
  const index = Number(entry.statusListIndex)
  return ((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1
}

describe.each(purposes)(
  'as w3c/vc-bitstring-status-list-test-suite asks, %s',
  (purpose: Purpose) => {
    test('has an entry as the standard wants it, in a list that is a credential itself', async () => {
      const issued = await issueWith({ statusPurpose: purpose })
      const entry = issued.credentialStatus
      expect(entry).toMatchObject({
        type: 'BitstringStatusListEntry',
        statusPurpose: purpose,
        statusListIndex: expect.stringMatching(/^(0|[1-9]\d*)$/),
        statusListCredential: expect.stringMatching(
          /^https:\/\/badges\.example\.org\/vc-api\/status\//,
        ),
      })
      expect(entry.id).not.toBe(entry.statusListCredential)
      const list = await listOf(entry)
      expect(list).toMatchObject({
        id: entry.statusListCredential,
        type: expect.arrayContaining(['VerifiableCredential', 'BitstringStatusListCredential']),
        issuer: issued.issuer,
        credentialSubject: { type: 'BitstringStatusList', statusPurpose: purpose },
      })
      expect((await shop.verify(list)).status).toBe(200)
    })

    test('is read by the verifier, set and cleared', async () => {
      const issued = await issueWith([{ type: 'BitstringStatusListEntry', statusPurpose: purpose }])
      const entry = issued.credentialStatus
      expect((await shop.verify(issued)).body).toMatchObject({ verified: true, errors: [] })
      expect((await flip(issued.id, purpose)).status).toBe(200)
      expect(bitOf(await listOf(entry), entry)).toBe(1)
      const { status, body } = await shop.verify(issued)
      expect(status).toBe(400)
      expect(body.errors).toEqual([
        expect.objectContaining({
          type: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
          code: purpose === 'revocation' ? 'status-revoked' : 'status-suspended',
        }),
      ])
      expect((await flip(issued.id, purpose, { status: false })).status).toBe(200)
      expect(bitOf(await listOf(entry), entry)).toBe(0)
    })
  },
)

describe('a status', () => {
  test('is told apart from the proof when only that is asked for', async () => {
    const issued = await issueWith(true)
    await flip(issued.id, 'revocation')
    const proofAlone = await shop.verify(issued, { options: { checks: ['proof'] } })
    expect(proofAlone).toMatchObject({ status: 200, body: { verified: true } })
    expect(proofAlone.body.warnings).toContainEqual(
      expect.objectContaining({ code: 'status-revoked' }),
    )
    const both = await shop.verify(issued, { options: { checks: ['proof', 'credentialStatus'] } })
    expect(both.status).toBe(400)
  })

  test('goes by the id that the caller gave, and several go together', async () => {
    const { body } = await shop.issue(smallest(), {
      options: {
        credentialId: 'urn:mine',
        credentialStatus: purposes.map((statusPurpose) => ({ statusPurpose })),
      },
    })
    const issued = body.verifiableCredential
    expect(issued.credentialStatus.map((entry: Loose) => entry.statusPurpose)).toEqual(purposes)
    expect((await flip(issued.id, 'suspension')).status).toBe(404)
    expect((await flip('urn:mine', 'suspension')).status).toBe(200)
    expect((await shop.verify(issued)).body.errors).toEqual([
      expect.objectContaining({ code: 'status-suspended' }),
    ])
  })

  test.each(['Ed25519', 'P-256', 'P-384'] as const)(
    'is signed by the key of %s that issued',
    async (curve) => {
      const issuer = {
        Ed25519: shop.issuers.ed25519,
        'P-256': shop.issuers.p256,
        'P-384': shop.issuers.p384,
      }[curve]
      const issued = await issueWith(true, { issuer })
      expect((await listOf(issued.credentialStatus)).issuer).toBe(issuer)
      expect((await shop.verify(issued)).status).toBe(200)
    },
  )

  test.each([
    ['another type', { type: 'StatusList2021Entry', statusPurpose: 'revocation' }],
    ['another purpose', { statusPurpose: 'message' }],
    ['a text', 'revocation'],
  ])('of %s is not given out', async (_, credentialStatus) => {
    expect((await shop.issue(smallest(), { options: { credentialStatus } })).status).toBe(400)
  })

  test('is not added where the credential has one', async () => {
    const entry = { id: 'urn:x:1', type: 'https://example.org/#Status' }
    const answer = await shop.issue(smallest({ credentialStatus: entry }), {
      options: { credentialStatus: true },
    })
    expect(answer.status).toBe(400)
  })

  test('of a credential that was not well formed takes no place in a list', async () => {
    const before = shop.service.ledger.vcApiStatuses.placeOf('urn:not-formed', 'revocation')
    await shop.issue(smallest({ name: 4 }), {
      options: { credentialId: 'urn:not-formed', credentialStatus: true },
    })
    const after = shop.service.ledger.vcApiStatuses.placeOf('urn:not-formed', 'revocation')
    expect([before, after]).toEqual([undefined, undefined])
  })

  test.each(['ed25519-99', 'ed25519-0', 'p-521-1', 'x', '1', 'ed25519-1e3'])(
    'list %s is not there',
    async (name) => {
      expect((await shop.ask(`/vc-api/status/${name}`)).status).toBe(404)
    },
  )

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})
