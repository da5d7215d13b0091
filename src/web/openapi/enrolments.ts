import {
  answer,
  idempotencyKey,
  inPath,
  instant,
  type Json,
  jsonAnswer,
  jsonBody,
  nullable,
  objectOf,
  problem,
  query,
  security,
  text,
} from './parts.ts'

const filter = [
  query('specialization', text, 'Specialization of the catalogue', true),
  query('state', { enum: ['enrolled', 'waiting', 'withdrawn'] }, 'Only those in this state'),
]

const enrolment: Json = {
  type: 'object',
  required: ['id', 'specialization', 'decision', 'state', 'position', 'points', 'supportGone'],
  properties: {
    id: text,
    specialization: text,
    provider: text,
    decision: text,
    reference: nullable,
    country: nullable,
    state: { enum: ['enrolled', 'waiting', 'withdrawn'] },
    position: { type: ['integer', 'null'], description: 'Place in the waiting list, from 1' },
    points: { type: 'integer' },
    appliedAt: instant,
    createdAt: instant,
    changedAt: instant,
    supportGone: { type: 'boolean', description: 'The decision no longer stands' },
    erasedAt: nullable,
    location: text,
  },
}

const places: Json = {
  type: 'object',
  properties: {
    total: { type: ['integer', 'null'] },
    taken: { type: 'integer' },
    waiting: { type: 'integer' },
    perCountry: { type: 'object' },
  },
}

const operation = (summary: string, more: Json): Json => ({
  summary,
  security,
  ...more,
})

/** The paths of enrolment. */
export const enrolmentPaths: Json = {
  '/api/enrolments': {
    post: operation('Enrol a person, or put it on the waiting list', {
      description:
        'By a decision, or by a specialization and its eligibility credential (id or link). One per person and specialization.',
      parameters: [idempotencyKey],
      requestBody: jsonBody({
        examples: [{ decision: '8zn7ebzsyejwkbxbxeew537p3k', country: 'GR' }],
        ...objectOf({
          decision: text,
          specialization: text,
          credential: text,
          country: nullable,
          reference: nullable,
          anotherPerson: {
            type: 'boolean',
            description: 'Another person than all those enrolled who may be this one',
          },
        }),
      }),
      responses: {
        200: jsonAnswer('It was there already', enrolment),
        201: jsonAnswer('Enrolled, or waiting', enrolment),
        default: problem,
      },
    }),
    get: operation('Enrolments in the order of the waiting list, and how many places are taken', {
      parameters: [
        ...filter,
        query('after', text, '`next` of the page before'),
        query('limit', { type: 'integer', minimum: 1, maximum: 1000 }, '200 by default'),
      ],
      responses: {
        200: jsonAnswer('A page of them', {
          type: 'object',
          properties: {
            specialization: text,
            places,
            enrolments: { type: 'array', items: enrolment },
            next: nullable,
          },
        }),
        default: problem,
      },
    }),
  },
  '/api/enrolments.csv': {
    get: operation('All of them as a table', {
      parameters: filter,
      responses: {
        200: answer('A row each', 'text/csv'),
        default: problem,
      },
    }),
  },
  '/api/enrolments/{id}': {
    get: operation('One enrolment', {
      parameters: [inPath('id')],
      responses: { 200: jsonAnswer('As it is now', enrolment), default: problem },
    }),
  },
  '/api/enrolments/{id}/withdraw': {
    post: operation('Give a place back; it goes to the first who may have it', {
      parameters: [inPath('id')],
      requestBody: jsonBody(objectOf({ note: nullable }), false),
      responses: {
        200: jsonAnswer('Withdrawn, and who moved up', {
          type: 'object',
          properties: {
            enrolment,
            movedUp: { type: 'array', items: text },
            movedUpElsewhere: { type: 'integer' },
          },
        }),
        default: problem,
      },
    }),
  },
}
