import {
  answer,
  idempotencyKey,
  inPath,
  instant,
  type Json,
  jsonAnswer,
  named,
  problem,
  query,
  security,
  text,
} from './parts.ts'

const decisionAnswer = (description: string) => jsonAnswer(description, named('Decision'))
const id = inPath('id')
const outcome = { enum: ['eligible', 'needs-review', 'not-yet'] }
const lineState = { enum: [...outcome.enum, 'refused', 'waiting'] }

const applicant = {
  credentials: {
    type: 'array',
    maxItems: 50,
    items: { type: ['object', 'string'] },
    description:
      'Each a credential as an object or as text, a JWT, a link, or the id of one of ours',
  },
  statements: {
    type: 'object',
    description: 'By id: true, a note, or {"note", "document": {"name", "digest"}}',
  },
  person: text,
  country: text,
  reference: text,
  appliedAt: instant,
}

const body = (schema: Json, ...others: string[]): Json => ({
  required: true,
  content: {
    'application/json': { schema },
    ...Object.fromEntries(others.map((type) => [type, {}])),
  },
})

const decide: Json = {
  summary: 'Decide whether somebody may enrol',
  description:
    'Credentials are checked as by /api/verify, then the rules of the specialization are applied. As a form: files under any name, and the same members as fields.',
  security,
  parameters: [idempotencyKey],
  requestBody: body(
    {
      examples: [
        {
          specialization: 'ceco',
          credentials: ['https://badges.example.org/c/8zn7ebzsyejwkbxbxeew537p3k'],
          statements: { 'host-library': true },
        },
      ],
      type: 'object',
      required: ['specialization'],
      properties: { specialization: text, ...applicant, store: { type: 'boolean', default: true } },
    },
    'multipart/form-data',
  ),
  responses: {
    200: decisionAnswer('The decision; Location names it where it is kept'),
    default: problem,
  },
}

const list: Json = {
  summary: 'Decisions about a specialization, in the order they were made',
  security,
  parameters: [
    query('specialization', text, 'Specialization of the catalogue', true),
    query('outcome', outcome, 'Only those of this outcome'),
    query('waiting', { type: 'boolean' }, 'Only those that wait for a person'),
    query('after', text, '`next` of the page before'),
    query('limit', { type: 'integer', minimum: 1, maximum: 1000 }, 'How many'),
  ],
  responses: { 200: answer('A page of decisions'), default: problem },
}

const batch: Json = {
  summary: 'Decide a list of applicants',
  description:
    'A CSV, or JSON. Up to 50 applicants as JSON are answered at once; more, and with Prefer: respond-async, in the background. Lines are kept before it is answered, and each is answered under its number.',
  security,
  parameters: [
    query('specialization', text, 'Specialization of the catalogue; for JSON perhaps in the body'),
    idempotencyKey,
    { name: 'Prefer', in: 'header', schema: text },
  ],
  requestBody: body(
    {
      type: 'object',
      required: ['applicants'],
      properties: {
        specialization: text,
        applicants: {
          type: 'array',
          maxItems: 10_000,
          items: { type: 'object', properties: applicant },
        },
      },
    },
    'text/csv',
  ),
  responses: {
    200: answer('Every decision in its place'),
    202: answer('Kept for good; Location names the list'),
    default: problem,
  },
}

const guarded = (summary: string, contentType: string, ...parameters: Json[]): Json => ({
  summary,
  security,
  parameters,
  responses: { 200: answer(summary, contentType), default: problem },
})

/** The part of the OpenAPI description about decisions and lists of applicants. */
export const eligibilityPaths: Json = {
  '/api/specializations': {
    get: {
      summary: 'Every specialization with its rules as data and their version',
      responses: { 200: answer('The specializations'), default: problem },
    },
  },
  '/api/eligibility': { post: decide, get: list },
  '/api/eligibility/{id}': {
    get: {
      summary: 'A decision with everything that was done about it',
      security,
      parameters: [id],
      responses: { 200: decisionAnswer('The decision'), default: problem },
    },
  },
  '/api/eligibility/{id}/rerun': {
    get: {
      summary:
        'The decision made again, by the rules and for the instant of its day; changes nothing',
      security,
      parameters: [id],
      responses: {
        200: jsonAnswer('The decision, and whether it ends as it was recorded', {
          type: 'object',
          required: ['same', 'decision'],
          properties: { same: { type: 'boolean' }, decision: named('Decision') },
        }),
        default: problem,
      },
    },
  },
  '/api/eligibility/{id}/review': {
    post: {
      summary: 'Accept or refuse something that waits for a person',
      security,
      parameters: [id],
      requestBody: body({
        type: 'object',
        required: ['item', 'verdict', 'note'],
        properties: { item: text, verdict: { enum: ['accepted', 'refused'] }, note: text },
      }),
      responses: { 200: decisionAnswer('The decision as it is now'), default: problem },
    },
  },
  '/api/eligibility/{id}/issue': {
    post: {
      summary: 'Sign what an eligible decision says, once',
      security,
      parameters: [id],
      requestBody: body({
        type: 'object',
        required: ['language'],
        properties: { language: text },
      }),
      responses: { 200: decisionAnswer('The decision with its credential'), default: problem },
    },
  },
  '/api/eligibility/batch': { post: batch },
  '/api/eligibility/lists': {
    get: guarded(
      'The newest lists about a specialization',
      'application/json',
      query('specialization', text, 'Specialization of the catalogue', true),
    ),
  },
  '/api/eligibility/lists/{id}': {
    get: guarded(
      'How far a list is, and its lines by rank',
      'application/json',
      id,
      query('outcome', lineState, 'Only lines that came to this'),
      query('from', { type: 'integer' }, 'Place of the first line'),
      query('limit', { type: 'integer', minimum: 1, maximum: 1000 }, 'How many'),
    ),
  },
  '/api/eligibility/lists/{id}/events': {
    get: guarded('How far a list is, whenever that changes', 'text/event-stream', id),
  },
  '/api/eligibility/lists/{id}/result.csv': {
    get: guarded(
      'What a list came to as a table, by rank',
      'text/csv',
      id,
      query('outcome', lineState, 'Only lines that came to this'),
    ),
  },
}
