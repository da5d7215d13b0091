import { instant, type Json, nullable, text } from './parts.ts'

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
    checkedAt: instant,
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
    decidedAt: instant,
    validUntil: instant,
    appliedAt: instant,
    reference: nullable,
    country: nullable,
    credential: nullable,
    withdrawn: {
      type: 'boolean',
      description: 'Of a kept decision: what made it eligible was revoked since',
    },
  },
}

/** What answers are made of; docs/API.md tells of each member. */
export const schemas = { Report: report, Decision: decision }
