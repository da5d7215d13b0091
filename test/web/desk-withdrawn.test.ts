import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

const words = messagesFor('en').pages.desk.decision
const ceco = '/provider/ceco'

let shop: Shop
let record: IssuedRecord
let token: string
let desk: DeskVisitor

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  token = shop.token('provider', ['ceco'])
  desk = await openDesk(shop, token)
})
afterAll(() => shop.close())

const ask = async (path: string, init: { method?: string; body?: string } = {}) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await shop.ask(path, { ...init, headers })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const idOf = (path: string) => path.split('/').at(-1) ?? ''
const page = async (path: string) => wordsOf(await desk.text(path))

async function decided(reference: string, ...fields: (readonly [string, string])[]) {
  return decideAt(desk, ceco, {
    fields: [['links', record.id], ['reference', reference], ['country', 'GR'], ...fields],
  })
}

describe('a decision that a reviewer settles once more after it was signed', () => {
  test('warns that the signed answer may be lost, and says what it still states', async () => {
    const path = await decided('P-1', ['statement', 'project-idea'])
    expect(await desk.text(path)).not.toContain(words.mayRevoke)
    const accept = { item: 'statement:project-idea', verdict: 'accepted', note: 'good' }
    await desk.post(`${path}/review`, accept)
    await desk.post(`${path}/issue`)
    expect(await desk.text(path)).toContain(words.mayRevoke)
    expect(await page(path)).not.toContain(words.stalePoints('2', '3'))
    const refuse = { ...accept, verdict: 'refused', note: 'not good' }
    expect((await desk.post(`${path}/review`, refuse)).status).toBe(400)
    await desk.post(`${path}/review`, { ...refuse, [`revokes:${accept.item}`]: 'yes' })
    expect(await page(path)).toContain(words.stalePoints('2', '3'))
  })

  test('takes no verdict by which it may be revoked without the tick, and keeps what was typed', async () => {
    const path = await decided('P-2', ['statement', 'project-idea'])
    const item = 'statement:project-idea'
    const note = 'does not say where'
    await desk.post(`${path}/review`, { accepted: item, [`note:${item}`]: 'good' })
    await desk.post(`${path}/issue`)
    const isAccepted = async () => {
      const { body } = await ask(`/api/eligibility/${idOf(path)}`)
      return JSON.stringify(body.waiting ?? body)
    }
    const before = await isAccepted()

    const untold = await desk.post(`${path}/review`, { refused: item, [`note:${item}`]: note })
    expect(untold.status).toBe(400)
    const text = await untold.text()
    expect(wordsOf(text)).toContain(words.mayRevoke)
    expect(text).toContain(note)
    expect(await isAccepted()).toBe(before)

    const told = { refused: item, [`note:${item}`]: note, [`revokes:${item}`]: 'yes' }
    expect((await desk.post(`${path}/review`, told)).status).toBe(303)
    expect(await isAccepted()).not.toBe(before)
  })

  test('asks for the tick of the item whose button was pressed, and for none before there is an answer', async () => {
    const path = await decided('P-3', ['statement', 'project-idea'])
    const item = 'statement:project-idea'
    const accept = { accepted: item, [`note:${item}`]: 'good' }
    expect((await desk.post(`${path}/review`, accept)).status).toBe(303)
    await desk.post(`${path}/issue`)
    const other = { ...accept, 'revokes:statement:host-library': 'yes' }
    expect((await desk.post(`${path}/review`, other)).status).toBe(400)
  })
})

describe('a signed answer', () => {
  test('is revoked by no provider, its own neither, nor by who issues for a course', async () => {
    const path = await decided('P-4')
    await desk.post(`${path}/issue`)
    const { body } = await ask(`/api/eligibility/${idOf(path)}`)
    const id = idOf(String(body.credential))
    expect(shop.service.issued(id)).toBeDefined()
    const others = [shop.token('provider', ['ceco']), shop.token('issuer', ['biblio-mooc'])]
    for (const by of [token, ...others]) {
      const answer = await shop.ask(`/api/credentials/${id}/revoke`, {
        method: 'POST',
        token: by,
        body: '{"reason":"a try"}',
      })
      expect([answer.status, await problemCode(answer)]).toEqual([403, 'forbidden'])
    }
    expect(shop.service.issued(id)?.revokedAt).toBeNull()
  })

  test('is not lost by the review of another provider', async () => {
    const path = await decided('P-5', ['statement', 'project-idea'])
    const item = 'statement:project-idea'
    await desk.post(`${path}/review`, { accepted: item, [`note:${item}`]: 'good' })
    await desk.post(`${path}/issue`)
    const stranger = await openDesk(shop, shop.token('provider', ['ceco']))
    const fields = { refused: item, [`note:${item}`]: 'no', [`revokes:${item}`]: 'yes' }
    expect((await stranger.post(`${path}/review`, fields)).status).toBe(404)
    const { body } = await ask(`/api/eligibility/${idOf(path)}`)
    expect(body).toMatchObject({ outcome: 'eligible', withdrawn: false })
  })
})

describe('a decision whose ground was revoked since', () => {
  test('says so first, offers no place, and gives its signed answer no more', async () => {
    const path = await decided('W-1')
    const unsigned = await decided('W-2')
    await desk.post(`${path}/issue`)
    expect((await ask(`/api/eligibility/${idOf(path)}`)).body).toMatchObject({ withdrawn: false })
    expect(await page(path)).not.toContain(words.withdrawn)
    await desk.post(`${path}/enrol`)
    await shop.service.revoke(record.id, 'by mistake')
    await shop.service.eligibility.recheck()

    for (const each of [path, unsigned]) {
      const text = await page(each)
      expect(text).toContain(words.withdrawn)
      expect(text).not.toContain(words.enrolNote)
      expect(text).not.toContain(words.issueNote)
      const { body } = await ask(`/api/eligibility/${idOf(each)}`)
      expect(body).toMatchObject({ outcome: 'eligible', withdrawn: true })
    }
    const again = await ask(`/api/eligibility/${idOf(path)}/issue`, {
      method: 'POST',
      body: '{"language": "en"}',
    })
    expect([again.status, again.body.code]).toEqual([409, 'not-eligible'])
  })

  test('keeps its place until it is given back, and says that no longer then', async () => {
    const list = await ask('/api/enrolments?specialization=ceco')
    const [enrolment] = list.body.enrolments as { id: string; supportGone: boolean }[]
    expect(enrolment?.supportGone).toBe(true)
    const { supportGone } = messagesFor('en').pages.enrolments
    expect(await page(`${ceco}/enrolments`)).toContain(supportGone)
    await desk.post(`${ceco}/enrolments/${enrolment?.id}/withdraw`, { note: 'gone' })
    const after = await page(`${ceco}/enrolments`)
    expect(after).toContain('Withdrawn')
    expect(after).not.toContain(supportGone)
  })
})

describe('the page of an eligibility', () => {
  test('does not send its holder to ask what they are eligible for', async () => {
    const other = await issueOne(shop.service, { name: 'Eva Ozola', key: 'email:eva@example.org' })
    const path = await decideAt(desk, ceco, { fields: [['links', other.id]] })
    await desk.post(`${path}/issue`)
    const { body } = await ask(`/api/eligibility/${idOf(path)}`)
    const html = { headers: { accept: 'text/html' } }
    expect(await (await shop.ask(`/c/${other.id}`, html)).text()).toContain('/eligibility"')
    const own = await (await shop.ask(String(body.credential), html)).text()
    expect(own).not.toContain('/eligibility"')
  })
})
