type Json = Readonly<Record<string, unknown>>

const text = { type: 'string' }

const report: Json = {
  type: 'object',
  required: [
    'verdict',
    'status',
    'answers',
    'warnings',
    'findings',
    'facts',
    'source',
    'checkedAt',
  ],
  properties: {
    verdict: { enum: ['valid', 'invalid', 'undecided'] },
    status: text,
    answers: { type: 'object' },
    warnings: { type: 'array' },
    findings: { type: 'array' },
    facts: { type: 'object' },
    source: { type: 'object' },
    checkedAt: { type: 'string', format: 'date-time' },
  },
}

const outcome = { enum: ['eligible', 'needs-review', 'not-yet'] }

const decision: Json = {
  type: 'object',
  required: [
    'specialization',
    'outcome',
    'priority',
    'rules',
    'missing',
    'waivedModules',
    'ruleVersion',
    'validUntil',
    'credential',
  ],
  properties: {
    id: text,
    specialization: text,
    outcome,
    reason: text,
    message: text,
    priority: { type: 'object' },
    rules: { type: 'array' },
    missing: { type: 'array', items: text },
    waivedModules: { type: 'array' },
    modules: { type: 'array' },
    credentials: { type: 'array' },
    unread: { type: 'array' },
    toReview: { type: 'array' },
    ruleVersion: text,
    decidedAt: { type: 'string', format: 'date-time' },
    validUntil: { type: 'string', format: 'date-time' },
    appliedAt: { type: 'string', format: 'date-time' },
    reference: { type: ['string', 'null'] },
    country: { type: ['string', 'null'] },
    credential: { type: ['string', 'null'] },
  },
}

/** What answers are made of; docs/API.md tells of each member. */
export const schemas = { Report: report, Decision: decision }
