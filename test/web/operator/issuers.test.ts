import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openOperator } from '../../support/operator.ts'
import { catalogueWithPartners } from '../../support/partners.ts'
import { openShop, type Shop } from '../../support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { CATALOGUE: catalogueWithPartners() } })
})
afterAll(() => shop.close())

describe('/desk/issuers', () => {
  test('shows who issues what, until when and with which keys in which state', async () => {
    const { cookie } = await openOperator(shop, 'issuer')
    const page = await (await shop.ask('/desk/issuers', { headers: { cookie } })).text()
    const [key] = (await shop.service.keyring.of('harbour-library')).all
    for (const words of [
      'Harbour Library School',
      'did:web:badges.example.org:issuers:harbour-library',
      '31 December 2026',
      'Everything',
      `<code>${key?.kid}</code> In use`,
    ])
      expect(page).toContain(words)
    expect(page).toContain('aria-current="page"')
  })
  test('is not for a training provider, nor for whoever has not signed in', async () => {
    const { cookie } = await openOperator(shop, 'provider')
    expect((await shop.ask('/desk/issuers', { headers: { cookie } })).status).toBe(403)
    const page = await (await shop.ask('/desk/issuers')).text()
    expect(page).not.toContain('Harbour Library School')
  })
})
