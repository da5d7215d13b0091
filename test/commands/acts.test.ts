import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Act, Preview } from '../../src/acting/act.ts'
import { settingsCaller } from '../../src/service/access.ts'
import { colophonInTurn } from '../support/command-line.ts'
import { issueMany } from '../support/many.ts'
import { openWorkshop, publicUrl } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let ids: string[]
let env: Record<string, string>
beforeAll(async () => {
  const settings = { FOUR_EYES_ABOVE: '1' }
  workshop = await openWorkshop({ now: () => new Date(Date.now() - 60_000), env: settings })
  ids = await issueMany(workshop.service, [
    { name: 'Μαρία Παπαδοπούλου' },
    { name: 'Līga Ozoliņa' },
    { name: '\u001B[2J Giulia =Rossi' },
  ])
  env = { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir, ...settings }
})
afterAll(() => workshop.close())

describe('find and act on the command line', () => {
  test('find by name, as lines, JSON and a table, and steer no terminal', async () => {
    const [lines, nobody, csv, learner, wrong] = await colophonInTurn(
      [
        ['find', 'ozolina'],
        ['find', 'nobody'],
        ['find', '--csv', '--status', 'issued'],
        ['learner', 'giulia'],
        ['find', '--status', 'lost'],
      ],
      { env },
    )
    expect(lines?.out).toContain(`/c/${ids[1]}`)
    expect([lines, nobody, csv, learner, wrong].map((ran) => ran?.code)).toEqual([0, 1, 0, 0, 64])
    expect(csv?.out.trim().split('\n')).toHaveLength(4)
    expect(learner?.out).toContain('1 credential(s)')
    expect(learner?.out).not.toContain('\u001B')
  })

  test('look, do, and have somebody else say yes', async () => {
    const list = join(workshop.dataDir, 'ids.txt')
    writeFileSync(list, `${publicUrl}/c/${ids[0]}\n${ids[1]}\n`)
    const wish = ['act', 'revoke', '--ids', list, '--json']
    const [looked] = await colophonInTurn([wish], { env })
    const seen = JSON.parse(looked?.out ?? '{}') as Preview
    expect(seen).toMatchObject({ toDo: 2, needsApproval: true })
    const [asked, none, changed] = await colophonInTurn(
      [
        [...wish, '--reason', 'x', '--selection', seen.selection],
        [...wish, '--selection', seen.selection],
        [...wish, '--reason', 'x', '--selection', 'another'],
      ],
      { env },
    )
    const { id, state } = JSON.parse(asked?.out ?? '{}') as Act
    expect([state, asked?.code, none?.code, changed?.code]).toEqual(['asked', 2, 64, 2])
    const [own] = await colophonInTurn([['act', 'approve', id]], { env })
    expect([own?.code, own?.err]).toEqual([1, expect.stringContaining('own-act')])
    const { acts, runs } = workshop.service.acting
    await acts.approve(id, settingsCaller)
    await runs.settled()
    const [shown, table] = await colophonInTurn(
      [
        ['act', 'show', id],
        ['act', 'show', id, '--csv'],
      ],
      { env },
    )
    expect([shown?.code, table?.out.match(/done,revoked/g)]).toEqual([
      0,
      ['done,revoked', 'done,revoked'],
    ])
  })
})
