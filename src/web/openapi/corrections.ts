import {
  answer,
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

const body = (properties: Json, required: readonly string[] = []): Json =>
  jsonBody({ ...objectOf(properties, required), additionalProperties: false }, required.length > 0)

const correction: Json = {
  type: 'object',
  properties: {
    id: text,
    credential: text,
    url: text,
    course: text,
    state: { enum: ['asked', 'reserved', 'done', 'declined', 'void'] },
    wish: { type: ['object', 'null'] },
    changes: { type: ['object', 'null'] },
    askedAt: instant,
    askedBy: text,
    settledAt: nullable,
    settledBy: nullable,
    answer: nullable,
  },
}

/** Corrections and erasures. */
export const correctionPaths: Json = {
  '/api/credentials/{id}/replace': {
    post: {
      summary: 'Correct a credential under the same address',
      security,
      parameters: [inPath('id')],
      requestBody: body(
        {
          name: text,
          score: { type: 'number', minimum: 0, maximum: 100 },
          awardedOn: { type: 'string', format: 'date' },
          reason: text,
          correction: text,
          everywhere: { type: 'boolean' },
        },
        ['reason'],
      ),
      responses: { 200: answer('The new version is signed and published'), default: problem },
    },
  },
  '/api/credentials/{id}/erase': {
    post: {
      summary: 'Erase a credential, or all of its learner, for good',
      security,
      parameters: [inPath('id')],
      requestBody: body({ reason: text, everything: { type: 'boolean' } }),
      responses: { 200: answer('What was erased'), default: problem },
    },
  },
  '/api/corrections': {
    get: {
      summary: 'What was asked to be corrected',
      security,
      parameters: [
        query('state', { enum: ['asked', 'reserved', 'done', 'declined', 'void'] }, 'Only these'),
        query('after', text, 'Go on behind this one'),
        query('limit', { type: 'integer' }, 'At most so many'),
      ],
      responses: {
        200: jsonAnswer('A page of corrections', {
          type: 'object',
          properties: { corrections: { type: 'array', items: correction }, next: nullable },
        }),
        default: problem,
      },
    },
  },
  '/api/corrections/{id}/decline': {
    post: {
      summary: 'Leave it as it is, with an answer',
      security,
      parameters: [inPath('id')],
      requestBody: body({ answer: text }, ['answer']),
      responses: { 200: jsonAnswer('The correction, declined', correction), default: problem },
    },
  },
}
