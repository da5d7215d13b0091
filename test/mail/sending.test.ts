import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/service/doctor.ts'
import { importLearners } from '../support/importing.ts'
import { type MailServerOfTests, opened, openMailServer } from '../support/mail-server.ts'
import { openWorkshop } from '../support/workshop.ts'

let server: MailServerOfTests
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let clock: Date
const minuteMs = 60_000
const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * minuteMs)
}
const faults: unknown[] = []

async function open(env: Record<string, string> = {}) {
  workshop = await openWorkshop({
    now: () => clock,
    onFault: (_where, thrown) => faults.push(thrown),
    env: {
      SMTP_URL: server.url,
      MAIL_FROM: 'office@example.org',
      MAIL_PER_MINUTE: '60000',
      ...env,
    },
  })
}

beforeEach(async () => {
  clock = new Date('2026-11-27T08:00:00Z')
  faults.length = 0
  server = await openMailServer()
  await open()
})
afterEach(async () => {
  await workshop.close()
  await server.close()
})

const learner = (n: number) => ({ email: `l${n}@example.org`, name: `Learner ${n}` })
const learners = (count: number) => Array.from({ length: count }, (_, n) => learner(n))
const mails = () => workshop.service.ledger.mails.list({}, 1_000)
const send = () => workshop.service.mail.sendDue()
const first = () => mails()[0]

describe('letters of an import', () => {
  test('reach everybody once, of 400 with one address that refuses', async () => {
    server.rules.recipient = (address) =>
      address === 'l7@example.org' ? { code: 550, text: '5.1.1 No such user l7 here' } : undefined
    await importLearners(workshop.service, learners(400))
    expect(await send()).toEqual({ sent: 399, refused: 1, later: 0, unclear: 0 })
    expect(new Set(server.arrived.map(({ to }) => to)).size).toBe(399)
    expect(server.arrived).toHaveLength(399)
    expect(await send()).toEqual({ sent: 0, refused: 0, later: 0, unclear: 0 })
    expect(server.arrived).toHaveLength(399)
    const [refused] = workshop.service.ledger.mails.list({ state: 'refused' }, 10)
    expect(refused).toMatchObject({
      replyCode: 550,
      reply: expect.stringContaining('No such user'),
    })
    expect(faults).toEqual([])
  }, 240_000)

  test('tell of all that a learner earned in one letter', async () => {
    const modules =
      workshop.service.catalogue.courses[0]?.modules.map(({ id }) => id).join(';') ?? ''
    await importLearners(workshop.service, [{ ...learner(1), modules }, learner(1)])
    expect((await send())?.sent).toBe(1)
    const count = workshop.service.ledger.credentials.count('issued')
    expect(count).toBeGreaterThan(1)
    const letter = opened(server.arrived[0]!)
    expect(letter.subject).toBe(`Your ${count} certificates from BIBLIO Sample Academy`)
    expect(letter.text.match(/https:\/\/badges\.example\.org\/c\/[0-9a-z]{26}/g)).toHaveLength(
      count,
    )
  })

  test('go to nobody without an address, nobody of a quiet import, and for no file twice', async () => {
    await importLearners(workshop.service, [{ email: '', name: 'No Address' }])
    await importLearners(workshop.service, [learner(1)], { run: 'quiet', isQuiet: true })
    await importLearners(workshop.service, [learner(2)], { run: 'twice' })
    await importLearners(workshop.service, [learner(2)], { run: 'twice' })
    await send()
    expect(server.arrived.map(({ to }) => to)).toEqual(['l2@example.org'])
  })

  test('can be asked for afterwards', async () => {
    const batch = await importLearners(workshop.service, learners(3), { isQuiet: true })
    expect(workshop.service.mail.writeToBatch(batch)).toBe(3)
    expect(workshop.service.mail.writeToBatch(batch)).toBe(0)
    expect((await send())?.sent).toBe(3)
  })

  test('are written of what was signed before a process was killed', async () => {
    const batch = await importLearners(workshop.service, learners(2), { isUnsigned: true })
    const { service } = workshop
    // What a process does that is killed between the record and the letter.
    for (const { id } of service.ledger.credentials.pending('', 10))
      await service.issueReservation(id)
    expect(mails()).toEqual([])
    await service.issue()
    expect(mails()).toHaveLength(2)
    expect(service.ledger.letters.openBatches(clock)).toEqual([])
    expect(service.ledger.batches.byId(batch)?.letters).toBe('done')
  })

  test('do not tell of what was revoked before they went out', async () => {
    await importLearners(workshop.service, learners(1))
    const [record] = workshop.service.ledger.credentials.issued('', 1)
    workshop.service.revoke(record!.id, 'by mistake')
    expect(await send()).toEqual({ sent: 0, refused: 1, later: 0, unclear: 0 })
    expect(server.arrived).toEqual([])
  })
})

describe('a mail server that does not take a letter', () => {
  test('for now is asked again after 1, 5, 30 minutes, 2 and 8 hours, and for three days', async () => {
    server.rules.recipient = () => ({ code: 451, text: '4.7.1 Greylisted' })
    await importLearners(workshop.service, learners(1))
    const pauses: number[] = []
    for (;;) {
      expect((await send())?.later).toBe(1)
      const { state, dueAt, replyCode } = first()!
      expect(replyCode).toBe(451)
      if (state !== 'waiting') break
      pauses.push((Date.parse(dueAt) - clock.getTime()) / minuteMs)
      clock = new Date(Date.parse(dueAt) - 1)
      expect((await send())?.later).toBe(0)
      clock = new Date(Date.parse(dueAt))
    }
    expect(pauses.slice(0, 7)).toEqual([1, 5, 30, 120, 480, 480, 480])
    expect(first()?.state).toBe('refused')
    const tried = Date.parse(first()!.changedAt) - Date.parse(first()!.triedAt!)
    expect(tried).toBeGreaterThanOrEqual(3 * 24 * 60 * minuteMs)
    expect(tried).toBeLessThan(3.5 * 24 * 60 * minuteMs)
  })

  test('for now gets it the next time', async () => {
    server.rules.recipient = (_, times) => (times === 1 ? { code: 450, text: 'later' } : undefined)
    await importLearners(workshop.service, learners(2))
    expect(await send()).toEqual({ sent: 0, refused: 0, later: 2, unclear: 0 })
    pass(1)
    expect(await send()).toEqual({ sent: 2, refused: 0, later: 0, unclear: 0 })
    expect(server.arrived).toHaveLength(2)
  })

  test('after it was read whole, for good or for now, is believed', async () => {
    server.rules.letter = (to) =>
      to === 'l0@example.org' ? { code: 554, text: 'spam' } : { code: 452, text: 'full' }
    await importLearners(workshop.service, learners(2))
    expect(await send()).toEqual({ sent: 0, refused: 1, later: 1, unclear: 0 })
  })

  test('and hangs up after the whole letter leaves it unclear, and it is never sent again by itself', async () => {
    server.rules.letter = (to) => (to === 'l0@example.org' ? 'hang up' : undefined)
    await importLearners(workshop.service, learners(2))
    expect(await send()).toEqual({ sent: 1, refused: 0, later: 0, unclear: 1 })
    for (let days = 0; days < 5; days += 1) {
      pass(24 * 60)
      await send()
    }
    expect(server.arrived.filter(({ to }) => to === 'l0@example.org')).toHaveLength(1)
    const [unclear] = workshop.service.ledger.mails.list({ state: 'unclear' }, 10)
    server.rules.letter = () => undefined
    expect(workshop.service.mail.retry(unclear!.id)).toBe(true)
    expect((await send())?.sent).toBe(1)
    expect(workshop.service.mail.retry(unclear!.id)).toBe(false)
    const [one, two] = server.arrived.filter(({ to }) => to === 'l0@example.org').map(opened)
    expect(one?.head.get('message-id')).toBe(two?.head.get('message-id'))
    expect(one?.text).toBe(two?.text)
  })

  test('and hangs up before the letter gets it again', async () => {
    server.rules.recipient = (_, times) => (times === 1 ? 'hang up' : undefined)
    await importLearners(workshop.service, learners(1))
    expect((await send())?.later).toBe(1)
    pass(1)
    expect((await send())?.sent).toBe(1)
    expect(server.arrived).toHaveLength(1)
  })

  test('since it is not there lets all wait, at the cost of one attempt to connect', async () => {
    await server.close()
    await importLearners(workshop.service, learners(5))
    expect(await send()).toEqual({ sent: 0, refused: 0, later: 1, unclear: 0 })
    expect(mails().map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 5 }, () => ['waiting', 1]),
    )
    expect(first()?.reply).toContain('ECONNREFUSED')
    server = await openMailServer()
  })

  test('from this sender lets all wait: no letter is lost to a wrong setting', async () => {
    server.rules.sender = () => ({ code: 553, text: 'sender not owned' })
    await importLearners(workshop.service, learners(5))
    expect(await send()).toEqual({ sent: 0, refused: 0, later: 1, unclear: 0 })
    expect(mails().every(({ state, replyCode }) => state === 'waiting' && replyCode === 553)).toBe(
      true,
    )
    server.rules.sender = () => undefined
    pass(1)
    expect((await send())?.sent).toBe(5)
  })
})

test('doctor finds a mail server that takes nothing for a day', async () => {
  const letters = async () =>
    (await diagnose(workshop.service)).find(({ check }) => check === 'letters')
  server.rules.sender = () => ({ code: 451, text: 'not now' })
  await importLearners(workshop.service, learners(2))
  await send()
  expect(await letters()).toMatchObject({
    isFine: true,
    detail: expect.stringContaining('0 letters sent'),
  })
  pass(24 * 60)
  expect(await letters()).toMatchObject({
    isFine: false,
    detail: expect.stringContaining('2 letter(s)'),
  })
})

describe('a letter that was being sent when its process died', () => {
  test('is unclear once nobody can be waiting for the answer, and not sent again', async () => {
    await importLearners(workshop.service, learners(2))
    const { ledger } = workshop.service
    ledger.transaction(() => ledger.mailTurns.take(clock, 60))
    await send()
    expect(server.arrived).toHaveLength(1)
    pass(9)
    await send()
    expect(ledger.mails.list({ state: 'sending' }, 10)).toHaveLength(1)
    pass(1)
    await send()
    expect(ledger.mails.list({ state: 'unclear' }, 10)).toHaveLength(1)
    expect(server.arrived).toHaveLength(1)
  })

  test('is told as it was when the answer comes after all, but not over a later attempt', async () => {
    await importLearners(workshop.service, learners(1))
    const { ledger } = workshop.service
    const taken = ledger.transaction(() => ledger.mailTurns.take(clock, 60))!
    pass(11)
    ledger.mailTurns.settleLost(clock)
    ledger.mailTurns.settle(taken, { outcome: 'sent', code: 250, reply: 'ok' }, clock)
    expect(first()?.state).toBe('sent')
    ledger.mails.bounced(taken.id, clock.toISOString(), { code: 550, reply: 'gone' })
    ledger.mails.retry(taken.id, clock.toISOString())
    ledger.transaction(() => ledger.mailTurns.take(clock, 60))
    ledger.mailTurns.settle(taken, { outcome: 'refused', code: 550, reply: 'no' }, clock)
    expect(first()?.state).toBe('sending')
  })
})

describe('the pace', () => {
  test('is never more than so many in any minute, nor a tenth of them at once', async () => {
    await importLearners(workshop.service, learners(100))
    const { ledger } = workshop.service
    const begun: number[] = []
    for (let second = 0; second < 130; second += 1) {
      while (ledger.transaction(() => ledger.mailTurns.take(clock, 30))) begun.push(second)
      clock = new Date(clock.getTime() + 1_000)
    }
    expect(begun.slice(0, 4)).toEqual([0, 0, 0, 6])
    for (let from = 0; from < 70; from += 1)
      expect(begun.filter((at) => at >= from && at < from + 60).length).toBeLessThanOrEqual(30)
    expect(begun.length).toBeGreaterThanOrEqual(60)
  })

  test('is shared by two processes', async () => {
    await workshop.close()
    await open({ MAIL_PER_MINUTE: '60' })
    const other = await openWorkshop({
      dataDir: workshop.dataDir,
      now: () => clock,
      env: { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60' },
    })
    await importLearners(workshop.service, learners(20))
    workshop.service.mail.start()
    other.service.mail.start()
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    for (let tries = 0; tries < 600 && server.arrived.length < 6; tries += 1) await wait(50)
    // The clock stands still, so from here on there may be none.
    await wait(500)
    expect(server.arrived).toHaveLength(6)
    await other.service.close()
  })

  test('lets whoever waits for a new link go first', async () => {
    await importLearners(workshop.service, learners(3))
    await send()
    await importLearners(workshop.service, learners(3), { run: '2' })
    const { learner: id } = workshop.service.ledger.credentials.issued('', 1)[0]!
    workshop.service.mail.enqueueLink(id)
    expect(
      workshop.service.ledger.transaction(() => workshop.service.ledger.mailTurns.take(clock, 600))
        ?.kind,
    ).toBe('new-link')
  })
})

test('two at once send each letter once', async () => {
  const other = await openWorkshop({
    dataDir: workshop.dataDir,
    now: () => clock,
    env: { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60000' },
  })
  await importLearners(workshop.service, learners(60))
  const [one, two] = await Promise.all([send(), other.service.mail.sendDue()])
  expect((one?.sent ?? 0) + (two?.sent ?? 0)).toBe(60)
  expect(new Set(server.arrived.map(({ to }) => to)).size).toBe(60)
  expect(server.arrived).toHaveLength(60)
  await other.service.close()
})
