import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type DemoDecision,
  decisionTable,
  demoDecisions,
} from '../../src/commands/demo-decisions.ts'
import { openOutput } from '../../src/commands/output.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { award, openWorkshop, reserve } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let shown: string[]

async function decideAgain(): Promise<readonly DemoDecision[]> {
  const { service, config } = workshop
  const context = { service, config, output: openOutput(true) }
  const specialization = service.catalogue.specializations[0]!
  const show = async (record: IssuedRecord) => {
    shown.push(record.id)
    return ['json valid']
  }
  return demoDecisions(specialization, show, context)
}
const counts = () => {
  const { ledger } = workshop.service
  const caller = { token: 'x', role: 'admin' as const, scope: [], provider: 'x' }
  const asked = { specialization: 'ceco', limit: 100 }
  const credentials = ledger.credentials.issued('', 100).length
  return [workshop.service.admissions.list(caller, asked).length, credentials]
}

beforeAll(async () => {
  workshop = await openWorkshop()
  shown = []
  const begun = {
    key: 'email:b@example.org',
    name: 'Γιώργος',
    achievement: 'mooc-participation',
    results: [],
  }
  await reserve(workshop.service, [award({ name: 'Maria Rossi' }), award(begun)])
  await workshop.service.issue()
})
afterAll(() => workshop.close())

describe('the end of the demo', () => {
  test('decides for one of each outcome, and signs the answer of who is eligible', async () => {
    const decisions = await decideAgain()
    expect(decisions.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Maria Rossi', 'eligible'],
      ['Γιώργος', 'needs-review'],
      ['Alexandra Example', 'not-yet'],
    ])
    expect(decisions[0]).toMatchObject({ checked: ['json valid'], missing: [] })
    expect(decisions[2]?.missing.length).toBeGreaterThan(1)
    expect(shown).toHaveLength(1)
    expect(decisions[0]?.url).toBe(`https://badges.example.org/c/${shown[0]}`)
    expect(decisionTable(decisions).join('\n')).toMatch(/Maria Rossi: eligible\n.*\n.*\/c\//)
  })

  test('decides and signs nothing twice', async () => {
    const before = counts()
    expect(before).toEqual([3, 3])
    const [first] = await decideAgain()
    expect(counts()).toEqual(before)
    expect(first?.url).toBe(`https://badges.example.org/c/${shown[0]}`)
  })
})
