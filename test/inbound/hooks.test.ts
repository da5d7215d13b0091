import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openClock } from '../support/clock.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

const clock = openClock()
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ now: clock.now, env: { CALLS_PER_MINUTE: '10000' } })
})
afterAll(() => shop.close())

interface Made {
  readonly id: string
  readonly secret: string
}

async function connect(over: Record<string, unknown> = {}): Promise<Made> {
  const body = { kind: 'webhook', label: 'Ours', course: 'biblio-mooc', run: 'hook', ...over }
  const answer = await shop.ask('/api/connections', {
    method: 'POST',
    token: adminToken,
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
  return json<Made & Record<string, unknown>>(answer)
}

const seconds = () => String(Math.floor(clock.now().getTime() / 1000))

/** By the rules of Standard Webhooks, written here once more. */
function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

function send(made: Made, body: string, over: Record<string, string> = {}) {
  const id = over['webhook-id'] ?? randomUUID()
  const timestamp = over['webhook-timestamp'] ?? seconds()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': sign(made.secret, id, timestamp, body),
    ...over,
  }
  return shop.ask(`/hooks/${made.id}`, { method: 'POST', body, headers })
}

const completions = (...people: Record<string, unknown>[]) =>
  JSON.stringify({ completions: people })
const person = (name: string, more = {}) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  completedOn: '2026-11-20',
  score: 91,
  ...more,
})

interface Answer {
  readonly batch: string
  readonly location: string
  readonly results: readonly {
    line: number
    awards: readonly { achievement: string; outcome: string; url: string }[]
    complaints: readonly { code: string }[]
  }[]
}

describe('POST /hooks/{connection}', () => {
  test('reserves what was earned before it answers, and says what each line came to', async () => {
    const made = await connect()
    const body = completions(
      person('Anna'),
      { name: 'Nobody' },
      person('Late', { completedOn: '2027-01-01' }),
    )
    const answer = await send(made, body)
    expect(answer.status).toBe(202)
    const told = await json<Answer>(answer)
    expect(told.results.map(({ awards }) => awards.map(({ outcome }) => outcome))).toEqual([
      ['reserved'],
      [],
      [],
    ])
    expect(told.results.flatMap(({ complaints }) => complaints.map(({ code }) => code))).toEqual([
      'learner-key-missing',
      'date-in-future',
    ])
    await shop.service.issue()
    const path = new URL(told.results[0]?.awards[0]?.url ?? '').pathname
    expect((await shop.ask(path)).status).toBe(200)
    const csv = await shop.ask(`${told.location}/result.csv`, { token: adminToken })
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(4)
    expect(JSON.stringify(told)).not.toContain('Anna')
  })

  test('adds to one batch a day, and begins another the day after', async () => {
    const made = await connect({ run: 'days' })
    const one = await json<Answer>(await send(made, completions(person('Bea'))))
    const two = await json<Answer>(await send(made, completions(person('Cleo'))))
    expect(two.batch).toBe(one.batch)
    expect(two.results[0]?.line).toBe(2)
    clock.pass(24 * 60 * 60)
    const three = await json<Answer>(await send(made, completions(person('Dora'))))
    expect(three.batch).not.toBe(one.batch)
  })

  test('tells a learner who comes into a batch that was closed before', async () => {
    const made = await connect({ run: 'closed' })
    const { batch } = await json<Answer>(await send(made, completions(person('Eva'))))
    await shop.service.issue()
    expect(shop.service.ledger.batches.byId(batch)?.letters).toBe('done')
    await send(made, completions(person('Fay')))
    await shop.service.issue()
    const lines = shop.service.ledger.batches.lines(batch, { line: 0, offset: 0 }, 10)
    expect(lines.map(({ claim }) => claim !== null)).toEqual([true, true])
  })

  test('gives the same message the same answer, and refuses another under its id', async () => {
    const made = await connect({ run: 'again' })
    const body = completions(person('Gina'))
    const named = { 'webhook-id': 'msg_1' }
    const first = await send(made, body, named)
    const second = await send(made, body, named)
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()])
    const other = await send(made, completions(person('Hana')), named)
    expect([other.status, await problemCode(other)]).toEqual([422, 'idempotency-conflict'])
    const elsewhere = await connect({ run: 'again-2' })
    expect((await send(elsewhere, completions(person('Hana')), named)).status).toBe(202)
  })

  test('leads to nothing that was erased, however often the message comes again', async () => {
    const made = await connect({ run: 'erased' })
    const body = completions(person('Erased'))
    const named = { 'webhook-id': 'msg_3' }
    const told = await json<Answer>(await send(made, body, named))
    await shop.service.issue()
    const learner = shop.service.erasure.learnerOf('erased@example.org')
    shop.service.erasure.erase({ learner }, 'test')
    const again = await json<Answer>(await send(made, body, named))
    expect(again.results[0]?.awards).toMatchObject([{ outcome: 'learner-erased', url: null }])
    expect(told.results[0]?.awards).toMatchObject([{ outcome: 'reserved' }])
  })

  test('takes a sender that signs with its old and its new secret', async () => {
    const made = await connect({ run: 'rotating' })
    const body = completions(person('Ida'))
    const right = sign(made.secret, 'msg_2', seconds(), body)
    const both = { 'webhook-id': 'msg_2', 'webhook-signature': `v1,b2xk ${right}` }
    expect((await send(made, body, both)).status).toBe(202)
  })

  test.each([
    ['no signature', { 'webhook-signature': '' }, 401, 'webhook-unsigned'],
    [
      'the signature of another secret',
      { 'webhook-signature': sign('whsec_b3RoZXI=', 'm', '1', '{}') },
      401,
      'webhook-unsigned',
    ],
    ['an asymmetric signature', { 'webhook-signature': 'v1a,AAAA' }, 401, 'webhook-unsigned'],
    ['no id', { 'webhook-id': '' }, 401, 'webhook-unsigned'],
    ['a timestamp that is none', { 'webhook-timestamp': 'now' }, 401, 'webhook-unsigned'],
    ['a timestamp of long ago', { 'webhook-timestamp': '1700000000' }, 400, 'webhook-stale'],
    ['a timestamp far ahead', { 'webhook-timestamp': '1999999999' }, 400, 'webhook-stale'],
  ])('refuses %s', async (_what, over: Record<string, string>, status, code) => {
    const made = await connect({ run: 'unsigned' })
    const answer = await send(made, completions(person('Jana')), over)
    expect([answer.status, await problemCode(answer)]).toEqual([status, code])
  })

  test('refuses what is no completion, under a signature that holds', async () => {
    const made = await connect({ run: 'odd' })
    for (const body of ['{"completions":[{"name":7}]}', '[]', '{}'])
      expect(await problemCode(await send(made, body))).toBe('completions-invalid')
    expect(await problemCode(await send(made, '{'))).toBe('message-unreadable')
    const text = await send(made, '{}', { 'content-type': 'text/plain' })
    expect(await problemCode(text)).toBe('unsupported-media-type')
    const large = await send(made, ' '.repeat(1024 * 1024 + 1))
    expect(await problemCode(large)).toBe('too-large')
  })

  test('is not there once the connection is removed, nor for another kind', async () => {
    const made = await connect({ run: 'gone' })
    const path = `/api/connections/${made.id}`
    expect((await shop.ask(path, { method: 'DELETE', token: adminToken })).status).toBe(200)
    const answer = await send(made, completions(person('Kira')))
    expect([answer.status, await problemCode(answer)]).toEqual([404, 'connection-not-found'])
    const lti = await connect({ kind: 'lti', run: 'gone' })
    expect(await problemCode(await send({ ...lti, secret: 'x' }, '{}'))).toBe(
      'connection-not-found',
    )
  })

  test('takes a message of more than a minute has, and then nothing until it is over', async () => {
    const narrow = await openShop({ env: { CALLS_PER_MINUTE: '1' } })
    const { record } = await narrow.service.inbound.connections.add({
      ...{ kind: 'webhook', label: 'x', course: 'biblio-mooc', run: 'r', settings: {} },
      createdBy: 'test',
    })
    const secret = narrow.service.inbound.connections.secretShown(record).secret ?? ''
    const body = completions(...Array.from({ length: 12 }, (_, at) => person(`Many ${at}`)))
    const deliver = (id: string) => {
      const timestamp = String(Math.floor(narrow.service.now().getTime() / 1000))
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': sign(secret, id, timestamp, body),
      }
      return narrow.ask(`/hooks/${record.id}`, { method: 'POST', body, headers })
    }
    expect((await deliver('one')).status).toBe(202)
    const refused = await deliver('two')
    expect([refused.status, await problemCode(refused)]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await narrow.close()
  })

  test('leaves no fault behind', () => {
    expect(shop.faults).toEqual([])
  })
})

const key = 'course-v1:BIBLIO+MOOC+2026'

/** What the openedx-webhooks plugin posts: a member named after the class of the data, and what it is of. */
const event = (kind: 'created' | 'revoked', more: Record<string, unknown> = {}) => {
  const { user = {}, metadata = {}, ...over } = more
  return JSON.stringify({
    'openedx_events.learning.data.CertificateData': {
      user: {
        id: 4,
        is_active: true,
        pii: { username: 'lena', email: 'lena@example.org', name: 'Lena Lovisa' },
        ...Object(user),
      },
      course: { course_key: key, display_name: 'BIBLIO', start: 'None', end: 'None' },
      mode: 'honor',
      grade: '0.91',
      current_status: 'downloadable',
      download_url: '',
      name: '',
      ...over,
    },
    event_metadata: {
      id: randomUUID(),
      event_type: `org.openedx.learning.certificate.${kind}.v1`,
      minorversion: 0,
      source: 'openedx/lms/web',
      time: '2026-11-25 20:24:32.598387+00:00',
      ...Object(metadata),
    },
  })
}

describe('events of Open edX', () => {
  const openEdx = (run: string) =>
    connect({ kind: 'openedx', run, activities: { [key]: 'biblio-mooc' } })
  const post = (made: Made, body: string, headers: Record<string, string> = {}) =>
    shop.ask(`/hooks/${made.id}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${made.id}:${made.secret}`).toString('base64')}`,
        ...headers,
      },
    })

  test('become a completion when a certificate was created, and a revocation when it was revoked', async () => {
    const made = await openEdx('edx')
    const created = event('created')
    const answer = await post(made, created)
    expect(answer.status).toBe(202)
    const told = await json<Answer>(answer)
    expect(told.results[0]?.awards).toMatchObject([{ outcome: 'reserved' }])
    expect(await json(await post(made, created))).toEqual(told)
    const id = told.results[0]?.awards[0]?.url.split('/').at(-1) ?? ''
    // It may be revoked before it was signed: then it is signed first, so that its status can say so.
    const revoked = event('revoked', { current_status: 'unavailable' })
    expect(await json(await post(made, revoked))).toMatchObject({ revoked: [id] })
    expect(await json(await post(made, revoked))).toMatchObject({ revoked: [] })
    const record = shop.service.ledger.credentials.byId(id)
    expect([record?.state, record?.revocationCode]).toEqual(['issued', 'achievement-withdrawn'])
  })

  test('take back nothing that came in another way', async () => {
    const [one, other] = [await openEdx('edx-own'), await connect({ run: 'edx-own' })]
    await send(other, completions(person('Lena Lovisa', { email: 'lena@example.org' })))
    await post(one, event('created'))
    expect(await json(await post(one, event('revoked')))).toMatchObject({ revoked: [] })
  })

  test.each([
    ['about another course', { course: { course_key: 'course-v1:Other+X+1' } }],
    ['about a certificate that was not earned', { current_status: 'notpassing' }],
  ])('%s are of no account', async (_what, over) => {
    const made = await openEdx('edx-none')
    const answer = await post(made, event('created', over))
    expect(answer.status).toBe(200)
    expect(await json(answer)).toMatchObject({ batch: null, results: [] })
  })

  test('without a name wait for one, and are told of with the address', async () => {
    const made = await openEdx('edx-nameless')
    const user = { pii: { username: 'x', email: 'nameless@example.org', name: 'None' } }
    const told = await json<Answer>(await post(made, event('created', { user })))
    expect(told.results[0]?.complaints).toMatchObject([{ code: 'name-missing' }])
    const csv = await shop.ask(`${told.location}/result.csv`, { token: adminToken })
    expect(await csv.text()).toContain('nameless@example.org')
  })

  test('are also taken with a secret in a header, a bearer token, or a signature', async () => {
    const made = await openEdx('edx-ways')
    const none = { authorization: '' }
    const ways = [
      { ...none, 'x-webhook-secret': made.secret },
      { authorization: `Bearer ${made.secret}` },
    ]
    for (const way of ways)
      expect((await post(made, event('created'), way)).status).toBeLessThan(300)
    const body = event('created')
    const secret = `whsec_${Buffer.from(made.secret).toString('base64')}`
    const signature = sign(secret, 'm1', seconds(), body)
    const signed = {
      'webhook-id': 'm1',
      'webhook-timestamp': seconds(),
      'webhook-signature': signature,
    }
    expect((await post(made, body, { ...none, ...signed })).status).toBeLessThan(300)
    for (const wrong of [none, { authorization: 'Bearer x' }, { ...none, 'x-webhook-secret': 'x' }])
      expect(await problemCode(await post(made, body, wrong))).toBe('webhook-unsigned')
  })

  test('of another form are refused', async () => {
    const made = await openEdx('edx-odd')
    for (const body of [
      '[]',
      '{}',
      '{"certificate":7}',
      '{"certificate":{"user":{},"course":null}}',
    ])
      expect(await problemCode(await post(made, body))).toBe('message-unreadable')
  })
})
