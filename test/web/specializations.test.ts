import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ruleBookOf } from '../../src/learning/eligibility/rule-book-of.ts'
import type { Specialization } from '../../src/learning/specialization.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { publicUrl } from '../support/workshop.ts'

let shop: Shop
let first: Specialization
beforeAll(async () => {
  shop = await openShop()
  first = shop.service.catalogue.specializations[0]!
})
afterAll(() => shop.close())

const asJson = { headers: { accept: 'application/json' } }

describe('/specializations', () => {
  test('every one of them has a page that says who is admitted', async () => {
    const list = await (await shop.ask('/specializations')).text()
    for (const { id, name, admission } of shop.service.catalogue.specializations) {
      expect(list).toContain(`href="/specializations/${id}"`)
      const page = await (await shop.ask(`/specializations/${id}`)).text()
      expect(page).toContain(name.en)
      for (const rule of admission.rules) expect(page).toContain(rule.name.en)
    }
  })

  test('the page is in the language of its reader, and says so of what is not', async () => {
    const page = await (await shop.ask(`/specializations/${first.id}?lang=el`)).text()
    expect(page).toContain('<html lang="el">')
    expect(page).toContain(`<span lang="el">${first.name.el}</span>`)
  })

  test('programs get what the catalogue says, and the version of the rules', async () => {
    const { version } = ruleBookOf(shop.service.catalogue, first)
    const body = await json(await shop.ask(`/specializations/${first.id}.json`))
    expect(body).toMatchObject({
      id: `${publicUrl}/specializations/${first.id}`,
      specialization: first.id,
      ruleVersion: version,
      name: first.name,
      places: first.places,
      admission: { eligible: first.admission.eligible },
    })
    expect(await json(await shop.ask(`/specializations/${first.id}`, asJson))).toEqual(body)
    const { specializations } = await json(await shop.ask('/specializations', asJson))
    expect(specializations).toContainEqual(body)
  })

  test('any page may read it', async () => {
    const { headers } = await shop.ask(`/specializations/${first.id}.json`)
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  test('one that is not there, and a form that is not, have codes', async () => {
    const unknown = await shop.ask('/specializations/none', asJson)
    expect([unknown.status, await problemCode(unknown)]).toEqual([404, 'specialization-unknown'])
    const picture = await shop.ask(`/specializations/${first.id}.png`, asJson)
    expect(await problemCode(picture)).toBe('not-found')
    const image = { headers: { accept: 'image/png' } }
    expect((await shop.ask(`/specializations/${first.id}`, image)).status).toBe(406)
  })
})
