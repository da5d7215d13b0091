import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { signJwt } from '../../src/proof/jwt.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { signAnything } from '../support/strangers.ts'
import { issueOne } from '../support/workshop.ts'
import { expectValid, isReport, judge } from './attack.ts'
import { pngWith } from './pictures.ts'

/** Somebody has a copy of our key, and signs with it elsewhere: all of it is genuine but for one thing. */

let shop: Shop
let honest: SignedBadge
beforeAll(async () => {
  shop = await openShop({ env: { TRUST_PROXY: '1' } })
  const record = await issueOne(shop.service)
  honest = JSON.parse(record.signed)
})
afterAll(() => shop.close())

const steal = (over: object) => signAnything(shop.service, { ...honest, ...over })
const world = () => ({ shop }) as unknown as Parameters<typeof judge>[0]

const elsewhere = () => `${new URL(honest.id).origin}/c/${'a'.repeat(26)}`
const older = '2020-01-01T00:00:00Z'

const thefts: readonly (readonly [string, () => object])[] = [
  ['under an id of ours that does not exist', () => ({ id: elsewhere() })],
  [
    'under an id that is no address',
    () => ({ id: 'urn:uuid:0c07b2d4-5a0e-4a8b-8a53-2f4e7c0f6f10' }),
  ],
  ['under an address elsewhere', () => ({ id: 'https://thief.example/c/1' })],
  ['under our host and another port', () => ({ id: elsewhere().replace('/c/', ':8443/c/') })],
  ['under the id of an honest one', () => ({ name: 'Doctor' })],
  [
    'under the id of an honest one, newer than that',
    () => ({ name: 'Doctor', validFrom: new Date().toISOString().replace(/\.\d+/, '') }),
  ],
  ['to last longer', () => ({ validUntil: '2099-01-01T00:00:00Z' })],
  ['without a status', () => ({ id: elsewhere(), credentialStatus: undefined })],
  ['with the address of a page of ours for its id', () => ({ id: `${honest.id}.pdf` })],
]

describe('what was signed with our own key', () => {
  test('is valid when we issued it', async () => {
    expectValid(await judge(world(), honest))
  })

  test.each(thefts)('but not by us, %s, is not genuine', async (_what, change) => {
    const stolen = await steal(JSON.parse(JSON.stringify(change())))
    const outcome = await judge(world(), stolen)
    if (!isReport(outcome)) throw outcome
    expect(outcome).toMatchObject({ verdict: 'invalid', answers: { genuine: 'no' } })
    const told = outcome.findings.map((finding) => `${finding.outcome} ${finding.reason}`)
    expect(told).toEqual(
      expect.arrayContaining(['passed signature-holds', 'failed published-not-ours']),
    )
    expect(told.filter((each) => each.startsWith('failed'))).toHaveLength(1)
  })

  test('to stand before an honest one is told as outdated, and is not valid', async () => {
    const outcome = await judge(world(), await steal({ name: 'Doctor', validFrom: older }))
    expect(outcome).toMatchObject({ verdict: 'invalid', status: 'replaced' })
  })

  test('but not by us, as a token or in a picture, is not genuine', async () => {
    const keys = await shop.service.keyring.current()
    const { proof: _, ...unsigned } = { ...honest, id: elsewhere() }
    const token = await signJwt(unsigned, keys.signer('ES256'))
    const png = pngWith(JSON.stringify(await steal({ id: elsewhere() })))
    for (const handed of [token, png])
      expect(await judge(world(), handed)).toMatchObject({
        verdict: 'invalid',
        answers: { genuine: 'no' },
      })
  })

  test('but not by us is not told as good among others', async () => {
    const outcome = await judge(world(), {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [honest, await steal({ id: elsewhere() })],
    })
    expect(outcome).toMatchObject({
      verdict: 'invalid',
      credentials: [{ verdict: 'valid' }, { verdict: 'invalid' }],
    })
  })

  test('but not by us is told so on the page', async () => {
    const pageOf = async (credential: object) => {
      const form = new FormData()
      form.set('text', JSON.stringify(credential))
      return (await shop.ask('/verify', { method: 'POST', body: form })).text()
    }
    expect(await pageOf(honest)).toContain('class="verdict tone-good"')
    const page = await pageOf(await steal({ id: elsewhere(), name: 'Doctor' }))
    expect(page).toContain('this service never issued it')
    expect(page).toContain('class="verdict tone-bad"')
    expect(page).not.toContain('verdict tone-good')
  })
})
