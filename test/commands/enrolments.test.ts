import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophonInTurn, type Ran } from '../support/command-line.ts'
import { catalogueWith, writeDecisions } from '../support/decided.ts'
import { openWorkshop } from '../support/workshop.ts'

let folder: string
let ids: string[]
let ran: Ran[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const CATALOGUE = catalogueWith(folder, { total: 2, perCountry: 1 })
  const dataDir = join(folder, 'data')
  const { service, config } = await openWorkshop({ dataDir, env: { CATALOGUE } })
  service.ledger.faults()
  const decisions = writeDecisions(
    config.databaseFile,
    [1, 2].map((number) => ({ provider: 'p', country: 'GR', reference: `A-${number}` })),
  )
  const provider = { token: 't', role: 'provider', scope: [], provider: 'p' } as const
  ids = decisions.map(
    (decision) =>
      service.enrolments.enrol({ ground: { decision }, country: null, reference: null }, provider)
        .enrolment.id,
  )
  await service.close()
  const [first = ''] = ids
  ran = await colophonInTurn(
    [
      ['enrolments', 'list', 'ceco'],
      ['enrolments', 'list', 'ceco', '--csv'],
      ['enrolments', 'withdraw', first, '--note', 'moved away'],
      ['enrolments', 'list', 'ceco', '--json'],
      ['enrolments', 'list', 'nothing'],
      ['enrolments', 'withdraw', 'nothing'],
      ['token', 'create', '--role', 'provider', '--specialization', 'CECO'],
      ['token', 'create', '--role', 'issuer', '--course', 'nope'],
    ],
    { env: { DATA_DIR: dataDir, CATALOGUE, PUBLIC_URL: 'https://badges.example.org' } },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('colophon enrolments', () => {
  test('lists who has a place and who waits, for people and as a table', () => {
    const [list, table] = ran
    expect([list?.code, table?.code]).toEqual([0, 0])
    expect(list?.out).toContain('places taken: 1 of 2, GR 1 of 1; waiting: 1')
    expect(list?.out).toMatch(new RegExp(`${ids[0]}  enrolled  GR  0 points .* A-1  p\n`))
    expect(list?.out).toMatch(new RegExp(`${ids[1]}  waiting 1  GR .* A-2  p\n`))
    const rows = table?.out.trim().split('\n') ?? []
    expect(rows[0]).toMatch(/^id,reference,state,/)
    expect(rows).toHaveLength(3)
  })

  test('withdraws one, and the next moves up', () => {
    const [, , withdrawn, after] = ran
    expect(withdrawn?.code).toBe(0)
    expect(withdrawn?.out).toContain(`${ids[1]} has moved up`)
    const { places, enrolments } = JSON.parse(after?.out ?? '') as {
      places: unknown
      enrolments: { state: string }[]
    }
    expect(places).toMatchObject({ taken: 1, waiting: 0 })
    expect(enrolments.map(({ state }) => state)).toEqual(['withdrawn', 'enrolled'])
  })

  test('ends with 64 for an unknown specialization, with 1 for an unknown enrolment', () => {
    expect(ran.slice(4, 6).map(({ code, err }) => [code, err.split(':')[0]])).toEqual([
      [64, 'specialization-unknown'],
      [1, 'enrolment-not-found'],
    ])
    expect(ran[5]?.err).toContain('There is no such enrolment')
  })

  test('and tokens are not made for what the catalogue does not have; what it has is named', () => {
    const [specialization, course] = ran.slice(6)
    expect([specialization?.code, course?.code]).toEqual([64, 64])
    expect(specialization?.err).toMatch(/specialization-unknown.*"CECO"; there is ceco/)
    expect(course?.err).toMatch(/course-unknown.*biblio-mooc/)
  })
})
