import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { guardedPost } from '../../src/checking/outside/guarded-post.ts'
import { settingsCaller } from '../../src/service/access.ts'
import type { EndpointNow, ReceiverKeys } from '../../src/webhooks/webhooks.ts'
import { openClock } from '../support/clock.ts'
import { importLearners } from '../support/importing.ts'
import {
  answer,
  isSealedWith,
  isSignedWith,
  openReceiver,
  type Receiver,
} from '../support/receiver.ts'
import { openWorkshop } from '../support/workshop.ts'

let receiver: Receiver
let clock: ReturnType<typeof openClock>
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let endpoint: EndpointNow & ReceiverKeys

const patience = 400
const open = async (dataDir?: string) => {
  workshop = await openWorkshop({
    now: clock.now,
    post: guardedPost({ deadlineMs: patience, isVouchedFor: () => true }),
    ...(dataDir === undefined ? {} : { dataDir }),
  })
}

beforeEach(async () => {
  receiver = await openReceiver()
  clock = openClock()
  await open()
  endpoint = workshop.service.webhooks.add({ url: receiver.url }, settingsCaller)
})
afterEach(async () => {
  await workshop.close()
  await receiver.close()
})

const events = () => workshop.service.ledger.webhookEvents
/** Issues nothing, but tells so: what is told in the transaction of an act is tested with the acts. */
const tell = async (count = 1) => {
  const id = await credential()
  workshop.service.ledger.transaction(() => {
    for (let n = 0; n < count; n += 1)
      events().tellOfCredential('credential.issued', id, clock.now().toISOString())
  })
  return id
}
let made = 0
const credential = async () => {
  made += 1
  const learner = { email: `l${made}@example.org`, name: `Learner ${made}` }
  await importLearners(workshop.service, [learner], { run: String(made), isQuiet: true })
  const issued = workshop.service.ledger.credentials.issued('', 1_000).at(-1)
  if (!issued) throw new Error('nothing was issued')
  return issued.id
}
const send = () => workshop.service.webhooks.sendDue()
const deliveries = () =>
  workshop.service.webhooks.deliveries(
    endpoint.id,
    { state: null, after: null, limit: 1_000 },
    settingsCaller,
  )
const standing = () => workshop.service.webhooks.find(endpoint.id, settingsCaller)
const pass = (seconds: number) => clock.pass(seconds * 1.11 + 1)

describe('a delivery', () => {
  test('is signed, and says what happened in ids', async () => {
    const id = await tell()
    await send()
    const [arrived] = receiver.arrived
    expect(receiver.arrived).toHaveLength(1)
    if (!arrived) throw new Error('nothing arrived')
    expect(isSignedWith(endpoint.secret, arrived)).toBe(true)
    expect(isSealedWith(endpoint.publicKey, arrived)).toBe(true)
    expect(isSignedWith(endpoint.secret, { ...arrived, body: `${arrived.body} ` })).toBe(false)
    expect(arrived.headers['content-type']).toBe('application/json')
    expect(arrived.told).toEqual({
      type: 'credential.issued',
      timestamp: clock.now().toISOString(),
      data: {
        id,
        url: `https://badges.example.org/c/${id}`,
        achievement: 'mooc-completion',
        course: 'biblio-mooc',
        run: String(made),
        subject: expect.stringMatching(/^urn:uuid:/),
      },
    })
    expect(arrived.body).not.toMatch(/Learner|example\.org"|@/)
    expect(deliveries()[0]).toMatchObject({ state: 'delivered', status: 204, attempts: 1 })
  })

  test('is not told to whom it does not concern', async () => {
    const { webhooks } = workshop.service
    const wish = { url: receiver.url, events: ['credential.revoked'] }
    const other = webhooks.add(wish, settingsCaller)
    const elsewhere = webhooks.add({ url: receiver.url, scope: ['ceco'] }, settingsCaller)
    await tell()
    await send()
    expect(receiver.arrived).toHaveLength(1)
    for (const { id } of [other, elsewhere])
      expect(webhooks.find(id, settingsCaller).deliveries.waiting).toBe(0)
  })

  test('is not there where the act failed', async () => {
    const id = await credential()
    const { ledger } = workshop.service
    expect(() =>
      ledger.transaction(() => {
        ledger.webhookEvents.tellOfCredential('credential.issued', id, clock.now().toISOString())
        throw new Error('the act failed')
      }),
    ).toThrow('the act failed')
    await send()
    expect(receiver.arrived).toEqual([])
  })

  test('that fails is sent again under the same id: after 5 seconds, 5 minutes and so on', async () => {
    receiver.rules.play = answer(500)
    await tell()
    const pauses: number[] = []
    for (let attempts = 1; attempts <= 10; attempts += 1) {
      await send()
      expect(receiver.arrived).toHaveLength(attempts)
      const [delivery] = deliveries()
      if (delivery?.state !== 'waiting') break
      const seconds = (Date.parse(delivery.dueAt) - clock.now().getTime()) / 1_000
      pauses.push(seconds)
      // Nothing comes before its time.
      clock.pass(seconds - 1)
      await send()
      expect(receiver.arrived).toHaveLength(attempts)
      clock.pass(2)
    }
    const schedule = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
    expect(pauses).toHaveLength(schedule.length)
    pauses.forEach((pause, at) => {
      const base = schedule[at] ?? 0
      expect(pause).toBeGreaterThanOrEqual(base)
      expect(pause).toBeLessThanOrEqual(base * 1.1)
    })
    expect(deliveries()[0]).toMatchObject({ state: 'given-up', status: 500, attempts: 10 })
    expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.arrived.map(({ body }) => body)).size).toBe(1)
    expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(
      10,
    )
    expect(receiver.arrived.every((each) => isSignedWith(endpoint.secret, each))).toBe(true)
    expect(standing()).toMatchObject({ state: 'disabled', why: 'failing' })
  })

  test('that was given up does not end an endpoint that takes others', async () => {
    receiver.rules.play = (response, { told }) =>
      answer(told.data.run === 'bad' ? 400 : 204)(response, undefined as never)
    const learner = { email: 'bad@example.org', name: 'Bad' }
    await importLearners(workshop.service, [learner], { run: 'bad', isQuiet: true })
    const bad = workshop.service.ledger.credentials.issued('', 1_000).at(-1)
    const tellBad = () =>
      events().tellOfCredential('credential.issued', bad?.id ?? '', clock.now().toISOString())
    workshop.service.ledger.transaction(tellBad)
    await send()
    for (const pause of [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
      await tell()
      pass(pause)
      await send()
    }
    const states = deliveries().map(({ state }) => state)
    expect(states.filter((state) => state === 'given-up').length).toBe(1)
    expect(standing().state).toBe('active')
  })

  test('comes one after another to an endpoint, in the order they are due', async () => {
    let atOnce = 0
    let most = 0
    receiver.rules.play = (response, arrived) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      setTimeout(() => {
        atOnce -= 1
        answer(204)(response, arrived)
      }, 5)
    }
    await tell(12)
    await send()
    expect(receiver.arrived).toHaveLength(12)
    expect(most).toBe(1)
    const order = deliveries().map(({ event }) => `msg_${event.id}`)
    expect(receiver.arrived.map(({ headers }) => headers['webhook-id'])).toEqual(order.reverse())
  })

  test('does not wait for another endpoint that is slow', async () => {
    const slow = await openReceiver()
    slow.rules.play = () => undefined
    workshop.service.webhooks.add({ url: slow.url }, settingsCaller)
    await tell(3)
    await send()
    expect(receiver.arrived).toHaveLength(3)
    await slow.close()
  })
})

describe('a receiver', () => {
  test('that does not answer in time is tried again', async () => {
    receiver.rules.play = () => undefined
    await tell()
    await send()
    expect(deliveries()[0]).toMatchObject({ state: 'waiting', status: null })
    expect(deliveries()[0]?.answer).toBe('no answer in time')
    receiver.rules.play = answer(200, {}, 'thank you')
    pass(5)
    await send()
    expect(deliveries()[0]).toMatchObject({ state: 'delivered', status: 200, attempts: 2 })
    expect(standing()).toMatchObject({ failures: 0, failingSince: null })
  })

  test('that answers and then never ends has taken it', async () => {
    receiver.rules.play = (response) => {
      response.writeHead(200)
      response.write('and so on')
    }
    await tell()
    await send()
    expect(deliveries()[0]).toMatchObject({ state: 'delivered', status: 200 })
  })

  test('that says 410 is left alone at once, and told so', async () => {
    receiver.rules.play = answer(410)
    await tell(2)
    await send()
    expect(receiver.arrived).toHaveLength(1)
    expect(standing()).toMatchObject({ state: 'disabled', why: 'gone' })
    pass(86_400)
    await send()
    expect(receiver.arrived).toHaveLength(1)
  })

  test('that was disabled gets what it missed once it is enabled', async () => {
    receiver.rules.play = answer(410)
    await tell()
    await send()
    await tell(2)
    receiver.rules.play = answer(204)
    workshop.service.webhooks.enable(endpoint.id, settingsCaller)
    await send()
    expect(receiver.arrived).toHaveLength(3)
    expect(standing()).toMatchObject({ state: 'active', why: null })
  })

  test.each([
    [429, '120', 120],
    [503, '90', 90],
    [503, new Date('2026-11-27T09:10:00Z').toUTCString(), 600],
    [500, '120', 0],
    [503, 'soon', 0],
    [429, '99999999', 86_400],
  ])(
    'that answers %i and "Retry-After: %s" is left alone so long',
    async (status, wish, seconds) => {
      receiver.rules.play = answer(status, { 'retry-after': wish })
      await tell(2)
      await send()
      const [, first] = deliveries()
      const held = (Date.parse(standing().heldUntil ?? '') - clock.now().getTime()) / 1_000
      const again = (Date.parse(first?.dueAt ?? '') - clock.now().getTime()) / 1_000
      expect(Math.round(held)).toBeGreaterThanOrEqual(Math.max(seconds - 1, 1))
      expect(held).toBeLessThanOrEqual(Math.max(seconds, 1))
      expect(again).toBeGreaterThanOrEqual(seconds - 1)
    },
  )

  test('that redirects has not taken it, and is not followed', async () => {
    const other = await openReceiver()
    receiver.rules.play = answer(307, { location: other.url })
    await tell()
    await send()
    expect(deliveries()[0]).toMatchObject({ state: 'waiting', status: 307 })
    expect(other.arrived).toEqual([])
    await other.close()
  })

  test('that is not there at all is told as such', async () => {
    await receiver.close()
    await tell()
    await send()
    expect(deliveries()[0]).toMatchObject({
      state: 'waiting',
      answer: 'no connection (ECONNREFUSED)',
    })
    receiver = await openReceiver()
  })
})

describe('a secret', () => {
  test('that is changed signs beside the new one for a day, and not after', async () => {
    const before = endpoint.secret
    const after = workshop.service.webhooks.rotate(endpoint.id, settingsCaller)
    expect(after.secret).not.toBe(before)
    await tell()
    await send()
    pass(86_400)
    await tell()
    await send()
    const [during, later] = receiver.arrived
    if (!during || !later) throw new Error('not both arrived')
    expect([before, after.secret].map((secret) => isSignedWith(secret, during))).toEqual([
      true,
      true,
    ])
    expect([before, after.secret].map((secret) => isSignedWith(secret, later))).toEqual([
      false,
      true,
    ])
  })

  test('is one for each endpoint, and is nowhere in the ledger', async () => {
    const other = workshop.service.webhooks.add({ url: receiver.url }, settingsCaller)
    expect(other.secret).not.toBe(endpoint.secret)
    const { readFileSync } = await import('node:fs')
    const file = readFileSync(workshop.config.databaseFile)
    const log = readFileSync(`${workshop.config.databaseFile}-wal`)
    for (const { secret } of [endpoint, other])
      for (const bytes of [file, log]) expect(bytes.includes(secret.slice(6))).toBe(false)
  })
})

describe('what is kept', () => {
  test('is erased after 30 days, and not before', async () => {
    await tell()
    await send()
    clock.pass(29 * 86_400)
    expect(workshop.service.webhooks.eraseOld()).toBe(0)
    clock.pass(2 * 86_400)
    expect(workshop.service.webhooks.eraseOld()).toBe(1)
    expect(deliveries()).toEqual([])
  })

  test('names no learner any more once the credential is erased', async () => {
    receiver.rules.play = answer(500)
    const id = await tell()
    await send()
    workshop.service.erasure.erase({ credential: id }, 'a test')
    receiver.rules.play = answer(204)
    pass(5)
    await send()
    expect(receiver.arrived.map(({ told }) => told.data.subject)).toEqual([
      expect.stringMatching(/^urn:uuid:/),
      null,
    ])
  })

  test('survives a restart, due when it was due', async () => {
    receiver.rules.play = answer(500)
    await tell()
    await send()
    await workshop.service.close()
    await open(workshop.dataDir)
    receiver.rules.play = answer(204)
    await send()
    expect(receiver.arrived).toHaveLength(1)
    pass(5)
    await send()
    expect(receiver.arrived).toHaveLength(2)
    expect(deliveries()[0]).toMatchObject({ state: 'delivered', attempts: 2 })
  })
})

describe('a test', () => {
  test('is sent at once and once only, and disables nothing', async () => {
    receiver.rules.play = answer(410)
    const tested = await workshop.service.webhooks.test(endpoint.id, settingsCaller)
    expect(tested).toMatchObject({ state: 'given-up', status: 410, attempts: 1 })
    expect(standing().state).toBe('active')
    receiver.rules.play = answer(204)
    const again = await workshop.service.webhooks.test(endpoint.id, settingsCaller)
    expect(again.state).toBe('delivered')
    expect(receiver.types()).toEqual(['webhook.test', 'webhook.test'])
    expect(receiver.arrived[1]?.told.data).toEqual({ endpoint: endpoint.id })
    await send()
    expect(receiver.arrived).toHaveLength(2)
  })
})

describe('the audit log', () => {
  test('tells of every change of an endpoint, and why it was disabled, without its address', async () => {
    const { webhooks, ledger } = workshop.service
    webhooks.rotate(endpoint.id, settingsCaller)
    receiver.rules.play = answer(410)
    await tell()
    await send()
    webhooks.enable(endpoint.id, settingsCaller)
    await webhooks.test(endpoint.id, settingsCaller)
    const [, delivery] = deliveries()
    webhooks.resend(delivery?.id ?? '', settingsCaller)
    webhooks.remove(endpoint.id, settingsCaller)
    const entries = [...ledger.audit.all()].filter(({ about }) => about === endpoint.id)
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['webhook-added', '6'],
      ['webhook-rotated', '2'],
      ['webhook-disabled', 'gone'],
      ['webhook-enabled', null],
      ['webhook-tested', null],
      ['webhook-resent', delivery?.id],
      ['webhook-removed', null],
    ])
  })
})

describe('sending again', () => {
  test('keeps the id, so that the receiver knows it', async () => {
    await tell()
    await send()
    const [delivery] = deliveries()
    workshop.service.webhooks.resend(delivery?.id ?? '', settingsCaller)
    await send()
    const ids = receiver.arrived.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})
