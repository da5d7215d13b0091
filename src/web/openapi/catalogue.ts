import {
  answer,
  inPath,
  type Json,
  jsonAnswer,
  objectOf,
  problem,
  security,
  text,
} from './parts.ts'

const list = (items: Json): Json => ({ type: 'array', items })

const difference = objectOf({
  achievement: text,
  change: { enum: ['added', 'removed', 'changed'] },
  members: list(text),
  issued: { type: 'integer' },
  judgement: { enum: ['breaks', 'same-version', 'fine'] },
})

/** What can be earned, and which catalogue says so. */
export const cataloguePaths: Json = {
  '/api/catalogue': {
    get: {
      summary: 'The catalogue in force, with how many were issued of each achievement',
      security,
      responses: {
        200: answer('`versions`: those that were in force, the newest first'),
        default: problem,
      },
    },
  },
  '/api/catalogue/versions/{digest}': {
    get: {
      summary: 'The text of a catalogue that was in force',
      security,
      parameters: [inPath('digest')],
      responses: { 200: answer('As it was read'), default: problem },
    },
  },
  '/api/catalogue/check': {
    post: {
      summary: 'Check a catalogue that may come, against the one in force; changes nothing',
      security,
      requestBody: { required: true, content: { 'application/json': {} } },
      responses: {
        200: jsonAnswer(
          'What is wrong with it, and what differs',
          objectOf({
            version: { type: ['string', 'null'] },
            digest: text,
            complaints: list(objectOf({ at: text, message: text })),
            differences: list(difference),
            untranslated: list(text),
          }),
        ),
        default: problem,
      },
    },
  },
}
