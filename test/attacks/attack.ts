import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Reason, Report } from '../../src/checking/report.ts'
import { Refusal, type RefusalCode } from '../../src/errors.ts'
import { statusOf } from '../../src/web/problem.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { expectReferenceAgrees } from './by-reference.ts'

/** What somebody hands in. */
export type Handed = object | string | Uint8Array
export type Make = (world: ForeignWorld) => Promise<Handed> | Handed

/** One way to deceive a verifier, and what stops it. */
export interface Attack {
  /** Continues the sentence 'it is not valid …'. */
  readonly name: string
  readonly attacked: Make
  /** Reasons that are all among the findings, or the code of the refusal. */
  readonly because: readonly Reason[] | { readonly refused: RefusalCode }
  /** Texts that must nowhere be shown as facts. */
  readonly unsaid?: readonly string[]
  /** What must not be found in any address that was asked. */
  readonly unasked?: string
}

/** Something honest, and the attacks that differ from it in what they hide. */
export interface Family {
  /** Begins the sentence: 'a badge'. */
  readonly of: string
  readonly honest: Make
  readonly attacks: readonly Attack[]
  /** Whether it goes through the port as well. */
  readonly overHttp?: boolean
}

export const bytesOf = (handed: Handed): Uint8Array =>
  handed instanceof Uint8Array
    ? handed
    : Buffer.from(typeof handed === 'string' ? handed : JSON.stringify(handed))

export type Outcome = Report | Refusal

/**
 * A report or a refusal; anything else that is thrown is a fault, and fails the test. Whatever is valid has to be so
 * for the reference libraries as well.
 */
export async function judge(world: ForeignWorld, handed: Handed): Promise<Outcome> {
  const before = world.shop.faults.length
  try {
    const { report, received } = await world.shop.service.verify(bytesOf(handed))
    expect(world.shop.faults.slice(before)).toEqual([])
    expectTruthful(report)
    if (report.verdict === 'valid') await expectReferenceAgrees(world, received)
    return report
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    expect(statusOf[thrown.code]).toBeLessThan(500)
    return thrown
  }
}

/** What may never be said, whatever was handed in. */
function expectTruthful(report: Report): void {
  const { verdict, findings, facts, answers } = report
  const has = (outcome: string) =>
    findings.some((finding) => finding.outcome === outcome && finding.check !== 'person')
  if (has('failed') || has('unknown')) expect(verdict).not.toBe('valid')
  const isGenuine = ['form', 'signature', 'issuer-key'].every((check) =>
    findings.some((finding) => finding.check === check && finding.outcome === 'passed'),
  )
  if (!isGenuine && (report.credentials ?? []).length === 0) {
    expect(verdict).not.toBe('valid')
    expect(answers.genuine).not.toBe('yes')
    expect(facts).toEqual({})
  }
}

export const isReport = (outcome: Outcome): outcome is Report => !(outcome instanceof Refusal)

/** A failure that tells what was found instead. */
export function expectValid(outcome: Outcome): void {
  const told = isReport(outcome)
    ? { verdict: outcome.verdict, findings: outcome.findings.filter(isBad) }
    : outcome
  expect(told).toEqual({ verdict: 'valid', findings: [] })
}

const isBad = ({ outcome }: { outcome: string }) => outcome === 'failed' || outcome === 'unknown'

/** Why it is not valid, the credentials of a presentation included; what was not reached for that is no reason. */
function faultsOf({ findings, credentials = [] }: Report): readonly Reason[] {
  const own = findings.filter(isBad).map(({ reason }) => reason)
  return [...new Set([...own, ...credentials.flatMap(faultsOf)])].sort()
}

/** Stopped by what it was made to be stopped by, and by nothing else. */
export function expectStopped(outcome: Outcome, { because, unsaid = [] }: Attack): void {
  if (!isReport(outcome)) {
    expect('refused' in because ? because : { because, instead: outcome }).toEqual({
      refused: outcome.code,
    })
    return
  }
  expect(outcome.verdict).not.toBe('valid')
  const reasons = faultsOf(outcome)
  expect('refused' in because ? { because, instead: reasons } : reasons).toEqual(
    'refused' in because ? because : [...because].sort(),
  )
  for (const text of unsaid) expect(JSON.stringify(outcome.facts)).not.toContain(text)
}

let caller = 0

/** Asks again where a machine with much else to do makes the service say that it is busy. */
async function calmly(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; tries < 10; tries += 1) {
    const response = await ask()
    if (response.status !== 503) return response
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('busy all the time')
}

/** The same through the port: as an API call and as the form of the page. No answer may be a fault of ours. */
export async function overHttp({ shop }: ForeignWorld, handed: Handed) {
  caller += 1
  const headers = {
    'x-forwarded-for': `2001:db8:${caller.toString(16)}::1`,
    accept: 'text/html',
    // On a busy machine a connection kept open may be closed for its age in the moment it is used again.
    connection: 'close',
  }
  const bytes = new Uint8Array(bytesOf(handed))
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'handed-in')
  const api = await calmly(() => shop.ask('/api/verify', { method: 'POST', body: bytes, headers }))
  const page = await calmly(() => shop.ask('/verify', { method: 'POST', body: form, headers }))
  expect([api.status < 500, page.status < 500]).toEqual([true, true])
  return { api: (await api.json()) as Partial<Report>, page: await page.text() }
}

async function throughThePort(world: ForeignWorld, handed: Handed, isValid: boolean) {
  const { api } = await overHttp(world, handed)
  expect(api.verdict === 'valid').toBe(isValid)
  expect(world.shop.faults).toEqual([])
}

/** Runs families of attacks, each against its honest twin. */
export function describeAttacks(families: readonly Family[]): void {
  let world: ForeignWorld
  beforeAll(async () => {
    world = await openForeignWorld()
  })
  beforeEach(() => world.restore())
  afterAll(() => world.close())

  for (const { of: what, honest, attacks, ...family } of families)
    describe(what, () => {
      test('is valid when it is honest', async () => {
        const handed = await honest(world)
        expectValid(await judge(world, handed))
        if (family.overHttp) await throughThePort(world, handed, true)
      })
      for (const attack of attacks)
        test(`is not valid ${attack.name}`, async () => {
          const handed = await attack.attacked(world)
          const before = world.asked.length
          expectStopped(await judge(world, handed), attack)
          const asked = world.asked.slice(before).join(' ')
          if (attack.unasked !== undefined) expect(asked).not.toContain(attack.unasked)
          if (family.overHttp) await throughThePort(world, handed, false)
        })
    })
}
