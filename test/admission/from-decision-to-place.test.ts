import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ApplicationForm } from '../../src/admission/application-form.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let token: string
beforeAll(async () => {
  shop = await openShop()
  token = shop.token('provider')
})
afterAll(async () => {
  await shop.close()
  expect(shop.faults).toEqual([])
})

const callerOf = (bearer = token) => shop.service.recognise(`Bearer ${bearer}`)

async function decide(credentials: readonly { readonly signed: string }[], bearer = token) {
  const form: ApplicationForm = {
    specialization: 'ceco',
    sources: credentials.map(({ signed }, index) => ({
      name: `${index}`,
      check: () => shop.service.verify(Buffer.from(signed)),
    })),
    statements: [],
    person: null,
    country: 'GR',
    reference: null,
    appliedAt: null,
  }
  return shop.service.admissions.decide(form, callerOf(bearer))
}

const enrol = (body: object, bearer = token) =>
  shop.ask('/api/enrolments', {
    method: 'POST',
    token: bearer,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('from certificates to a place', () => {
  test('a completed MOOC is decided on, enrolled, and flagged once it is taken back', async () => {
    const mooc = await issueOne(shop.service)
    const view = await decide([mooc])
    expect(view.decision.outcome).toBe('eligible')
    const first = await enrol({ decision: view.id })
    const enrolment = await json<{ id: string; location: string }>(first)
    expect([first.status, enrolment]).toMatchObject([201, { state: 'enrolled', country: 'GR' }])
    const { ledger } = shop.service
    const credential = await shop.service.eligibility.issue(
      { ...view, book: shop.service.admissions.ruleBook('ceco') },
      {
        held: () => ledger.decisions.byId(view.id)?.credential ?? null,
        record: (id: string) => ledger.decisions.setCredential(view.id, id),
      },
      'en',
    )
    expect((await enrol({ specialization: 'ceco', credential })).status).toBe(200)
    shop.service.revoke(mooc.id, 'a test')
    expect((await shop.service.eligibility.recheck()).revoked).toEqual([credential])
    const now = await json(await shop.ask(enrolment.location, { token }))
    expect(now).toMatchObject({ state: 'enrolled', supportGone: true })
    const { events } = shop.service.admissions.find(view.id, callerOf())
    expect(events.map(({ action }) => action)).toContain('enrolled')
  })

  test('one person has one place, with whomever the certificates were left', async () => {
    const mooc = await issueOne(shop.service, { key: 'email:ilze@example.org', name: 'Ilze' })
    const other = shop.token('provider')
    const [here, again, there] = [
      await decide([mooc]),
      await decide([mooc]),
      await decide([mooc], other),
    ]
    expect((await enrol({ decision: here.id })).status).toBe(201)
    expect(await problemCode(await enrol({ decision: again.id }))).toBe('already-enrolled')
    const told = await enrol({ decision: there.id }, other)
    const text = await told.clone().text()
    expect(await problemCode(told)).toBe('already-enrolled')
    expect(text).not.toContain(here.id)
    expect(JSON.parse(text).errors).toEqual([
      { at: 'person', message: expect.stringContaining('at another training provider') },
    ])
    expect(await problemCode(await enrol({ decision: there.id }))).toBe('decision-not-found')
  })

  test('who is not eligible is not enrolled', async () => {
    const view = await decide([])
    expect(view.decision.outcome).not.toBe('eligible')
    expect(await problemCode(await enrol({ decision: view.id }))).toBe('not-eligible')
  })
})
