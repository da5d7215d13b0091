import { expect, test } from '@jest/globals'
import { runOverload } from '../drill/overload.ts'

// The whole drill is `npm run overload`; so little says nothing about times, and notices what is answered wrong.
test('more than it can do is turned away with the time to come again, without a fault, and soon over', async () => {
  const { normal, overload, recoveredAfterMs, exitCode, complaints } = await runOverload({
    learners: 8,
    normalMs: 1_500,
    atOnce: 3,
    overloadMs: 3_000,
    times: 10,
    seed: Date.now() % 1_000_000,
  })
  expect({ faults: [...normal.faults, ...overload.faults], complaints, exitCode }).toEqual({
    faults: [],
    complaints: '',
    exitCode: 0,
  })
  expect(normal.withoutRetryAfter + overload.withoutRetryAfter).toBe(0)
  expect(Object.keys(overload.counts).some((key) => key.endsWith(' 503'))).toBe(true)
  expect(overload.counts['check 200']).toBeGreaterThan(0)
  expect(recoveredAfterMs).toBeDefined()
}, 300_000)
