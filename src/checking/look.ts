import { Refusal } from '../errors.ts'
import type { CheckName, Finding } from './report.ts'

/** Told of every check that threw: a fault of ours, though the reader sees `unknown`. */
export type OnFault = (check: CheckName, thrown: unknown) => void

export const passed = ({ outcome }: Finding): boolean => outcome === 'passed'

const notReached = {
  form: 'form-not-reached',
  signature: 'signature-not-reached',
  'issuer-key': 'issuer-key-not-reached',
  dates: 'dates-not-reached',
  status: 'status-not-reached',
  published: 'published-not-reached',
  issuer: 'issuer-not-reached',
  person: 'person-not-reached',
  printed: 'printed-not-reached',
  presentation: 'presentation-not-reached',
} as const

/**
 * Carries out one check: skipped where an earlier one did not pass, `unknown` when it could not be carried out. Only
 * being too busy is let through, for then there is no report at all.
 */
export async function lookAfter(
  earlier: readonly Finding[],
  check: CheckName,
  run: () => Promise<Finding> | Finding,
  onFault: OnFault,
): Promise<Finding> {
  if (!earlier.every(passed)) return { check, outcome: 'skipped', reason: 'earlier-check-failed' }
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'busy') throw thrown
    onFault(check, thrown)
    return { check, outcome: 'unknown', reason: notReached[check] }
  }
}
