import type { Standing } from './application.ts'
import type { RuleReason } from './decision.ts'
import type { Lens } from './lens.ts'
import type { Held, Weighed } from './weigh.ts'

const deaths: readonly (readonly [readonly Standing[], RuleReason])[] = [
  [['expired'], 'credential-expired'],
  [['replaced'], 'credential-replaced'],
  [['suspended'], 'credential-suspended'],
  [['revoked'], 'credential-revoked'],
  [['not-yet-valid'], 'credential-not-yet-valid'],
  [['not-genuine', 'impostor'], 'credential-not-genuine'],
]

const doubts = ['credential-unclear', 'persons-differ', 'person-differs', 'person-unclear'] as const

export interface Found {
  readonly reason: RuleReason
  readonly by: readonly Held[]
}

/** Those that would do, looked at so; none where they would not. */
export type Would = (held: readonly Held[], lens: Lens) => readonly Held[]

/** The one doubt to tell of several. */
export function firstDoubt(held: readonly Held[]): Found | undefined {
  for (const reason of doubts) {
    const by = held.filter(({ doubt }) => doubt === reason)
    if (by.length > 0) return { reason, by }
  }
  return undefined
}

function firstDeath(held: readonly Held[]): Found | undefined {
  for (const [standings, reason] of deaths) {
    const by = held.filter(({ credential }) => standings.includes(credential.standing))
    if (by.length > 0) return { reason, by }
  }
  return undefined
}

/** What alone stands in the way: the standing of a credential, then its issuer, then the day of its award. */
export function nearMiss({ counting, dead, strangers }: Weighed, would: Would): Found | undefined {
  const died = dead.length === 0 ? undefined : firstDeath(would(dead, 'plain'))
  if (died) return died
  const living = [...counting, ...strangers]
  if (living.length === 0) return undefined
  const ofStrangers = would(living, 'issuer')
  if (ofStrangers.length > 0) return { reason: 'issuer-not-recognised', by: ofStrangers }
  const ofOtherDays = would(living, 'period')
  if (ofOtherDays.length > 0) return { reason: 'awarded-outside-period', by: ofOtherDays }
  return undefined
}
