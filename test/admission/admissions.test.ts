import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { codeOf } from '../support/refused.ts'
import { type AdmissionWorld, openAdmissionWorld } from './admission-world.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld()
})
afterAll(() => world.close())

const outcomeOf = async (...handed: Parameters<AdmissionWorld['form']>[0]) =>
  (await world.service.admissions.consider(world.form(handed))).decision

describe('who may enrol', () => {
  test('is who holds what the rules ask for, ours or of a school whose word counts', async () => {
    const { signed } = await world.mooc()
    expect(await outcomeOf(signed)).toMatchObject({
      outcome: 'eligible',
      priority: { points: 3 },
    })
    expect(await outcomeOf(await world.signed())).toMatchObject({
      outcome: 'eligible',
      priority: { points: 3, of: 8 },
    })
  })

  test('is not who holds nothing, or too little', async () => {
    expect(await outcomeOf()).toMatchObject({ outcome: 'not-yet' })
    const short = await world.signed({ hours: '19' })
    expect(await outcomeOf(short)).toMatchObject({
      outcome: 'not-yet',
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: 'data-hours', reason: 'hours-missing' }),
      ]),
    })
  })
})

describe('a decision that is kept', () => {
  const provider = () => world.caller('library-school')

  test('is found again as it was answered, with who asked for it', async () => {
    const { signed } = await world.mooc()
    const form = world.form([signed], { reference: ' 17 ', country: 'gr', person: 'Maria Rossi' })
    const made = await world.service.admissions.decide(form, provider())
    expect(made).toMatchObject({
      reference: '17',
      country: 'GR',
      decision: { outcome: 'eligible' },
    })
    expect(made.events).toMatchObject([
      { action: 'decided', actor: 'token-of-library-school', outcome: 'eligible' },
    ])
    expect(world.service.admissions.find(made.id, provider())).toEqual(made)
  })

  test('is nobody else’s: to another provider it is as if there were none', async () => {
    const made = await world.service.admissions.decide(world.form([]), provider())
    const { admissions } = world.service
    const stranger = world.caller('another')
    const outside = world.caller('library-school', ['another-course'])
    for (const caller of [stranger, outside]) {
      expect(codeOf(() => admissions.find(made.id, caller))).toBe('decision-not-found')
      expect(codeOf(() => admissions.rerun(made.id, caller))).toBe('decision-not-found')
    }
    expect(codeOf(() => admissions.find('nothing', provider()))).toBe('decision-not-found')
    expect(admissions.list(stranger, { specialization: 'keeper', limit: 100 })).toEqual([])
    expect(codeOf(() => admissions.list(outside, { specialization: 'keeper', limit: 1 }))).toBe(
      'forbidden',
    )
    const admin = { ...stranger, role: 'admin' as const }
    expect(admissions.find(made.id, admin).id).toBe(made.id)
  })
})
