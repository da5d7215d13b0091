import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { classes } from '../../src/credential/credential-classes.ts'
import { conformObject } from '../../src/credential/hold-to-classes.ts'
import { catalogueWithPartners, type Loose } from '../support/partners.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { CATALOGUE: catalogueWithPartners() } })
})
afterAll(() => shop.close())

const did = 'did:web:badges.example.org:issuers:harbour-library'
const text = async (path: string, accept = 'text/html') =>
  (await shop.ask(path, { headers: { accept } })).text()

describe('/issuers/{id}', () => {
  test('is a page that says on whose behalf, what, from when, until when and with which keys', async () => {
    const page = await text('/issuers/harbour-library')
    for (const words of [
      'Harbour Library School',
      'BIBLIO Sample Academy',
      did,
      'href="/achievements/mooc-completion"',
      '1 January 2026',
      '31 December 2026',
      `${did}#ed25519-`,
      '/issuers/harbour-library/mandate.json',
      '/issuers/harbour-library/did.json',
    ])
      expect(page).toContain(words)
  })
  test('is an Open Badges Profile for programs, with the mandate in it', async () => {
    const profile = JSON.parse(await text('/issuers/harbour-library', 'application/json'))
    expect(profile).toMatchObject({ id: did, type: ['Profile'], name: 'Harbour Library School' })
    const place = { classes: { shapes: classes, tellsNull: true }, path: '$' }
    expect(conformObject('Profile', profile, place)).toEqual([])
    expect(profile.endorsement[0].credentialSubject.id).toBe(did)
  })
  test('is a refusal for whom there is not', async () => {
    const answer = await shop.ask('/issuers/nobody', { headers: { accept: 'application/json' } })
    expect([answer.status, await problemCode(answer)]).toEqual([404, 'partner-unknown'])
    for (const path of ['/issuers/nobody/did.json', '/issuers/programme/mandate.json'])
      expect((await shop.ask(path)).status).toBe(404)
  })
})

describe('what is published of keys', () => {
  test('is each under its own address, and all in the set of the host with their issuer', async () => {
    const own = await json<Loose>(await shop.ask('/issuers/harbour-library/jwks.json'))
    const all = await json<Loose>(await shop.ask('/.well-known/jwks.json'))
    expect(new Set(own.keys.map(({ iss }: Loose) => iss))).toEqual(new Set([did]))
    expect(all.keys).toHaveLength(6)
    expect(new Set(all.keys.map(({ iss }: Loose) => iss)).size).toBe(3)
    for (const { kid, iss } of all.keys) {
      const one = await json<Loose>(await shop.ask(new URL(kid).pathname))
      expect([one.kid, one.iss]).toEqual([kid, iss])
    }
  })
  test('leaves the programme’s own document as it is', async () => {
    const document = await json<Loose>(await shop.ask('/.well-known/did.json'))
    expect([document.id, document.verificationMethod.length]).toEqual([
      'did:web:badges.example.org',
      2,
    ])
  })
})

describe('GET /api/issuers', () => {
  test('lists the programme and its partners with scope, mandate and keys, and no secret', async () => {
    const answer = await shop.ask('/api/issuers')
    const body = await answer.text()
    const { issuers } = JSON.parse(body)
    expect(issuers).toMatchObject([
      { id: 'programme', scope: null, mandate: null },
      {
        id: 'harbour-library',
        did,
        scope: { achievements: ['mooc-completion'], from: '2026-01-01', until: '2026-12-31' },
        mandate: 'https://badges.example.org/issuers/harbour-library/mandate.json',
        keys: [{ state: 'active' }, { state: 'active' }],
      },
      { id: 'hill-academy', scope: { until: null } },
    ])
    expect(body).not.toContain('privateJwk')
  })
})

describe('/issuer', () => {
  test('names those who issue on behalf of the programme', async () => {
    const page = await text('/issuer')
    expect(page).toContain('href="/issuers/harbour-library"')
    expect(page).toContain('Hill Academy')
  })
})

describe('the page of a credential of a partner', () => {
  test('says by whom it is, on whose behalf, and how that is known', async () => {
    const { id } = await issueOne(shop.service, {}, 'harbour-library')
    const page = await text(`/c/${id}`)
    expect(page).toContain('Harbour Library School')
    expect(page).toMatch(/On behalf of<\/dt><dd>(<[^>]+>)?BIBLIO Sample Academy/)
    expect(page).toContain('which is on our list of known issuers and has signed its mandate')
  })
})

describe('an import', () => {
  const body = 'learner_id,name,completed_on\n1,Ada,2026-05-04\n2,Bea,2025-05-04\n'
  const send = async (query: string) =>
    shop.ask(`/api/completions?course=biblio-mooc&run=7&dates=ymd&${query}`, {
      method: 'POST',
      token: shop.token('issuer'),
      headers: { 'content-type': 'text/csv' },
      body,
    })
  test('by a partner tells for each row what is outside of its scope', async () => {
    const answer = await json<Loose>(await send('dryRun=true&issuer=harbour-library'))
    expect(answer.lines.map(({ awards }: Loose) => awards[0].outcome)).toEqual([
      'reserved',
      'issuer-out-of-scope',
    ])
    expect(answer.summary.issuerOutOfScope).toBe(1)
  })
  test('by the programme has none', async () => {
    const answer = await json<Loose>(await send('dryRun=true&issuer=programme'))
    expect(answer.summary).toMatchObject({ reserved: 2, issuerOutOfScope: 0 })
  })
  test('by nobody is refused', async () => {
    expect(await problemCode(await send('issuer=nobody'))).toBe('partner-unknown')
  })
})
