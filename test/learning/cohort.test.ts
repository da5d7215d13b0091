import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from '@jest/globals'
import { generateCohort } from '../../src/learning/cohort.ts'
import { writeColophonCsv } from '../../src/learning/cohort-csv.ts'
import { readCompletions } from '../../src/learning/csv.ts'
import { importOptions, mooc, readAll } from './sample.ts'

describe('an invented cohort', () => {
  const cohort = [...generateCohort({ seed: 1, size: 400, course: mooc })]

  test('is the same for the same seed, and another for another', () => {
    expect([...generateCohort({ seed: 1, size: 400, course: mooc })]).toEqual(cohort)
    expect([...generateCohort({ seed: 2, size: 400, course: mooc })]).not.toEqual(cohort)
  })

  test('only grows when more are asked for', () => {
    expect([...generateCohort({ seed: 1, size: 10, course: mooc })]).toEqual(cohort.slice(0, 10))
  })

  test('completes about as often as open courses do, some with distinction', () => {
    const complete = cohort.filter(({ completedOn }) => completedOn !== null)
    const distinguished = complete.filter(({ score }) => (score ?? 0) >= mooc.distinctionFrom)
    expect(complete.length).toBeGreaterThan(40)
    expect(complete.length).toBeLessThan(80)
    expect(distinguished.length).toBeGreaterThan(0)
    expect(cohort.some(({ modules }) => modules.length === 0)).toBe(true)
  })

  test.each([
    ['Latin', /^\p{Script=Latin}/u],
    ['Greek', /^\p{Script=Greek}/u],
    ['Cyrillic', /^\p{Script=Cyrillic}/u],
    ['Han', /^\p{Script=Han}/u],
    ['Arabic', /^\p{Script=Arabic}/u],
    ['hyphens', /\p{L}-\p{L}/u],
    ['apostrophes', /\p{L}[’']\p{L}/u],
    ['one word only', /^\p{L}+$/u],
    ['Latvian letters', /[ķļņģš]/iu],
  ])('has names with %s', (_, pattern) => {
    expect(cohort.some(({ name }) => pattern.test(name))).toBe(true)
  })

  test('has addresses, each its own, that can never reach anyone', () => {
    expect(new Set(cohort.map(({ email }) => email)).size).toBe(400)
    expect(cohort.filter(({ email }) => !/@(?:[a-z.]+\.)?example(?:\.org)?$/.test(email))).toEqual(
      [],
    )
  })

  test('reads back from its own file without a complaint', async () => {
    const rows = await readAll([...writeColophonCsv(cohort)].join(''))
    expect(rows.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(rows.map(({ completion }) => completion?.modules.length)).toEqual(
      cohort.map(({ modules }) => modules.length),
    )
  })
})

test('a hundred thousand rows are read without holding them', async () => {
  async function* file() {
    let text = ''
    for (const line of writeColophonCsv(generateCohort({ seed: 1, size: 100_000, course: mooc }))) {
      text += line
      if (text.length < 64 * 1024) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(text)
  }
  const before = heldBytes()
  let rows = 0
  let most = 0
  for await (const row of readCompletions(file(), importOptions)) {
    rows += row.completion ? 1 : 0
    if (rows % 20_000 === 0) most = Math.max(most, heldBytes())
  }
  expect(rows).toBe(100_000)
  // Held as objects, the rows alone would take several times this.
  expect((most - before) / 1024 / 1024).toBeLessThan(40)
})

/** The heap that is still in use once everything unused has been given back. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
