import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { eraseOld } from '../../src/service/erase-old.ts'
import { codeOf, codeOfPromise } from '../support/refused.ts'
import { adminToken, json } from '../support/shop.ts'
import { openAdmissionWorld, specialization } from './admission-world.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-lasting-'))
  folders.push(folder)
  return folder
}

const idea = { statement: 'project-idea', note: 'A library on wheels', document: null }

describe('a decision of another day', () => {
  test('is made again by the rules of its day, whatever the catalogue says now', async () => {
    const dataDir = newFolder()
    const before = await openAdmissionWorld({ dataDir })
    const caller = before.caller('library-school')
    const { signed } = await before.mooc()
    const made = await before.service.admissions.decide(before.form([signed]), caller)
    const waiting = await before.service.admissions.decide(
      before.form([], { statements: [idea] }),
      caller,
    )
    await before.shop.stop()

    const admission = {
      ...specialization.admission,
      eligible: { kind: 'rule', rule: 'host' },
      considered: null,
    }
    const after = await openAdmissionWorld({
      dataDir,
      edit: (catalogue) => {
        catalogue.specializations = [{ ...specialization, admission }]
      },
    })
    const { admissions } = after.service
    expect(admissions.ruleBook('keeper').version).not.toBe(made.decision.ruleVersion)
    expect((await admissions.consider(after.form([signed]))).decision.outcome).toBe('not-yet')
    expect(admissions.find(made.id, caller)).toEqual(made)
    expect(admissions.rerun(made.id, caller)).toEqual({ decision: made.decision, isSame: true })
    const review = { item: 'admission', verdict: 'accepted', note: 'as then' } as const
    expect(admissions.review(waiting.id, review, caller).decision).toMatchObject({
      outcome: 'eligible',
      ruleVersion: waiting.decision.ruleVersion,
    })
    await after.close()
  })

  test('can be read when the catalogue has its rules, or the whole specialization, no longer', async () => {
    const dataDir = newFolder()
    const before = await openAdmissionWorld({ dataDir })
    const caller = before.caller('library-school')
    const form = before.form([(await before.mooc()).signed], { statements: [idea] })
    const made = await before.service.admissions.decide(form, caller)
    await before.shop.stop()
    const [, dataHours] = specialization.admission.rules
    const admission = {
      ...specialization.admission,
      statements: [],
      rules: [dataHours],
      eligible: { kind: 'rule', rule: 'data-hours' },
      considered: null,
    }
    for (const specializations of [[{ ...specialization, modules: [], admission }], []]) {
      const edit = (catalogue: Record<string, unknown>) => {
        catalogue.specializations = specializations
      }
      const after = await openAdmissionWorld({ dataDir, edit })
      const answer = await after.shop.ask(`/api/eligibility/${made.id}`, { token: adminToken })
      expect(await json(answer)).toMatchObject({
        outcome: 'eligible',
        rules: expect.arrayContaining([expect.objectContaining({ rule: 'mooc', outcome: 'met' })]),
      })
      expect(after.shop.faults).toEqual([])
      await after.shop.stop()
    }
  })

  test('is told to be another when its record was changed', async () => {
    const world = await openAdmissionWorld()
    const caller = world.caller('library-school')
    const made = await world.service.admissions.decide(world.form([]), caller)
    const { ledger } = world.service
    const record = ledger.decisions.byId(made.id)
    if (!record) throw new Error('is not there')
    ledger.decisions.settle(made.id, { ...record, outcome: 'eligible' })
    expect(world.service.admissions.rerun(made.id, caller).isSame).toBe(false)
    await world.close()
  })
})

describe('what an applicant gave', () => {
  test('is erased after the retention time, and how it ended stays', async () => {
    const world = await openAdmissionWorld({ env: { RETENTION_DAYS: '30' } })
    const caller = world.caller('library-school')
    const { admissions, ledger } = world.service
    const over = { statements: [idea], person: 'Maria Rossi', reference: 'applicant 17' }
    const made = await admissions.decide(world.form([], over), caller)
    const review = { item: 'admission', verdict: 'accepted', note: 'Maria is known' } as const
    admissions.review(made.id, review, caller)

    const log = readFileSync(join(world.shop.dataDir, 'colophon.sqlite-wal'))
    expect(log.includes('Maria is known')).toBe(true)

    world.setNow('2026-12-24T12:00:00Z')
    expect(eraseOld(world.service).decisions).toBe(0)
    expect(admissions.find(made.id, caller).application.person).toBe('Maria Rossi')
    world.setNow('2026-12-24T12:00:01Z')
    expect(eraseOld(world.service).decisions).toBe(1)
    expect(eraseOld(world.service).decisions).toBe(0)

    expect(codeOf(() => admissions.find(made.id, caller))).toBe('decision-erased')
    expect(codeOf(() => admissions.rerun(made.id, caller))).toBe('decision-erased')
    expect(codeOf(() => admissions.review(made.id, review, caller))).toBe('decision-erased')
    expect(await codeOfPromise(admissions.issue(made.id, { language: 'en' }, caller))).toBe(
      'decision-erased',
    )
    expect(codeOf(() => admissions.find(made.id, world.caller('another')))).toBe(
      'decision-not-found',
    )
    const [row] = admissions.list(caller, { specialization: 'keeper', limit: 10 })
    expect(row).toMatchObject({ outcome: 'eligible', isErased: true, name: null, reference: null })
    const kept = JSON.stringify([ledger.decisions.byId(made.id), ledger.decisions.events(made.id)])
    for (const personal of ['Maria', 'wheels', 'applicant 17']) expect(kept).not.toContain(personal)
    expect(ledger.decisions.events(made.id).map(({ action }) => action)).toEqual([
      'decided',
      'reviewed',
    ])
    const files = readdirSync(world.shop.dataDir).filter((file) => file.includes('sqlite'))
    for (const file of files) {
      const bytes = readFileSync(join(world.shop.dataDir, file))
      expect([file, bytes.includes('Maria is known')]).toEqual([file, false])
      expect([file, bytes.includes('A library on wheels')]).toEqual([file, false])
    }
    await world.close()
  })

  test('is erased when the service starts', async () => {
    const dataDir = newFolder()
    const before = await openAdmissionWorld({ dataDir })
    const caller = before.caller('library-school')
    const made = await before.service.admissions.decide(before.form([]), caller)
    await before.shop.stop()
    const soon = await openAdmissionWorld({ dataDir, env: { RETENTION_DAYS: '1' } })
    expect(soon.service.admissions.find(made.id, caller)).toEqual(made)
    await soon.shop.stop()
    const later = await openAdmissionWorld({ dataDir, begin: '2027-11-25T12:00:00Z' })
    expect(codeOf(() => later.service.admissions.find(made.id, caller))).toBe('decision-erased')
    await later.close()
  })

  test('stays for as long after the last change of the enrolment', async () => {
    const world = await openAdmissionWorld({ env: { RETENTION_DAYS: '30' } })
    const caller = world.caller('library-school')
    const { admissions, enrolments } = world.service
    const { signed } = await world.mooc()
    const made = await admissions.decide(world.form([signed], { country: 'GR' }), caller)
    world.setNow('2026-12-10T12:00:00Z')
    enrolments.enrol({ ground: { decision: made.id } } as never, caller)
    world.setNow('2027-01-05T12:00:00Z')
    expect(eraseOld(world.service).decisions).toBe(0)
    world.setNow('2027-01-10T12:00:00Z')
    expect(eraseOld(world.service).decisions).toBe(1)
    await world.close()
  })
})
