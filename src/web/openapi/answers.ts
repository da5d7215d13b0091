import { instant, type Json, named, nullable, objectOf, text } from './parts.ts'

const count = { type: 'integer', minimum: 0 }
const address = { type: 'string', format: 'uri' }
const listOf = (items: Json): Json => ({ type: 'array', items })
const state = (...names: readonly string[]): Json => ({ enum: names })

const awards = listOf(
  objectOf({
    achievement: text,
    outcome: state('reserved', 'already-issued', 'differs-from-issued', 'learner-erased'),
    credential: nullable,
  }),
)
const complaints = listOf(
  objectOf({ severity: state('error', 'warning'), code: text, column: nullable, value: nullable }),
)
const dryRun = objectOf({
  dryRun: { const: true },
  summary: objectOf({
    lines: count,
    rejected: count,
    nothingEarned: count,
    reserved: count,
    alreadyIssued: count,
    differsFromIssued: count,
    learnerErased: count,
    warnings: count,
  }),
  lines: listOf(objectOf({ line: count, name: nullable, awards, complaints })),
})
const batch = objectOf({
  batch: text,
  course: text,
  run: text,
  createdAt: instant,
  state: state('reading', 'issuing', 'done', 'failed'),
  progress: { type: 'object', additionalProperties: count },
  lines: listOf(
    objectOf({
      line: count,
      outcome: text,
      achievement: nullable,
      url: nullable,
      code: nullable,
      column: nullable,
      value: nullable,
      claimUrl: nullable,
      claim: nullable,
      mail: nullable,
      mailReason: nullable,
    }),
  ),
})
const progress: Json = {
  list: text,
  specialization: text,
  state: text,
  createdAt: instant,
  total: count,
  done: count,
  tallies: objectOf({
    eligible: count,
    'needs-review': count,
    'not-yet': count,
    refused: count,
    waiting: count,
  }),
}
const line = objectOf({
  line: count,
  reference: nullable,
  state: text,
  rank: { type: ['integer', 'null'] },
  location: text,
  decision: named('Decision'),
  problem: objectOf({ code: text, title: text, detail: text }),
})
const inList = objectOf({
  id: text,
  specialization: text,
  ruleVersion: text,
  reference: nullable,
  country: nullable,
  outcome: text,
  waiting: count,
  decidedAt: instant,
  validUntil: instant,
  credential: nullable,
})

/** Answers that are JSON and whose description stands elsewhere, by `method path status`. */
export const answerSchemas: Json = {
  'post /api/completions 200': dryRun,
  'post /api/completions 202': objectOf({ batch: text, location: text }, ['batch', 'location']),
  'get /api/batches/{id} 200': batch,
  'post /api/credentials/{id}/revoke 200': objectOf({
    id: address,
    status: { const: 'revoked' },
    revokedAt: instant,
    reason: text,
  }),
  'post /api/credentials/{id}/replace 200': objectOf({
    id: address,
    status: { const: 'active' },
    correctedAt: nullable,
    correction: text,
    alsoCorrected: listOf(address),
  }),
  'post /api/credentials/{id}/erase 200': objectOf({
    erased: listOf(address),
    learnerErased: { type: 'boolean' },
  }),
  'get /c/{id}/status.json 200': objectOf(
    {
      id: address,
      status: state('active', 'revoked'),
      revokedAt: instant,
      reason: text,
      correctedAt: instant,
      replaced: listOf(objectOf({ issuedAt: instant, replacedAt: instant, reason: text })),
    },
    ['id', 'status'],
  ),
  'get /api/eligibility 200': objectOf({ decisions: listOf(inList), next: nullable }),
  'get /api/specializations 200': objectOf({
    specializations: listOf({ type: 'object' }),
    recognitions: listOf({ type: 'object' }),
  }),
  'post /api/eligibility/batch 200': objectOf({ ...progress, decisions: listOf(line) }),
  'post /api/eligibility/batch 202': objectOf({ ...progress, location: text }),
  'get /api/eligibility/lists 200': objectOf({ lists: listOf(objectOf(progress)) }),
  'get /api/eligibility/lists/{id} 200': objectOf({
    ...progress,
    lines: listOf(line),
    next: { type: ['integer', 'null'] },
  }),
  'post /api/verify/batch 200': objectOf({
    items: listOf(
      objectOf({ index: count, name: text, report: named('Report'), problem: named('Problem') }),
    ),
  }),
  'post /api/receipts/verify 200': objectOf({
    genuine: text,
    isOwn: { type: 'boolean' },
  }),
}
