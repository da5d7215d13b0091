import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Report } from '../../src/checking/report.ts'
import { runs, seed } from '../support/chance.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { isReport, judge } from './attack.ts'
import { badge, fullBadge, past, payload } from './base-documents.ts'
import { pngWith, svgWith } from './pictures.ts'
import { listUrl, statusEntry, statusIndex, statusList } from './status-lists.ts'

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
  world.publish(listUrl, await world.sign(statusList([statusIndex])))
})
afterAll(() => world.close())

/** What chance decides on, one after another, for as long as a text is written. */
interface Whim {
  readonly numbers: readonly number[]
  at: number
}

const next = (whim: Whim, below: number) => {
  whim.at += 1
  return (whim.numbers[whim.at % whim.numbers.length] ?? 0) % below
}

const blanks = ['', '', '', ' ', '\n', '\t', '\r\n  ']

const shuffled = <Item>(items: readonly Item[], whim: Whim): readonly Item[] =>
  items
    .map((item) => [next(whim, 1_000), item] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, item]) => item)

/** A letter as JSON lets it be written, besides as it is. */
function letter(unit: string, whim: Whim): string {
  if (next(whim, 12) > 0) return unit
  const hex = unit.charCodeAt(0).toString(16).padStart(4, '0')
  return `\\u${next(whim, 2) === 0 ? hex : hex.toUpperCase()}`
}

function stringOf(text: string, whim: Whim): string {
  const units = JSON.stringify(text).slice(1, -1)
  if (units.includes('\\')) return `"${units}"`
  return `"${Array.from({ length: units.length }, (_, at) => letter(units[at] ?? '', whim)).join('')}"`
}

/** The same JSON written otherwise: members in any order, any white space, escaped letters. */
function spelt(value: unknown, whim: Whim): string {
  const blank = () => blanks[next(whim, blanks.length)] ?? ''
  const list = (items: readonly string[], open: string, close: string) =>
    `${open}${items.map((item) => `${blank()}${item}${blank()}`).join(',')}${close}`
  if (typeof value === 'string') return stringOf(value, whim)
  if (Array.isArray(value))
    return list(
      value.map((each) => spelt(each, whim)),
      '[',
      ']',
    )
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([name, each]) => `${stringOf(name, whim)}${blank()}:${blank()}${spelt(each, whim)}`,
  )
  return list(shuffled(members, whim), '{', '}')
}

const whims = fc.array(fc.nat(100_000), { minLength: 50, maxLength: 400 })

/** All that a reader learns, but for the file it came in. */
function told(outcome: Awaited<ReturnType<typeof judge>>): unknown {
  if (!isReport(outcome)) return outcome.code
  const { source: _, ...report }: Report = outcome
  return report
}

const jcs = { suite: 'eddsa-jcs-2022' } as const
const documents: readonly (readonly [string, () => Promise<object>])[] = [
  ['valid', () => world.sign(fullBadge())],
  ['valid under a JSON signature', () => world.sign(fullBadge(), jcs)],
  ['expired', () => world.sign(badge({ validUntil: past }))],
  ['revoked', () => world.sign(badge({ credentialStatus: statusEntry() }), jcs)],
  ['forged', async () => ({ ...(await world.sign(badge())), name: 'Doctor' })],
  ['signed by nobody', async () => badge()],
  ['of hidden terms', () => world.sign(badge({ 'cred:validUntil': past }))],
]

describe.each(documents)('a badge that is %s', (_what, make) => {
  test(`is told the same however its text is written (seed ${seed})`, async () => {
    const document = await make()
    const honest = told(await judge(world, document))
    await fc.assert(
      fc.asyncProperty(whims, async (numbers) => {
        expect(told(await judge(world, spelt(document, { numbers, at: 0 })))).toEqual(honest)
      }),
      { seed, numRuns: runs(15) },
    )
  })

  test('is told the same in whatever picture it comes', async () => {
    const text = JSON.stringify(await make())
    const honest = told(await judge(world, text))
    for (const picture of [pngWith(text), svgWith(text)])
      expect(told(await judge(world, picture))).toEqual(honest)
  })
})

test(`a token is told the same in whatever order its payload stands (seed ${seed})`, async () => {
  const honest = told(await judge(world, world.token(payload())))
  expect(honest).toMatchObject({ verdict: 'valid' })
  await fc.assert(
    fc.asyncProperty(whims, async (numbers) => {
      const text = spelt(payload(), { numbers, at: 0 })
      expect(told(await judge(world, world.token(text as unknown as object)))).toEqual(honest)
    }),
    { seed, numRuns: runs(40) },
  )
})
