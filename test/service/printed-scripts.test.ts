import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test.each([
  ['Georgian', 'ნინო ბერიძე'],
  ['Armenian', 'Արամ Խաչատրյան'],
  ['Ethiopic', 'ሰላም ተስፋዬ'],
])(
  'a certificate in a name of %s letters is found to print what is signed',
  async (script, name) => {
    const record = await issueOne(shop.service, { key: `email:${script}@example.org`, name })
    const pdf = await shop.ask(`/c/${record.id}.pdf`)
    expect(pdf.status).toBe(200)
    const answer = await shop.ask('/api/verify', {
      method: 'POST',
      body: Buffer.from(await pdf.arrayBuffer()),
      headers: { 'content-type': 'application/pdf' },
    })
    expect(await answer.json()).toMatchObject({ verdict: 'valid', facts: { recipient: name } })
  },
)
