import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { decided, heldForeign, heldOwn, linkInMemory } from '../support/granted.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let next = 0

async function grant(language: 'en' | 'el' = 'en') {
  const key = `email:${++next}@example.org`
  const basis = await issueOne(shop.service, { key, name: 'Ελένη Παπά' })
  const held = [heldOwn(basis), heldForeign({ name: 'Ελένη Παπά' })]
  const stored = decided(shop.service, held, { id: `decision-${next}` })
  return { basis, id: await shop.service.eligibility.issue(stored, linkInMemory(), language) }
}

const page = async (path: string, language = 'en') => {
  const headers = { accept: 'text/html', 'accept-language': language }
  const response = await shop.ask(path, { headers })
  return { status: response.status, text: await response.text() }
}

describe('the page of an eligibility', () => {
  test('says for what, until when, by which rules and on what it rests', async () => {
    const { id, basis } = await grant()
    const { text } = await page(`/c/${id}`)
    for (const part of [
      'Ελένη Παπά',
      'was found to be',
      'Eligible for the CECO specialization',
      'All conditions of admission are met.',
      '30 of 70 points',
      `href="/c/${basis.id}"`,
      'https://school.example/credentials/17',
      'href="/specializations/ceco"',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('No longer supported')
    expect(text).not.toContain('https://school.example/credentials/17"')
  })

  test.each([
    ['en', 'No longer supported', 'Withdrawn by its issuer.'],
    ['el', 'Δεν στηρίζεται πια', 'Ανακλήθηκε από τον εκδότη του.'],
  ])('says in %s as soon as something it rests on is revoked', async (language, title, state) => {
    const { id, basis } = await grant()
    shop.service.revoke(basis.id, 'a test')
    const { text } = await page(`/c/${id}`, language)
    expect(text).toContain(title)
    expect(text).toContain(state)
    expect(text).toContain('tone-bad')
    expect(text).not.toMatch(/href="[^"]*\.pdf"|linkedin/i)
  })

  test('says that it is revoked, and why, once it was looked at', async () => {
    const { id, basis } = await grant()
    shop.service.revoke(basis.id, 'a private reason')
    await shop.service.eligibility.recheck()
    const { text } = await page(`/c/${id}`)
    expect(text).toContain('A certificate that it rests on was withdrawn.')
    expect(text).not.toContain('No longer supported')
    expect(text).not.toContain('recheck:')
    expect(await json(await shop.ask(`/c/${id}/status.json`))).toMatchObject({
      status: 'revoked',
      reason: 'support-withdrawn',
    })
  })

  test('weighs less than 50 KB, in any language', async () => {
    const { id } = await grant('el')
    for (const language of languages)
      expect(Buffer.byteLength((await page(`/c/${id}`, language)).text)).toBeLessThan(50_000)
  })
})

describe('/achievements/eligible-{specialization}', () => {
  test('is a page in both languages, and an Achievement for programs', async () => {
    for (const path of ['/achievements/eligible-ceco', '/achievements/eligible-ceco/el']) {
      expect((await page(path)).status).toBe(200)
      const response = await shop.ask(path, { headers: { accept: 'application/json' } })
      expect(await json(response)).toMatchObject({
        type: ['Achievement'],
        achievementType: 'ext:SpecializationEligibility',
      })
    }
  })

  test('has a picture, and is in the list', async () => {
    expect((await shop.ask('/achievements/eligible-ceco.png')).status).toBe(200)
    expect((await page('/achievements')).text).toContain('href="/achievements/eligible-ceco"')
  })

  test('claims no hours and no level', async () => {
    const { text } = await page('/achievements/eligible-ceco')
    expect(text).not.toMatch(/Study time|EQF/)
    expect((await page('/achievements/mooc-completion')).text).toMatch(/Study time/)
  })
})
