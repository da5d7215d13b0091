import {
  answer,
  inPath,
  type Json,
  jsonBody,
  nullable,
  objectOf,
  problem,
  query,
  security,
  text,
} from './parts.ts'

const statuses = [
  'reserved',
  'issued',
  'revoked',
  'corrected',
  'erased',
  'void',
  'letter-refused',
  'unclaimed',
]

const filterQuery = [
  query('q', text, 'A name or the beginning of its words, an e-mail address, an id or its address'),
  query('course', text, 'Course'),
  query('run', text, 'Run of the course'),
  query('achievement', text, 'Achievement'),
  query('issuer', text, 'Issuer'),
  query('batch', text, 'Import'),
  query('status', { type: 'array', items: { enum: statuses } }, 'Any of these'),
  query('from', { type: 'string', format: 'date' }, 'Issued on this day or later'),
  query('to', { type: 'string', format: 'date' }, 'Issued on this day or earlier'),
]

const page = [
  query('after', text, 'Go on behind this one'),
  query('limit', { type: 'integer', minimum: 1, maximum: 1000 }, 'At most so many'),
]

const filter: Json = {
  type: 'object',
  additionalProperties: false,
  properties: {
    q: text,
    course: text,
    run: text,
    achievement: text,
    issuer: text,
    batch: text,
    status: { type: 'array', items: { enum: statuses } },
    from: { type: 'string', format: 'date' },
    to: { type: 'string', format: 'date' },
  },
}

const act: Json = {
  type: 'object',
  properties: {
    id: text,
    kind: { enum: ['revoke', 'resend', 'correct', 'renew'] },
    state: { enum: ['asked', 'running', 'paused', 'done', 'refused', 'ended'] },
    code: nullable,
    note: nullable,
    courses: { type: 'array', items: text },
    selection: text,
    counts: { type: 'object' },
    outcomes: { type: 'array', items: { type: 'object' } },
  },
}

const told = (summary: string, parameters: readonly Json[], contentType?: string): Json => ({
  get: {
    summary,
    security,
    parameters,
    responses: { 200: answer(summary, contentType), default: problem },
  },
})

const settled = (summary: string, requestBody?: Json): Json => ({
  post: {
    summary,
    security,
    parameters: [inPath('id')],
    ...(requestBody ? { requestBody } : {}),
    responses: {
      200: { description: 'The act', content: { 'application/json': { schema: act } } },
      default: problem,
    },
  },
})

/** Finding what was issued, and acting on many of it. */
export const actPaths: Json = {
  '/api/credentials': told('Credentials that fit, the newest first', [...filterQuery, ...page]),
  '/api/credentials.csv': told('All of them as a table', filterQuery, 'text/csv'),
  '/api/credentials/{id}': told('One credential, with the versions before it', [inPath('id')]),
  '/api/learners': told('Learners who were issued what fits', [...filterQuery, ...page]),
  '/api/learners/{id}': told('Everything about a learner that is in scope', [inPath('id')]),
  '/api/acts': {
    ...told('What was done to many at once, the newest first', [
      query('state', text, 'Only these'),
      ...page,
    ]),
    post: {
      summary: 'Do one thing to many credentials, or look what it would do',
      security,
      parameters: [query('dryRun', { type: 'boolean' }, 'Only look; changes nothing')],
      requestBody: jsonBody({
        examples: [
          {
            kind: 'revoke',
            ids: ['8zn7ebzsyejwkbxbxeew537p3k'],
            code: 'issued-in-error',
            reason: 'issued to the wrong person',
          },
        ],
        ...objectOf(
          {
            kind: { enum: ['revoke', 'resend', 'correct', 'renew'] },
            filter,
            ids: { type: 'array', items: text },
            rows: text,
            code: text,
            everybody: { type: 'boolean' },
            reason: text,
            selection: text,
          },
          ['kind'],
        ),
        additionalProperties: false,
      }),
      responses: {
        200: answer('What it would do, and the digest to ask for it with'),
        202: { description: 'The act', content: { 'application/json': { schema: act } } },
        default: problem,
      },
    },
  },
  '/api/acts/{id}': told('How far an act is', [inPath('id')]),
  '/api/acts/{id}/events': told(
    'The same, whenever it changes',
    [inPath('id')],
    'text/event-stream',
  ),
  '/api/acts/{id}/result.csv': told('What it did to each', [inPath('id')], 'text/csv'),
  '/api/acts/{id}/approve': settled('Say yes, as a second person'),
  '/api/acts/{id}/refuse': settled(
    'Say no, or take it back',
    jsonBody({ ...objectOf({ answer: text }, ['answer']), additionalProperties: false }),
  ),
  '/api/acts/{id}/pause': settled('Stop after the group that is under way'),
  '/api/acts/{id}/resume': settled('Go on'),
}
