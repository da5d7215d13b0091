import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openCommandFolder } from '../support/command-folder.ts'
import { answer, openReceiver, type Receiver } from '../support/receiver.ts'

let receiver: Receiver
const folder = openCommandFolder()
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(async () => {
  folder.close()
  await receiver.close()
})

describe('colophon webhook', () => {
  test('adds an endpoint, tests it, changes its secret and removes it', async () => {
    const [added, refused] = await folder.inTurn(
      ['webhook', 'add', receiver.url, '--event', 'credential.issued', '--json'],
      ['webhook', 'add', 'http://hooks.example/'],
    )
    const { id, secret } = JSON.parse(added?.out ?? '') as { id: string; secret: string }
    expect(secret).toMatch(/^whsec_/)
    expect([refused?.code, refused?.err]).toEqual([64, expect.stringMatching(/^webhook-address: /)])
    receiver.rules.play = answer(204)
    const [tested, list, rotated] = await folder.inTurn(
      ['webhook', 'test', id],
      ['webhook', 'list'],
      ['webhook', 'rotate', id, '--keep-hours', '0', '--json'],
    )
    expect([tested?.code, tested?.out]).toEqual([0, expect.stringContaining('answered 204')])
    expect(list?.out).toContain(`${id}  active  ${receiver.url}  credential.issued  everything`)
    expect(list?.out).not.toContain('whsec_')
    expect(JSON.parse(rotated?.out ?? '').secret).not.toBe(secret)
    receiver.rules.play = answer(500)
    const [failed, deliveries, removed, gone] = await folder.inTurn(
      ['webhook', 'test', id],
      ['webhook', 'deliveries', id, '--state', 'given-up'],
      ['webhook', 'remove', id],
      ['webhook', 'enable', id],
    )
    expect([failed?.code, deliveries?.code, removed?.code, gone?.code]).toEqual([1, 0, 0, 1])
    expect(deliveries?.out).toMatch(/webhook\.test .* given-up .* answered 500\n/)
  })

  test('issues for an endpoint that is told later, and doctor tells of one that is gone', async () => {
    receiver.rules.play = answer(410)
    const [added] = await folder.inTurn(['webhook', 'add', receiver.url, '--json'])
    const { id } = JSON.parse(added?.out ?? '') as { id: string }
    await folder.issueTo('Anna')
    const [waiting, sound] = await folder.inTurn(
      ['webhook', 'deliveries', id, '--json'],
      ['doctor'],
    )
    const [delivery] = JSON.parse(waiting?.out ?? '').deliveries
    expect(delivery).toMatchObject({ state: 'waiting', event: { type: 'credential.issued' } })
    expect(sound?.out).toContain('1 endpoints are told of what happens')
    const [resent, unknown] = await folder.inTurn(
      ['webhook', 'resend', delivery.id],
      ['webhook', 'resend', 'nothing'],
    )
    expect([resent?.code, unknown?.code]).toEqual([0, 1])
  })
})
