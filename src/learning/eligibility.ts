import type { Application } from './eligibility/application.ts'
import type { Decision } from './eligibility/decision.ts'
import type { RuleBook } from './eligibility/rule-book.ts'

export function decide(book: RuleBook, application: Application): Decision {
  return {
    specialization: book.specialization,
    outcome: 'needs-review',
    reason: 'conditions-open',
    priority: { points: 0, of: 0, pending: 0 },
    rules: [],
    modules: [],
    credentials: application.credentials.map(({ id, standing }) => ({
      id,
      counts: standing === 'current' ? 'yes' : 'no',
      reason: standing === 'current' ? 'counts' : standing,
    })),
    toReview: application.reviews.length > 0 ? [] : ['admission'],
    ruleVersion: book.version,
    decidedAt: application.decidedAt,
    validUntil: application.decidedAt,
  }
}
