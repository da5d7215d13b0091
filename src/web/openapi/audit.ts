import { answer, instant, type Json, jsonAnswer, problem, query, security, text } from './parts.ts'

const wanted = [
  query('about', text, 'Id of what an act was about'),
  query('actor', text, 'Id of a token or account, `command line`, `system`'),
  query('action', text, 'One kind of act, as docs/AUDIT.md names them'),
  query('from', text, 'From this day or instant on'),
  query('to', text, 'Before this day or instant'),
]

const entry: Json = {
  type: 'object',
  properties: {
    seq: { type: 'integer' },
    at: instant,
    actor: text,
    action: text,
    about: { type: ['string', 'null'] },
    detail: { type: ['string', 'null'] },
    hash: { type: 'string', description: 'SHA-256 over the hash before and this entry' },
  },
}

/** Who did what. */
export const auditPaths: Json = {
  '/api/audit': {
    get: {
      summary: 'Entries of the audit log, for administrators',
      security,
      parameters: [
        query('after', { type: 'integer' }, 'Entries after this number'),
        query('limit', { type: 'integer', minimum: 1, maximum: 1000 }, 'How many'),
        ...wanted,
      ],
      responses: {
        200: jsonAnswer('In order, with the newest entry as `head`', {
          type: 'object',
          properties: { entries: { type: 'array', items: entry }, head: {}, next: {} },
        }),
        default: problem,
      },
    },
  },
  '/api/audit.jsonl': {
    get: {
      summary: 'The whole audit log, an entry a line, for administrators',
      security,
      parameters: wanted,
      responses: { 200: answer('JSON lines', 'application/jsonl'), default: problem },
    },
  },
}
