import { createHash } from 'node:crypto'
import { type Changes, realChanges } from '../credential/correct.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import { type CorrectionSettings, correctableRecord } from '../issuing/correct.ts'
import type { ActKind } from '../ledger/act-record.ts'
import type { RevocationCode } from '../ledger/credentials.ts'
import type { FoundCredential } from '../ledger/finding.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { inTurns } from './in-turns.ts'

/** Why something that was selected is left as it is. */
export const leftOutCodes = [
  'credential-not-found',
  'credential-erased',
  'credential-not-issued',
  'already-revoked',
  'no-address',
  'claimed',
  'same-learner',
  'not-correctable',
  'nothing-to-correct',
  'correction-under-way',
  'achievement-unknown',
] as const
export type LeftOutCode = (typeof leftOutCodes)[number]

/** What is to be done to each. */
export interface ActTerms {
  readonly kind: ActKind
  /** Public reason why it, or the version before, counts no more; `null` for everything else. */
  readonly code: RevocationCode | null
  /** Whether those are written to as well who have used a link. */
  readonly everybody: boolean
}

/** One that was selected; `found` is `undefined` for what is not there, or out of scope. */
export interface Wanted {
  readonly id: string
  readonly found: FoundCredential | undefined
  readonly changes: Changes | null
}

export interface Planned extends Wanted {
  /** `null` where it is to be done. */
  readonly leftOut: LeftOutCode | null
}

export interface Plan {
  readonly terms: ActTerms
  readonly items: readonly Planned[]
  /** Changes with everything that would be done, and with everything that would not. */
  readonly digest: string
}

export interface PlanHouse {
  readonly ledger: Ledger
  readonly correcting: CorrectionSettings
  /** Whether the catalogue still has an achievement. */
  readonly hasAchievement: (id: string) => boolean
}

/** Why nothing can be done to it. Erasing is no way around a revocation: what was erased can be revoked still. */
function standing(
  { state, revokedAt, erasedAt }: FoundCredential,
  { kind }: ActTerms,
): LeftOutCode | null {
  if (erasedAt && kind !== 'revoke') return 'credential-erased'
  if (state !== 'issued') return 'credential-not-issued'
  return revokedAt ? 'already-revoked' : null
}

/** One letter a learner: the first of theirs that was selected stands for the others. */
function resendLeftOut(
  { learner }: FoundCredential,
  { everybody }: ActTerms,
  { ledger, seen }: { readonly ledger: Ledger; readonly seen: Set<string> },
): LeftOutCode | null {
  const { hasAddress, hasClaimed } = ledger.finding.reached(learner)
  if (!hasAddress) return 'no-address'
  if (hasClaimed && !everybody) return 'claimed'
  if (seen.has(learner)) return 'same-learner'
  seen.add(learner)
  return null
}

function isCorrectable(id: string, settings: CorrectionSettings): boolean {
  try {
    correctableRecord(id, settings)
    return true
  } catch (thrown) {
    if (thrown instanceof Refusal) return false
    throw thrown
  }
}

/** Decided again by whoever reserves it; here it is told beforehand. */
function correctLeftOut(
  { id, changes }: Wanted,
  { ledger, correcting }: PlanHouse,
): LeftOutCode | null {
  const record = ledger.credentials.byId(id)
  if (!record || !isCorrectable(id, correcting)) return 'not-correctable'
  if (ledger.corrections.inState(id, 'reserved')) return 'correction-under-way'
  const real = realChanges(JSON.parse(record.unsigned) as UnsignedBadge, changes ?? {})
  return Object.keys(real).length === 0 ? 'nothing-to-correct' : null
}

/** An eligibility can be signed anew: it says the same. */
function renewLeftOut(
  { id, achievement }: FoundCredential,
  { ledger, hasAchievement }: PlanHouse,
): LeftOutCode | null {
  if (!hasAchievement(achievement)) return 'achievement-unknown'
  const isReserved = [ledger.corrections, ledger.reissues].some((each) =>
    each.inState(id, 'reserved'),
  )
  return isReserved ? 'correction-under-way' : null
}

function leftOutOf(
  wanted: Wanted,
  terms: ActTerms,
  house: PlanHouse & { readonly seen: Set<string> },
): LeftOutCode | null {
  const { found } = wanted
  if (!found) return 'credential-not-found'
  const stands = standing(found, terms)
  if (stands) return stands
  switch (terms.kind) {
    case 'revoke':
      return null
    case 'resend':
      return resendLeftOut(found, terms, house)
    case 'correct':
      return correctLeftOut(wanted, house)
    case 'renew':
      return renewLeftOut(found, house)
  }
}

/** The version of a credential: a correction meanwhile makes another one of it. */
const versionOf = (found: FoundCredential | undefined) =>
  found ? (found.correctedAt ?? found.issuedAt ?? '') : ''

function digestOf({ kind, code, everybody }: ActTerms, items: readonly Planned[]): string {
  const lines = items.map(({ id, leftOut, changes, found }) =>
    JSON.stringify([id, leftOut, versionOf(found), changes]),
  )
  const hash = createHash('sha256').update(JSON.stringify([kind, code, everybody]))
  for (const line of lines.sort()) hash.update(line)
  return hash.digest('hex')
}

/** What would be done to each, and why not to the others; changes nothing. */
export async function planOf(
  terms: ActTerms,
  wanted: readonly Wanted[],
  house: PlanHouse,
): Promise<Plan> {
  const within = { ...house, seen: new Set<string>() }
  const items: Planned[] = []
  for await (const { some } of inTurns(wanted))
    for (const each of some) items.push({ ...each, leftOut: leftOutOf(each, terms, within) })
  return { terms, items, digest: digestOf(terms, items) }
}
