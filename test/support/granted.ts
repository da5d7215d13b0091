import type { StoredDecision } from '../../src/admission/issue-eligibility.ts'
import { integrityOf } from '../../src/credential/integrity.ts'
import type { UnsignedBadge } from '../../src/credential/open-badge.ts'
import { recipientName } from '../../src/credential/open-badge.ts'
import {
  type Application,
  type HeldCredential,
  unsaid,
} from '../../src/learning/eligibility/application.ts'
import type { Decision } from '../../src/learning/eligibility/decision.ts'
import { ruleBookOf } from '../../src/learning/eligibility/rule-book-of.ts'
import type { IssuedRecord, Service } from '../../src/service/service.ts'

/** One of our own, as the checking side reports it. */
export function heldOwn(record: IssuedRecord, over: Partial<HeldCredential> = {}): HeldCredential {
  const badge = JSON.parse(record.signed) as UnsignedBadge
  return {
    ...unsaid,
    id: badge.id,
    digest: integrityOf(record.signed),
    standing: 'current',
    because: null,
    issuer: badge.issuer.id,
    isOwn: true,
    subject: badge.credentialSubject.id ?? null,
    name: recipientName(badge.credentialSubject) ?? null,
    awardedOn: badge.awardedDate?.slice(0, 10) ?? null,
    achievement: record.achievement,
    title: badge.name,
    hours: 72,
    status: badge.credentialStatus,
    ...over,
  }
}

/** One of a school that publishes no status, unless the test says otherwise. */
export const heldForeign = (over: Partial<HeldCredential> = {}): HeldCredential => ({
  ...unsaid,
  id: 'https://school.example/credentials/17',
  digest: integrityOf('what the school signed'),
  standing: 'current',
  because: null,
  issuer: 'did:web:school.example',
  subject: 'did:key:z6MkvrvkvD1t5dbHy2pBLzHV6YXQvXzXEYZSK5gvsBkM8Yb7',
  name: 'Ana Horvat',
  awardedOn: '2026-05-01',
  achievement: 'https://school.example/achievements/cataloguing',
  title: 'Cataloguing for public libraries',
  hours: 80,
  ...over,
})

/** An answer "eligible" that rests on all that was handed in, by the rules of the catalogue that ships. */
export function decided(
  service: Service,
  credentials: readonly HeldCredential[],
  over: {
    readonly id?: string
    readonly decision?: Partial<Decision>
    readonly person?: string
  } = {},
): StoredDecision {
  const specialization = service.catalogue.specializations.find(({ id }) => id === 'ceco')
  if (!specialization) throw new Error('the catalogue has no specialization ceco')
  const book = ruleBookOf(service.catalogue, specialization)
  const now = service.now()
  const application: Application = {
    person: over.person ?? null,
    credentials,
    statements: [],
    unreachable: 0,
    reviews: [],
    appliedAt: now.toISOString(),
    decidedAt: now.toISOString(),
  }
  const because = credentials.map(({ id }) => id)
  const rules = book.rules.slice(0, 1).map(({ id: rule, points }) => ({
    rule,
    outcome: 'met' as const,
    reason: 'achievement-held' as const,
    because,
    figures: null,
    about: null,
    points,
    lacks: [],
  }))
  return {
    id: over.id ?? 'decision-1',
    application,
    book,
    decision: {
      specialization: 'ceco',
      outcome: 'eligible',
      reason: 'conditions-met',
      priority: { points: 30, of: 70, pending: 0 },
      rules,
      modules: [],
      credentials: because.map((id) => ({ id, counts: 'yes', reason: 'counts' })),
      toReview: [],
      ruleVersion: book.version,
      decidedAt: now.toISOString(),
      validUntil: new Date(now.getTime() + 90 * 86_400_000).toISOString(),
      ...over.decision,
    },
  }
}

/** Which credential stands for a decision, as the ledger of decisions would keep it. */
export function linkInMemory() {
  let credential: string | null = null
  return {
    held: () => credential,
    record: (id: string) => {
      credential = id
    },
  }
}
