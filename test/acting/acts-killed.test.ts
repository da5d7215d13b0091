import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Act, Preview } from '../../src/acting/act.ts'
import { colophon, start } from '../support/command-line.ts'
import { issueMany } from '../support/many.ts'
import { openWorkshop, publicUrl } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let env: Record<string, string>
const count = 2_000
beforeAll(async () => {
  workshop = await openWorkshop({ now: () => new Date(Date.now() - 60_000) })
  await issueMany(
    workshop.service,
    Array.from({ length: count }, (_, at) => ({ name: `Learner ${at}`, run: 'killed' })),
  )
  env = { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir, FOUR_EYES_ABOVE: 'off' }
})
afterAll(() => workshop.close())

function number(sql: string): number {
  const database = new DatabaseSync(workshop.config.databaseFile)
  try {
    return Number((database.prepare(sql).get() as { n: number }).n)
  } finally {
    database.close()
  }
}
const revoked = () => number('SELECT count(*) AS n FROM credential WHERE revoked_at IS NOT NULL')
const told = () => number(`SELECT count(*) AS n FROM act_item WHERE state = 'done'`)

describe('a process that is killed while it revokes many', () => {
  test('leaves nothing half done, and the next one goes on to the end', async () => {
    const wish = ['act', 'revoke', '--run', 'killed', '--json']
    const seen = JSON.parse((await colophon(wish, { env })).out) as Preview
    expect(seen.toDo).toBe(count)
    const child = start('cli.js', [...wish, '--reason', 'a drill', '--selection', seen.selection], {
      env,
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    const end = Date.now() + 30_000
    while (told() === 0 && child.exitCode === null && Date.now() < end) await sleep(2)
    child.kill('SIGKILL')
    await ended
    const before = revoked()
    expect(before).toBeGreaterThan(0)
    expect(told()).toBe(before)
    const { acts } = JSON.parse((await colophon(['act', 'list', '--json'], { env })).out) as {
      acts: Act[]
    }
    const id = acts[0]?.id ?? ''
    const last = await colophon(['act', 'resume', id, '--json'], { env })
    expect(last.code).toBe(0)
    expect((JSON.parse(last.out) as Act).counts).toMatchObject({ done: count, failed: 0, open: 0 })
    expect([revoked(), told()]).toEqual([count, count])
  })
})
