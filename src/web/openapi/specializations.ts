import { inPath, type Json, problem } from './parts.ts'

const id = inPath('id')

const shown = (summary: string, types: readonly string[], parameters: readonly Json[]): Json => ({
  summary,
  parameters,
  responses: {
    200: { description: summary, content: Object.fromEntries(types.map((type) => [type, {}])) },
    default: problem,
  },
})

const pageOrJson = ['text/html', 'application/json']

/** What one may apply for, and "What am I eligible for?". */
export const specializationPaths: Json = {
  '/specializations': { get: shown('What one may apply for', pageOrJson, []) },
  '/specializations/{id}': {
    get: shown('One specialization and who is admitted; JSON also with .json', pageOrJson, [id]),
  },
  '/eligibility': {
    get: shown('The form for "What am I eligible for?"', ['text/html'], []),
    post: {
      ...shown('What one is eligible for; nothing is stored', ['text/html'], []),
      requestBody: { required: true, content: { 'multipart/form-data': {} } },
    },
  },
  '/c/{id}/eligibility': {
    get: shown('What one is eligible for with a credential', ['text/html'], [id]),
  },
}
