import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../../src/ledger/caller.ts'
import { settingsCaller } from '../../src/service/access.ts'
import { openClock } from '../support/clock.ts'
import { catalogueWith, writeDecisions } from '../support/decided.ts'
import { importLearners } from '../support/importing.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { refusalOf } from '../support/refused.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

let folder: string
let receiver: Receiver
let workshop: Awaited<ReturnType<typeof openWorkshop>>
const clock = openClock('2026-12-01T09:00:00Z')
const provider: Caller = { token: 't', role: 'provider', scope: [], provider: 'p' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  receiver = await openReceiver()
  const CATALOGUE = catalogueWith(folder, { total: 1, perCountry: 1 })
  workshop = await openWorkshop({
    env: { CATALOGUE },
    dataDir: join(folder, 'data'),
    now: clock.now,
  })
  workshop.service.webhooks.add({ url: receiver.url }, settingsCaller)
})
afterEach(() => {
  receiver.arrived.length = 0
})
afterAll(async () => {
  await workshop.service.close()
  await receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

const told = async () => {
  await workshop.service.webhooks.sendDue()
  return receiver.arrived.map(({ told: { type, data } }) => ({ type, ...data }))
}

describe('what is told', () => {
  test('of a credential: that it was issued, replaced and revoked, once each', async () => {
    const { service } = workshop
    const { id } = await issueOne(service, { key: 'a', name: 'Anna' })
    await service.issue()
    expect(await told()).toMatchObject([{ type: 'credential.issued', id, run: '2026-1' }])
    clock.pass()
    await service.corrections.replace(id, {
      changes: { name: 'Anne' },
      reason: 'misspelt',
      by: 'a test',
      isEverywhere: false,
      permit: () => undefined,
    })
    clock.pass()
    await service.issue()
    service.revoke(id, 'a private word', 'issued-in-error')
    expect(refusalOf(() => service.revoke(id, 'again')).code).toBe('already-revoked')
    const all = (await told()).slice(1)
    expect(all).toMatchObject([
      { type: 'credential.replaced', id },
      { type: 'credential.revoked', id, reason: 'issued-in-error' },
    ])
    expect(receiver.arrived.map(({ body }) => body).join()).not.toMatch(/Ann|misspelt|private word/)
  })

  test('of a learner: what they claimed, once, and later only what is new', async () => {
    const { service } = workshop
    await importLearners(service, [{ email: 'c@example.org', name: 'C' }], { run: 'c1' })
    const [first] = service.ledger.credentials.issued('', 1_000).slice(-1)
    if (!first) throw new Error('nothing was issued')
    const use = () => {
      const { url } = service.mail.newLink(first.learner)
      service.mail.claims.use(new URL(url).pathname.slice('/claim/'.length), () => undefined)
    }
    clock.pass()
    use()
    clock.pass()
    use()
    clock.pass()
    await importLearners(service, [{ email: 'c@example.org', name: 'C' }], { run: 'c2' })
    const [second] = service.ledger.credentials.issued('', 1_000).slice(-1)
    clock.pass()
    use()
    const claimed = (await told()).filter(({ type }) => type === 'credential.claimed')
    expect(claimed).toMatchObject([{ id: first.id }, { id: second?.id }])
  })

  test('of enrolments: who has a place, who gave it back and who moved up', async () => {
    const { service, config } = workshop
    const [one = '', two = ''] = writeDecisions(config.databaseFile, [
      { provider: 'p', country: 'GR', reference: 'Anna Private' },
      { provider: 'p', country: 'IT' },
    ])
    const enrol = (decision: string) =>
      service.enrolments.enrol({ ground: { decision }, country: null, reference: null }, provider)
        .enrolment
    const [first, waiting] = [enrol(one), enrol(two)]
    expect(waiting.state).toBe('waiting')
    service.enrolments.withdraw(first.id, 'a private word', provider)
    expect(await told()).toEqual([
      { type: 'enrolment.enrolled', id: first.id, specialization: 'ceco' },
      { type: 'enrolment.withdrawn', id: first.id, specialization: 'ceco' },
      { type: 'enrolment.enrolled', id: waiting.id, specialization: 'ceco' },
    ])
    expect(receiver.arrived.map(({ body }) => body).join()).not.toMatch(/private/i)
  })
})
