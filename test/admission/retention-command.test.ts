import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophon } from '../support/command-line.ts'
import { codeOf } from '../support/refused.ts'
import { type AdmissionWorld, openAdmissionWorld } from './admission-world.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld({ begin: '2020-11-24T12:00:00Z', edit: openForEver })
})
afterAll(() => world.close())

function openForEver(catalogue: Record<string, unknown>): void {
  const [only] = catalogue.specializations as object[]
  catalogue.specializations = [{ ...only, applications: { from: null, until: null } }]
}

describe('colophon retention', () => {
  test('erases what was kept long enough, says how much, and finds nothing the second time', async () => {
    const caller = world.caller('library-school')
    const old = await world.service.admissions.decide(world.form([]), caller)
    world.setNow(new Date(Date.now() - 60_000).toISOString())
    const recent = await world.service.admissions.decide(world.form([]), caller)

    const { dataDir, config } = world.shop
    const env = {
      DATA_DIR: dataDir,
      PUBLIC_URL: config.publicUrl.origin,
      CATALOGUE: config.catalogueFile,
    }
    const first = await colophon(['retention', '--json'], { env })
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      { erased: { decisions: 1, lines: 0, sessions: 0, shares: 0, enrolments: 0 } },
    ])
    const second = await colophon(['retention'], { env })
    expect([second.code, second.out]).toEqual([
      0,
      'erased: 0 decision(s), 0 line(s) of lists, 0 enrolment(s), 0 session(s), 0 link(s) with an end\n',
    ])
    const { admissions } = world.service
    expect(codeOf(() => admissions.find(old.id, caller))).toBe('decision-erased')
    expect(admissions.find(recent.id, caller)).toEqual(recent)
  })
})
