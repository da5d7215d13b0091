import { describe, expect, test } from '@jest/globals'
import { endOfShare } from '../../src/holder/share-end.ts'
import { codeOf } from '../support/refused.ts'

const now = new Date('2026-11-27T10:00:00Z')
const endOf = (choice: string, day = '', at = now) => endOfShare(choice, day, at).toISOString()

describe('the end of a link', () => {
  test.each([
    ['day', '2026-11-28T10:00:00.000Z'],
    ['week', '2026-12-04T10:00:00.000Z'],
    ['month', '2026-12-27T10:00:00.000Z'],
    ['year', '2027-11-27T10:00:00.000Z'],
  ])('after a %s is %s', (choice, end) => {
    expect(endOf(choice)).toBe(end)
  })

  test('stays in its month where the next is shorter', () => {
    expect(endOf('month', '', new Date('2027-01-31T10:00:00Z'))).toBe('2027-02-28T10:00:00.000Z')
    expect(endOf('year', '', new Date('2028-02-29T10:00:00Z'))).toBe('2029-02-28T10:00:00.000Z')
  })

  test('on a day is the last second of it', () => {
    expect(endOf('date', '2026-11-28')).toBe('2026-11-28T23:59:59.000Z')
    expect(endOf('date', '2036-11-26')).toBe('2036-11-26T23:59:59.000Z')
  })

  test.each([
    ['date', ''],
    ['date', '2026-11-27'],
    ['date', '1999-01-01'],
    ['date', '2037-01-01'],
    ['date', '2027-02-30'],
    ['date', '27.11.2027'],
    ['date', '2027-1-1'],
    ['never', '2027-01-01'],
    ['', ''],
    ['__proto__', ''],
  ])('is not %s %j', (choice, day) => {
    expect(codeOf(() => endOf(choice, day))).toBe('share-end-wrong')
  })
})
