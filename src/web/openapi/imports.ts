import { draftMembers } from '../../service/drafts/draft-options.ts'
import {
  answer,
  idempotencyKey,
  inPath,
  type Json,
  jsonBody,
  objectOf,
  problem,
  query,
  security,
  text,
} from './parts.ts'

const whole = { type: 'integer', minimum: 0 }

const told = (summary: string, responses: Json, ...parameters: Json[]): Json => ({
  summary,
  security,
  parameters,
  responses: { ...responses, default: problem },
})

const act = (summary: string, status: 200 | 202 = 200): Json => ({
  post: told(summary, { [status]: answer('How far it is by now') }, inPath('id')),
})

const draftChange: Json = {
  ...objectOf({
    course: text,
    run: text,
    format: text,
    columns: { type: ['object', 'string', 'null'] },
    completedOn: { type: ['string', 'null'], format: 'date' },
    dates: { enum: ['dmy', 'mdy', 'ymd', null] },
    language: { type: ['string', 'null'] },
    matchByName: { type: 'boolean' },
    letters: { type: 'boolean' },
    undoMinutes: { ...whole, maximum: 10_080 },
    reissueErased: { type: 'boolean' },
    issuer: { type: ['string', 'null'] },
  }),
  additionalProperties: false,
}

/** Drafts of imports, and batches under way. */
export const importPaths: Json = {
  '/api/drafts': {
    post: {
      ...told(
        'Keep an export to be looked at before anything is issued',
        { 201: answer('The draft') },
        idempotencyKey,
        query('fileName', text, 'What the file is called, where the body is the file'),
        ...draftMembers.map((name) =>
          query(name, text, 'See docs/API.md', name === 'course' || name === 'run'),
        ),
      ),
      requestBody: {
        required: true,
        content: { 'text/csv': {}, 'application/json': {}, 'multipart/form-data': {} },
      },
    },
    get: told(
      'Drafts that nothing was issued of',
      { 200: answer('The newest first') },
      query('limit', whole, 'At most 1,000'),
    ),
  },
  '/api/drafts/{id}': {
    get: told(
      'A draft, its dry run, and a page of its rows',
      { 200: answer('The draft') },
      inPath('id'),
      query('show', text, 'Only rows of this outcome, or with this remark'),
      query('from', whole, 'Place of the first row'),
      query('limit', whole, 'At most 1,000'),
      query('anew', { type: 'boolean' }, 'Whether it is to be of this moment'),
    ),
    patch: {
      ...told('Read a draft otherwise', { 200: answer('The draft') }, inPath('id')),
      requestBody: jsonBody(draftChange),
    },
    delete: told('Discard a draft', { 204: { description: 'It is gone' } }, inPath('id')),
  },
  '/api/drafts/{id}/issue': {
    post: {
      ...told(
        'Issue a draft, once',
        { 202: answer('The batch, which is read and signed in the background') },
        inPath('id'),
      ),
      requestBody: jsonBody(objectOf({ expected: whole }), false),
    },
  },
  '/api/drafts/{id}/previews/{n}': {
    get: told(
      'What a certificate of a draft will look like: 1.png, 2.png …',
      { 200: answer('The picture', 'image/png') },
      inPath('id'),
      inPath('n'),
      query('form', { enum: ['certificate', 'badge'] }, 'certificate by default'),
    ),
  },
  '/api/batches': {
    get: told(
      'Imports, the newest first',
      { 200: answer('A page of them') },
      query('before', text, 'The last id of the page before'),
      query('limit', whole, 'At most 1,000'),
    ),
  },
  '/api/batches/{id}/events': {
    get: told(
      'How far an import is, whenever that changes',
      { 200: answer('Server-sent events: progress, done', 'text/event-stream') },
      inPath('id'),
    ),
  },
  '/api/batches/{id}/pause': act('Sign nothing more of it, and tell nobody'),
  '/api/batches/{id}/resume': act('Go on with it'),
  '/api/batches/{id}/release': act('Tell its learners before the time to undo it is over'),
  '/api/batches/{id}/undo': act('Take all of it back, while its learners are not told', 202),
}
