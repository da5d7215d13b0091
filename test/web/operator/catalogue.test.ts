import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { packageFile } from '../../../src/package-root.ts'
import { openOperator } from '../../support/operator.ts'
import { adminToken, json, openShop, type Shop } from '../../support/shop.ts'

let shop: Shop
let issuer: Awaited<ReturnType<typeof openOperator>>
const shipped = readFileSync(packageFile('catalogue', 'biblio.json'), 'utf8')
// The same with another name of the certificate, under the same version.
const reworded = shipped.replaceAll('BIBLIO MOOC', 'BIBLIO course')

const check = async (text: string) =>
  json<{ complaints: unknown[]; differences: { achievement: string; judgement: string }[] }>(
    await shop.ask('/api/catalogue/check', {
      method: 'POST',
      token: adminToken,
      headers: { 'Content-Type': 'application/json' },
      body: text,
    }),
  )

beforeAll(async () => {
  shop = await openShop()
  issuer = await openOperator(shop, 'issuer', ['biblio-mooc'])
  await shop.ask('/api/completions?course=biblio-mooc&run=1', {
    method: 'POST',
    token: adminToken,
    headers: { 'Content-Type': 'text/csv' },
    body: 'email,name,completed_on\nanna@example.org,Anna,2026-11-20\n',
  })
  await shop.service.issue()
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

describe('the catalogue at the desk', () => {
  test('shows every achievement with how many there are, and the version in force', async () => {
    const page = await issuer.text('/desk/catalogue')
    for (const { id } of shop.service.achievements.values())
      expect(page).toContain(`href="/desk/catalogue/${id}"`)
    expect(page).toContain(shop.service.operator.catalogue.versions()[0]?.digest.slice(0, 12))
  })

  test('has a page for each with its pictures, and none for another', async () => {
    for (const id of shop.service.achievements.keys()) {
      const page = await issuer.text(`/desk/catalogue/${id}`)
      expect(page).toContain(`/achievements/${id}/en.png`)
    }
    expect((await issuer.get('/desk/catalogue/nothing')).status).toBe(404)
  })

  test('hands out the text that was in force', async () => {
    const [version] = shop.service.operator.catalogue.versions()
    const answer = await issuer.get(`/desk/catalogue/versions/${version?.digest}.json`)
    expect(await answer.text()).toBe(shipped)
    expect((await issuer.get(`/desk/catalogue/versions/${'0'.repeat(64)}.json`)).status).toBe(404)
  })

  const send = (text: string | null) => {
    const data = new FormData()
    data.append('form', issuer.form)
    if (text !== null) data.append('file', new Blob([text]), 'next.json')
    return shop.ask('/desk/catalogue/check', {
      method: 'POST',
      body: data,
      headers: { cookie: issuer.cookie, accept: 'text/html' },
    })
  }

  test('checks another one and changes nothing', async () => {
    const page = await (await send(reworded)).text()
    expect(page).toContain('changed under the same version')
    expect(shop.service.operator.catalogue.versions()).toHaveLength(1)
  })

  test('tells what is wrong with one, where', async () => {
    const broken = JSON.parse(shipped)
    broken.courses[0].modules[0].area = 'no-such-area'
    const page = await (await send(JSON.stringify(broken))).text()
    expect(page).toContain('$.courses[0].modules[0].area')
    expect(await (await send('{')).text()).toContain('this is not JSON')
  })

  test('wants a file', async () => {
    expect((await send(null)).status).toBe(400)
    expect((await send('')).status).toBe(400)
  })
})

describe('/api/catalogue', () => {
  test('is for issuers and reviewers', async () => {
    const asked = async (token?: string) =>
      (await shop.ask('/api/catalogue', token ? { token } : {})).status
    expect(await asked()).toBe(401)
    expect(await asked(shop.token('provider'))).toBe(403)
    expect(await asked(shop.token('issuer'))).toBe(200)
  })

  test('checks what is the same, and what would break what was issued', async () => {
    expect(await check(shipped)).toMatchObject({ complaints: [], differences: [] })
    const other = JSON.parse(shipped)
    const held = [...shop.service.operator.catalogue.issued().keys()]
    other.courses[0].achievements = other.courses[0].achievements.map(
      (each: { id: string; hours: number | null }) =>
        held.includes(each.id) ? { ...each, hours: 1 } : each,
    )
    const { differences } = await check(JSON.stringify(other))
    expect(differences.map(({ achievement, judgement }) => [achievement, judgement])).toEqual(
      held.map((id) => [id, 'breaks']),
    )
  })
})

describe('another catalogue in force', () => {
  test('changes nothing that was issued, and both versions are kept', async () => {
    const [record] = shop.service.ledger.credentials.issued('', 1)
    const path = `/c/${record?.id}`
    const before = await (await shop.ask(`${path}.json`)).text()
    const [pdf] = [await (await shop.ask(`${path}.pdf`)).arrayBuffer()]
    const file = join(shop.dataDir, 'next.json')
    writeFileSync(file, reworded)
    await shop.stop()
    const next = await openShop({ dataDir: shop.dataDir, env: { CATALOGUE: file } })
    try {
      expect(await (await next.ask(`${path}.json`)).text()).toBe(before)
      const again = await (await next.ask(`${path}.pdf`)).arrayBuffer()
      expect(Buffer.from(again).includes('credential.json')).toBe(
        Buffer.from(pdf).includes('credential.json'),
      )
      expect(await (await next.ask(path)).text()).toContain('BIBLIO MOOC')
      expect(next.service.operator.catalogue.versions()).toHaveLength(2)
      const { report } = await next.service.verify(Buffer.from(before))
      expect(report.verdict).toBe('valid')
    } finally {
      await next.stop()
    }
  })
})
