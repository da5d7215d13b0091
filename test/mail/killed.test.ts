import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { colophon, start } from '../support/command-line.ts'
import { importLearners } from '../support/importing.ts'
import { type MailServerOfTests, openMailServer } from '../support/mail-server.ts'
import { openWorkshop, publicUrl } from '../support/workshop.ts'

let server: MailServerOfTests
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let env: Record<string, string>
const count = 40

beforeAll(async () => {
  server = await openMailServer({ before: () => new Promise((resolve) => setTimeout(resolve, 30)) })
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60000' }
  workshop = await openWorkshop({ env: mail })
  env = { ...mail, PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir, PORT: '0', HOST: '127.0.0.1' }
  await importLearners(
    workshop.service,
    Array.from({ length: count }, (_, n) => ({ email: `l${n}@example.org`, name: `Learner ${n}` })),
  )
})
afterAll(async () => {
  await workshop.close()
  await server.close()
})

const until = async (isSo: () => boolean) => {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > 60_000) throw new Error('it never came about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Kills a process once so many letters have arrived, in the middle of whatever it does then. */
async function killedAfter(letters: number, script: string, args: readonly string[]) {
  const child = start(script, args, { env })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await until(() => server.arrived.length >= letters)
  child.kill('SIGKILL')
  await ended
}

/** Letters of processes that were killed above: they stay as they were for ten minutes. */
let lost = 0
const sendingBefore = () => lost

test('processes that are killed while they send lose no letter and send none twice', async () => {
  await killedAfter(6, 'main.js', [])
  await killedAfter(14, 'cli.js', ['mail', 'send'])
  await killedAfter(22, 'main.js', [])
  const last = await colophon(['mail', 'send', '--json'], { env })
  expect(JSON.parse(last.out)).toMatchObject({ refused: 0, later: 0, waiting: 0 })
  const addresses = server.arrived.map(({ to }) => to)
  expect(new Set(addresses).size).toBe(addresses.length)
  const { mails } = workshop.service.ledger
  const { sent = 0, sending = 0, waiting = 0 } = mails.counts()
  // One letter at most for each process that was killed: nobody knows whether it arrived, so it is left alone.
  expect([waiting, sent + sending]).toEqual([0, count])
  expect(sending).toBeLessThanOrEqual(3)
  lost = sending
  expect(addresses.length).toBeGreaterThanOrEqual(sent)
}, 240_000)

test('the command that is told to stop ends after the answer to the letter it has handed over', async () => {
  const letters = Array.from({ length: 5 }, (_, n) => ({ email: `c${n}@example.org`, name: 'C' }))
  await importLearners(workshop.service, letters, { run: 'command' })
  const before = server.arrived.length
  server.rules.before = () => new Promise((resolve) => setTimeout(resolve, 500))
  const child = start('cli.js', ['mail', 'send'], { env })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await until(() => server.arrived.length > before)
  child.kill('SIGTERM')
  expect(await ended).toBe(2)
  const { sending = 0, waiting = 0 } = workshop.service.ledger.mails.counts()
  expect([sending, waiting]).toEqual([sendingBefore(), 4])
  expect(server.arrived).toHaveLength(before + 1)
  server.rules.before = async () => undefined
  await workshop.service.mail.sendDue()
}, 240_000)

test('one that is told to stop waits for the answer to the letter it has handed over', async () => {
  await importLearners(workshop.service, [{ email: 'slow@example.org', name: 'Slow' }], {
    run: '2',
  })
  const before = server.arrived.length
  server.rules.before = () => new Promise((resolve) => setTimeout(resolve, 1_000))
  const child = start('main.js', [], { env })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await until(() => server.arrived.length > before)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  const [newest] = workshop.service.ledger.mails.list({}, 1)
  expect(newest?.state).toBe('sent')
}, 240_000)
