import { expect, test } from '@jest/globals'
import { runDrill } from '../drill/drill.ts'

// The whole drill is `node dist/drill/kill.js`; ten rounds are enough to notice that a promise is broken outright.
test('ten rounds of kills lose nothing and double nothing', async () => {
  const seed = Date.now() % 1_000_000
  const { rounds, lost, double, other, acknowledged } = await runDrill({
    rounds: 10,
    seed,
    size: 8,
  })
  // The seed stands in what is compared, so that a failure tells it.
  expect({ seed, lost, double, other }).toEqual({ seed, lost: [], double: [], other: [] })
  expect(rounds).toBe(10)
  expect(acknowledged).toBeGreaterThan(0)
}, 600_000)
