import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { heldAward } from '../../src/holder/wall.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let record: IssuedRecord

beforeAll(async () => {
  workshop = await openWorkshop()
  record = await issueOne(workshop.service)
})
afterAll(() => workshop.close())

const { parse } = JSON
const stateWith = (dates: { validFrom?: string; validUntil?: string }) =>
  heldAward(
    { ...record, signed: JSON.stringify({ ...parse(record.signed), ...dates }) },
    new Date('2027-06-01T00:00:00Z'),
  ).state

test.each([
  ['active', { validFrom: '2027-05-31T23:59:59Z' }],
  ['not-yet-valid', { validFrom: '2027-06-01T00:00:01Z' }],
  ['active', { validUntil: '2027-06-01T00:00:01Z' }],
  ['expired', { validUntil: '2027-06-01T00:00:00Z' }],
] as const)('on its holder’s wall a credential is %s with %j', (state, dates) => {
  expect(stateWith({ validFrom: '2027-01-01T00:00:00Z', ...dates })).toBe(state)
})
