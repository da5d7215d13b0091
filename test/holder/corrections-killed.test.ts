import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { diagnose } from '../../src/service/doctor.ts'
import { Service } from '../../src/service/service.ts'
import { colophon, start } from '../support/command-line.ts'
import { issueOne, openWorkshop, publicUrl } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let id: string
let env: Record<string, string>
beforeAll(async () => {
  workshop = await openWorkshop()
  id = (await issueOne(workshop.service, { name: 'Name 0' })).id
  env = { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir }
})
afterAll(() => workshop.close())

function rows(sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(workshop.config.databaseFile)
  try {
    return database.prepare(sql).all() as Record<string, unknown>[]
  } finally {
    database.close()
  }
}

const places = (view: string) =>
  rows(`SELECT status_list || '#' || status_index AS place FROM ${view}`).map(({ place }) =>
    String(place),
  )
const isReserved = () =>
  rows(`SELECT 1 AS found FROM correction WHERE state = 'reserved'`).length > 0
const replaceArgs = (name: string) => ['replace', id, '--name', name, '--reason', 'a drill']

function nameNow(): string | undefined {
  const service = new Service(workshop.config)
  const record = service.issued(id)
  return record && recipientName((JSON.parse(record.signed) as SignedBadge).credentialSubject)
}

/** Kills at the first sight of the reservation, or after a while where it never comes to that. */
async function kill(name: string, when: 'reserved' | number): Promise<void> {
  const child = start('cli.js', replaceArgs(name), { env })
  const ended = new Promise((resolve) => child.on('close', resolve))
  if (when === 'reserved') {
    const end = Date.now() + 20_000
    while (!isReserved() && child.exitCode === null && Date.now() < end) await sleep(2)
  } else await sleep(when)
  child.kill('SIGKILL')
  await ended
}

describe('a process that is killed while it corrects', () => {
  test('leaves what the next one completes: nothing lost, nothing twice, no bit ever cleared', async () => {
    let revoked = places('revoked_index')
    let name = 'Name 0'
    for (const [round, when] of (['reserved', 300, 'reserved', 700] as const).entries()) {
      const wanted = `Name ${round + 1}`
      await kill(wanted, when)
      const wasReserved = isReserved()
      const before = nameNow()
      expect([name, wanted]).toContain(before)
      expect((await colophon(['issue'], { env })).code).toBe(0)
      const after = nameNow()
      expect(after).toBe(wasReserved ? wanted : before)
      name = String(after)
      expect(isReserved()).toBe(false)
      const now = places('revoked_index')
      expect(revoked.filter((place) => !now.includes(place))).toEqual([])
      revoked = now
      const taken = places('taken_index')
      expect(new Set(taken).size).toBe(taken.length)
      expect(now.length).toBe(rows('SELECT 1 AS found FROM superseded').length)
    }
    const found = await diagnose(new Service(workshop.config))
    expect(found.filter(({ isFine }) => !isFine)).toEqual([])
  })
})

describe('two processes that correct at once', () => {
  test('make one version, and both say which', async () => {
    const before = rows('SELECT 1 AS found FROM superseded').length
    const both = await Promise.all([
      colophon([...replaceArgs('Both of us'), '--json'], { env }),
      colophon([...replaceArgs('Both of us'), '--json'], { env }),
    ])
    const answers = both.map(({ out }) => JSON.parse(out) as { corrected: { id: string }[] })
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(answers[0]?.corrected[0]?.id).toBe(answers[1]?.corrected[0]?.id)
    expect(rows('SELECT 1 AS found FROM superseded').length).toBe(before + 1)
    expect(nameNow()).toBe('Both of us')
  })

  test('one by erasing: either it is corrected and then erased, or only erased', async () => {
    await Promise.all([
      colophon(replaceArgs('Never Seen'), { env }),
      colophon(['erase', id, '--reason', 'requested-by-holder'], { env }),
    ])
    await colophon(['issue'], { env })
    expect(nameNow()).toBeUndefined()
    for (const table of ['credential', 'correction'])
      expect(
        rows(`SELECT * FROM ${table}`)
          .map((row) => JSON.stringify(row))
          .join(),
      ).not.toContain('Never Seen')
    const taken = places('taken_index')
    expect(new Set(taken).size).toBe(taken.length)
  })
})
