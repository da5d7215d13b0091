import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Report } from '../../src/checking/report.ts'
import { runs, seed } from '../support/chance.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import type { RawSuite } from '../support/raw-proofs.ts'
import type { StrangerKeyKind } from '../support/stranger-keys.ts'
import { type Handed, isReport, judge } from './attack.ts'
import {
  badge,
  badges,
  fullBadge,
  olderBadge,
  past,
  payload,
  suite2020,
  v1,
} from './base-documents.ts'
import { allSteps, changed, steps } from './changes.ts'
import { pngWith, svgWith } from './pictures.ts'
import { listUrl, statusEntry, statusIndex, statusList } from './status-lists.ts'

const suites: readonly (readonly [RawSuite, StrangerKeyKind])[] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
  ['Ed25519Signature2020', 'Ed25519'],
]

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
afterAll(() => world.close())

const sign = ([suite, kind]: readonly [RawSuite, StrangerKeyKind]) =>
  world.sign(
    suite === 'Ed25519Signature2020'
      ? olderBadge({ '@context': [v1, badges, suite2020] })
      : badge(),
    { suite, key: world.school.keys[kind], verificationMethod: world.school.keyId(kind) },
  )

/** What a reader is told, apart from the order in which results stand: JSON-LD signs sets. */
const told = ({ facts, status, answers }: Report) => ({
  facts: { ...facts, results: facts.results?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) },
  status,
  answers,
})

/** Never `valid` with other facts than the honest one; whether it is valid at all is another matter. */
async function expectSameOrStopped(honest: Report, handed: Handed): Promise<boolean> {
  const outcome = await judge(world, handed)
  const isValid = isReport(outcome) && outcome.verdict === 'valid'
  if (isValid) expect(told(outcome)).toEqual(told(honest))
  return isValid
}

test('a badge with everything in it is valid', async () => {
  await reportOf(await world.sign(fullBadge()))
})

async function reportOf(handed: Handed): Promise<Report> {
  const outcome = await judge(world, handed)
  if (!isReport(outcome) || outcome.verdict !== 'valid') throw new Error('not valid when honest')
  return outcome
}

describe.each(suites)('a badge under %s with %s', (...suite) => {
  test('with any member or item changed never says anything else', async () => {
    const honest = await sign(suite)
    const report = await reportOf(honest)
    const { '@context': _, ...rest } = honest
    for (const step of allSteps(rest).filter((_step, at) => at % 4 === 0))
      await expectSameOrStopped(report, { ...honest, ...changed(rest, [step]) })
  })

  test(`with several things changed never says anything else (seed ${seed})`, async () => {
    const honest = await sign(suite)
    const report = await reportOf(honest)
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        await expectSameOrStopped(report, changed(honest, taken))
      }),
      { seed, numRuns: runs(120) },
    )
  })
})

/** A badge with everything in it that has ended, and one whose list says that it was taken back. */
const ended: readonly (readonly [string, () => Promise<object>])[] = [
  ['that has ended', () => world.sign(fullBadge({ validUntil: past }))],
  [
    'that was revoked',
    async () => {
      world.publish(listUrl, await world.sign(statusList([statusIndex])))
      return world.sign(fullBadge({ credentialStatus: statusEntry() }))
    },
  ],
]

describe.each(ended)('a badge %s', (_what, make) => {
  test('with any member or item changed is never valid', async () => {
    const document = await make()
    for (const step of allSteps(document).filter((_step, at) => at % 61 === 0))
      expect(await judge(world, changed(document, [step]))).not.toMatchObject({ verdict: 'valid' })
  })
  test(`with several things changed is never valid (seed ${seed})`, async () => {
    const document = await make()
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const outcome = await judge(world, changed(document, taken))
        expect(outcome).not.toMatchObject({ verdict: 'valid' })
      }),
      { seed, numRuns: runs(70) },
    )
  })
})

/** One byte of a text put in, taken away or replaced. */
const byteChange = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'insert', 'remove', 'flip'),
  byte: fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('"{}[]:,\\ 0aA'))),
})

function withByte(bytes: Buffer, { at, how, byte }: { at: number; how: string; byte: number }) {
  const place = at % bytes.length
  const [left, right] = [bytes.subarray(0, place), bytes.subarray(place)]
  if (how === 'insert') return Buffer.concat([left, Buffer.of(byte), right])
  if (how === 'remove') return Buffer.concat([left, right.subarray(1)])
  const other = how === 'flip' ? (right[0] ?? 0) ^ (1 << (byte % 8)) : byte
  return Buffer.concat([left, Buffer.of(other), right.subarray(1)])
}

describe.each([
  ['the text of a badge', async () => JSON.stringify(await sign(['eddsa-rdfc-2022', 'Ed25519']))],
  [
    'the text of a JSON signature',
    async () => JSON.stringify(await sign(['eddsa-jcs-2022', 'Ed25519'])),
  ],
  ['a token', async () => world.token(payload())],
  ['a PNG', async () => pngWith(JSON.stringify(await sign(['eddsa-rdfc-2022', 'Ed25519'])))],
  ['an SVG', async () => svgWith(JSON.stringify(await sign(['eddsa-jcs-2022', 'Ed25519'])))],
  ['an SVG of a token', async () => svgWith(world.token(payload()))],
  ['a token under EdDSA', async () => world.token(payload(), { kind: 'Ed25519' })],
] as const)('%s', (_what, make) => {
  test(`with any byte changed never says anything else (seed ${seed})`, async () => {
    const bytes = Buffer.from(await make())
    const report = await reportOf(bytes)
    await fc.assert(
      fc.asyncProperty(byteChange, async (change) => {
        const other = withByte(bytes, change)
        const isValid = await expectSameOrStopped(report, other)
        // Every letter of a token is signed: none of them may change without being noticed.
        if (isValid && /^[\w.-]+$/.test(bytes.toString())) expect(other.equals(bytes)).toBe(true)
      }),
      { seed, numRuns: runs(250) },
    )
  })
})
