import { expect, test } from '@jest/globals'
import { runSoak } from '../drill/soak.ts'

// The whole soak is `npm run soak`; so few are enough to notice that something is answered wrong.
test('some hundred mixed requests are answered as they should be, without a fault', async () => {
  const seed = Date.now() % 1_000_000
  const { sent, faults, wrong, complaints, counts } = await runSoak({
    requests: 250,
    seed,
    atOnce: 4,
    maxMs: 40_000,
  })
  expect({ seed, faults, wrong, complaints }).toEqual({
    seed,
    faults: [],
    wrong: [],
    complaints: '',
  })
  expect(sent).toBeGreaterThan(20)
  expect(Object.keys(counts).length).toBeGreaterThan(5)
}, 300_000)
