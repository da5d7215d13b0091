import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Connection } from '../../src/service/inbound/connections.ts'
import { openClock } from '../support/clock.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'

const clock = openClock()
let shop: Shop
let connection: Connection
const home = 'https://moodle.example.org'
const activities = {
  [`${home}/course/view.php?id=2`]: 'biblio-mooc',
  [`${home}/mod/quiz/view.php?id=1`]: '',
}

/** Modules of one area, which are earned together. */
let modules: string[] = []

beforeAll(async () => {
  shop = await openShop({ now: clock.now, env: { CALLS_PER_MINUTE: '10000' } })
  const course = shop.service.catalogue.courses[0]
  const area = course?.modules[0]?.area
  modules = course?.modules.filter((module) => module.area === area).map(({ id }) => id) ?? []
  connection = await connect('xapi')
})
afterAll(() => shop.close())

const moduleActivity = (id: string) => `${home}/mod/${id}`
const connect = (run: string) =>
  shop.service.inbound.connections.add({
    kind: 'xapi',
    label: 'Moodle',
    course: 'biblio-mooc',
    run,
    settings: {
      activities: {
        [`${home}/course/view.php?id=2`]: activities[`${home}/course/view.php?id=2`],
        ...Object.fromEntries(modules.map((id) => [moduleActivity(id), id])),
      },
    },
    createdBy: 'test',
  })

const basic = ({ record }: Connection, secret = shop.service.inbound.connections.secret(record)) =>
  `Basic ${Buffer.from(`${record.id}:${secret}`).toString('base64')}`

const send = (body: unknown, over: Record<string, string> = {}, of = connection) =>
  shop.ask('/xapi/statements', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: basic(of),
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
      ...over,
    },
  })

const completed = 'http://adlnet.gov/expapi/verbs/completed'
const statement = (over: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  actor: { name: 'Ada Lovelace', account: { homePage: home, name: '17' } },
  verb: { id: completed, display: { en: 'completed' } },
  object: { id: `${home}/course/view.php?id=2`, definition: { name: { en: 'BIBLIO' } } },
  result: { completion: true, score: { scaled: 0.87 } },
  timestamp: '2026-11-20T10:00:00.000Z',
  ...over,
})
const account = (name: string) => ({ name: `Learner ${name}`, account: { homePage: home, name } })

const outcomes = (of = connection) => {
  const [batch = ''] = shop.service.ledger.connections.batches(of.record.id, 1)
  const lines = shop.service.ledger.batches.lines(batch, { line: 0, offset: 0 }, 500)
  return lines.map(({ outcome, code, achievement }) => [outcome, code ?? achievement])
}
const counts = (of = connection) => shop.service.ledger.connections.counts(of.record.id)

describe('POST /xapi/statements', () => {
  test('answers with the ids, and issues what a completed course earned', async () => {
    const told = statement()
    const answer = await send(told)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-experience-api-version')).toBe('1.0.3')
    expect(await json(answer)).toEqual([told.id])
    expect(outcomes()).toEqual([['reserved', 'mooc-completion']])
    expect(await json(await send(told))).toEqual([told.id])
    expect(outcomes()).toHaveLength(1)
    await shop.service.issue()
    const key = `lms:${home} 17`
    expect(shop.service.ledger.learners.byKey(key)).toBeDefined()
  })

  test('speaks 2.0 as well', async () => {
    const answer = await send(statement(), { 'x-experience-api-version': '2.0.0' })
    expect([answer.status, answer.headers.get('x-experience-api-version')]).toEqual([200, '2.0.0'])
  })

  test('adds modules up until they earn an area, whatever their order', async () => {
    const own = await connect('modules')
    for (const [at, id] of modules.entries()) {
      const object = { id: moduleActivity(id) }
      await send(statement({ actor: account('m'), object, result: {} }), {}, own)
      const isLast = at === modules.length - 1
      expect(outcomes(own).at(-1)?.[0]).toBe(isLast ? 'reserved' : 'nothing-earned')
    }
  })

  test('keeps what was done without a name until one comes', async () => {
    const own = await connect('nameless')
    const nameless = { account: { homePage: home, name: '99' } }
    await send(statement({ actor: nameless }), {}, own)
    expect(outcomes(own)).toEqual([['rejected', 'name-missing']])
    const module = { id: moduleActivity(modules[0] ?? '') }
    await send(statement({ actor: { ...nameless, name: 'Now Named' }, object: module }), {}, own)
    expect(outcomes(own).at(-1)).toEqual(['reserved', 'mooc-completion'])
  })

  test.each([
    ['an address', { name: 'M', mbox: 'mailto:m@example.org' }, ['reserved', 'mooc-completion']],
    [
      'the digest of one',
      { name: 'M', mbox_sha1sum: 'ab'.repeat(20) },
      ['rejected', 'actor-unusable'],
    ],
    ['an OpenID', { name: 'M', openid: 'https://m.example.org' }, ['rejected', 'actor-unusable']],
    [
      'a group',
      { objectType: 'Group', name: 'M', mbox: 'mailto:g@example.org' },
      ['rejected', 'actor-unusable'],
    ],
  ])('tells whom it is about by %s', async (what, actor, wanted) => {
    const own = await connect(`by-${what.replaceAll(' ', '-')}`)
    expect((await send(statement({ actor }), {}, own)).status).toBe(200)
    expect(outcomes(own)).toEqual([wanted])
  })

  test.each([
    ['of another verb', { verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' } }],
    ['that say it was not completed', { result: { completion: false } }],
    [
      'of failing',
      { verb: { id: 'http://adlnet.gov/expapi/verbs/passed' }, result: { success: false } },
    ],
    ['about something that counts for nothing', { object: { id: `${home}/mod/page/1` } }],
    ['about another statement', { object: { objectType: 'StatementRef', id: randomUUID() } }],
  ])('takes statements %s, counts them and does nothing', async (_what, over) => {
    const before = [counts().ignored, outcomes().length]
    const answer = await send(statement({ actor: account('none'), ...over }))
    expect(answer.status).toBe(200)
    expect([counts().ignored, outcomes().length]).toEqual([Number(before[0]) + 1, before[1]])
  })

  test('takes passing for completing, and a raw score by its maximum', async () => {
    const own = await connect('passed')
    const verb = { id: 'http://adlnet.gov/expapi/verbs/passed' }
    const result = { success: true, score: { raw: 45, max: 50 } }
    await send(statement({ verb, result }), {}, own)
    await shop.service.issue()
    const [batch = ''] = shop.service.ledger.connections.batches(own.record.id, 1)
    const [line] = shop.service.ledger.batches.lines(batch, { line: 0, offset: 0 }, 1)
    expect(shop.service.ledger.credentials.byId(line?.credential ?? '')?.signed).toContain('"90"')
  })

  test('takes a clock that is a little fast, and no day of next week', async () => {
    const own = await connect('ahead')
    const module = { id: moduleActivity(modules[0] ?? '') }
    const ahead = (timestamp: string) => statement({ object: module, timestamp })
    await send(ahead('2026-11-28T00:00:10.000Z'), {}, own)
    await send(ahead('2026-12-04T00:00:00.000Z'), {}, own)
    expect(outcomes(own)).toEqual([
      ['nothing-earned', null],
      ['rejected', 'date-in-future'],
    ])
  })

  test('takes all of a call or nothing', async () => {
    const own = await connect('whole')
    const [one, two] = [statement({ actor: account('1') }), statement({ actor: account('2') })]
    await send(one, {}, own)
    const changed = { ...one, actor: account('3') }
    const answer = await send([two, changed], {}, own)
    expect([answer.status, await problemCode(answer)]).toEqual([409, 'statement-conflict'])
    expect(outcomes(own)).toHaveLength(1)
    expect(await json(await send([two, one], {}, own))).toEqual([two.id, one.id])
    expect(outcomes(own)).toHaveLength(2)
  })

  test.each([
    ['no statement', [], {}, '400 message-unreadable'],
    [
      'a statement without an actor',
      { verb: { id: completed }, object: { id: home } },
      {},
      '400 message-unreadable',
    ],
    ['an id that is none', { ...statement(), id: 'x' }, {}, '400 message-unreadable'],
    ['no version', statement(), { 'x-experience-api-version': '' }, '400 xapi-version-unknown'],
    [
      'version 0.9',
      statement(),
      { 'x-experience-api-version': '0.95' },
      '400 xapi-version-unknown',
    ],
    [
      'another type',
      statement(),
      { 'content-type': 'multipart/mixed; boundary=x' },
      '415 unsupported-media-type',
    ],
    ['nobody', statement(), { authorization: '' }, '401 unauthorised'],
    [
      'a wrong secret',
      statement(),
      { authorization: `Basic ${Buffer.from('x:y').toString('base64')}` },
      '401 unauthorised',
    ],
  ])('refuses %s', async (_what, body: unknown, over: object, told) => {
    const [status, code] = told.split(' ')
    const answer = await send(body, over as Record<string, string>)
    expect([answer.status, await problemCode(answer)]).toEqual([Number(status), code])
    if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  test('refuses two statements of the same id', async () => {
    const told = statement()
    expect(await problemCode(await send([told, told]))).toBe('message-unreadable')
  })

  test('forgets how far somebody had come when they are erased', async () => {
    const own = await connect('erased')
    await send(statement({ actor: { name: 'E', mbox: 'mailto:e@example.org' } }), {}, own)
    await shop.service.issue()
    const tombstone = shop.service.erasure.tombstoneOf('email:e@example.org')
    const progress = () => shop.service.ledger.connectionProgress.of(own.record.id, tombstone)
    expect(progress()).toHaveLength(1)
    const learner = shop.service.erasure.learnerOf('e@example.org')
    shop.service.erasure.erase({ learner }, 'test')
    expect(progress()).toEqual([])
  })
})

describe('PUT /xapi/statements', () => {
  const put = (id: string, body: unknown) =>
    shop.ask(`/xapi/statements?statementId=${id}`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: {
        authorization: basic(connection),
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
    })

  test('takes one statement under the id of the address', async () => {
    const { id: _, ...told } = statement({ actor: account('put') })
    const id = randomUUID()
    const before = outcomes().length
    for (let at = 0; at < 2; at += 1) expect((await put(id, told)).status).toBe(204)
    expect(outcomes()).toHaveLength(before + 1)
    expect((await put(id, { ...told, actor: account('other') })).status).toBe(409)
    expect((await put(randomUUID(), { ...told, id })).status).toBe(400)
  })
})

test('/xapi/about names the versions', async () => {
  expect(await json(await shop.ask('/xapi/about'))).toEqual({ version: ['1.0.3', '2.0.0'] })
  expect(shop.faults).toEqual([])
})
