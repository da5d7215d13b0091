import { recipientName, type UnsignedBadge } from '../credential/open-badge.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import type { FoundCredential } from '../ledger/finding.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { MailState } from '../ledger/mails.ts'

export const foundStates = ['reserved', 'issued', 'revoked', 'erased', 'void'] as const

/** How it stands, in one word; `issued` is in force. */
export type FoundState = (typeof foundStates)[number]

/** A credential as operators see it in a list. */
export interface Found {
  readonly id: string
  readonly url: string
  /** As it says now; `null` once it is erased. */
  readonly name: string | null
  readonly title: string | null
  readonly learner: string
  readonly achievement: string
  readonly course: string
  readonly run: string
  readonly state: FoundState
  readonly reservedAt: string
  readonly issuedAt: string | null
  readonly correctedAt: string | null
  readonly revokedAt: string | null
  readonly revocationCode: RevocationCode | null
  /** How the letter went that the learner was written last. */
  readonly letter: MailState | null
  /** Whether the learner has used a link. */
  readonly isClaimed: boolean
}

export interface FoundHouse {
  readonly ledger: Ledger
  readonly publicUrl: URL
}

/** How it stands with a credential. */
export function stateOf({
  state,
  revokedAt,
  erasedAt,
}: Pick<FoundCredential, 'state' | 'revokedAt' | 'erasedAt'>): FoundState {
  if (erasedAt) return 'erased'
  if (state !== 'issued') return state
  return revokedAt ? 'revoked' : 'issued'
}

/** One credential, with what has become of it. */
export function foundOf(record: CredentialRecord, { ledger, publicUrl }: FoundHouse): Found {
  const badge = record.erasedAt ? null : (JSON.parse(record.unsigned) as UnsignedBadge)
  const { letter, hasClaimed } = ledger.finding.reached(record.learner)
  return {
    id: record.id,
    url: new URL(`/c/${record.id}`, publicUrl).href,
    name: (badge && recipientName(badge.credentialSubject)) ?? null,
    title: badge?.name ?? null,
    learner: record.learner,
    achievement: record.achievement,
    course: record.course,
    run: record.run,
    state: stateOf(record),
    reservedAt: record.reservedAt,
    issuedAt: record.issuedAt,
    correctedAt: record.correctedAt,
    revokedAt: record.revokedAt,
    revocationCode: record.revocationCode,
    letter,
    isClaimed: hasClaimed,
  }
}
