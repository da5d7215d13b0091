import { type Json, jsonAnswer, named, problem, text } from './parts.ts'

/** `POST /api/verify`. */
export const verify: Json = {
  summary: 'Check a credential',
  description:
    'The body is the credential in any accepted form, or {"url": …} or {"credential": …}, each perhaps with a {"person": …} to compare its holder with. Whatever can be read as a credential is answered with 200 and a report, whatever the verdict.',
  requestBody: {
    required: true,
    content: Object.fromEntries(
      [
        'application/json',
        'application/vc',
        'application/vc+jwt',
        'text/plain',
        'application/pdf',
        'image/png',
        'image/svg+xml',
      ].map((type) => [type, {}]),
    ),
  },
  responses: {
    200: jsonAnswer('The report', named('Report')),
    default: problem,
  },
}

/** `POST /api/verify/batch`. */
export const verifyBatch: Json = {
  summary: 'Check up to 200 files and links at once',
  description:
    'Every item is answered in its place, with a report or a problem, whatever becomes of the others. Accept application/x-ndjson for a line as soon as an item is checked, text/csv for a table.',
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { files: { type: 'array', items: { type: 'string' } }, links: text },
        },
      },
      'application/json': {
        schema: {
          type: 'object',
          required: ['items'],
          properties: { items: { type: 'array', maxItems: 200 }, person: text },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What each item came to',
      content: { 'application/json': {}, 'application/x-ndjson': {}, 'text/csv': {} },
    },
    default: problem,
  },
}
