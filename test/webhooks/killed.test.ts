import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { settingsCaller } from '../../src/service/access.ts'
import { start } from '../support/command-line.ts'
import { answer, openReceiver, type Receiver } from '../support/receiver.ts'
import { award, openWorkshop, publicUrl, reserve } from '../support/workshop.ts'

let receiver: Receiver
let workshop: Awaited<ReturnType<typeof openWorkshop>>
let env: Record<string, string>
const count = 24

beforeAll(async () => {
  receiver = await openReceiver()
  workshop = await openWorkshop()
  env = { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir, PORT: '0', HOST: '127.0.0.1' }
  workshop.service.webhooks.add(
    { url: receiver.url, events: ['credential.issued'] },
    settingsCaller,
  )
})
afterAll(async () => {
  await workshop.close()
  await receiver.close()
})

const until = async (isSo: () => boolean) => {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > 60_000) throw new Error('it never came about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const ids = () => new Set(receiver.arrived.map(({ told }) => told.data.id))
const issued = () => workshop.service.ledger.credentials.count('issued')

describe('a process that is killed', () => {
  test('between the act and its telling loses nothing, and nothing is told that did not happen', async () => {
    const learners = Array.from({ length: count }, (_, n) =>
      award({ key: `k${n}`, name: `L ${n}` }),
    )
    await reserve(workshop.service, learners)
    // The command issues and ends: it tells nobody itself.
    const command = start('cli.js', ['issue'], { env })
    const ended = new Promise((resolve) => command.once('close', resolve))
    await until(() => issued() > 0)
    command.kill('SIGKILL')
    await ended
    expect(receiver.arrived).toEqual([])
    receiver.rules.play = (response, arrived) =>
      setTimeout(() => answer(204)(response, arrived), 20)
    const server = start('main.js', [], { env })
    const killed = new Promise((resolve) => server.once('close', resolve))
    await until(() => receiver.arrived.length >= 5)
    server.kill('SIGKILL')
    await killed
    // What a killed process had begun is begun again once its lease is over.
    const last = start('main.js', [], { env })
    const over = new Promise((resolve) => last.once('close', resolve))
    await until(() => issued() === count)
    await until(() => ids().size === count)
    last.kill('SIGTERM')
    expect(await over).toBe(0)
    const recorded = workshop.service.ledger.credentials.issued('', 100).map(({ id }) => id)
    expect([...ids()].filter((id) => !recorded.includes(String(id)))).toEqual([])
    const [endpoint] = workshop.service.webhooks.list(settingsCaller)
    const { delivered = 0, waiting = 0 } = endpoint?.deliveries ?? {}
    expect(delivered + waiting).toBe(count)
  }, 240_000)
})
