import { answer, type Json, jsonAnswer, objectOf, problem, query, security, text } from './parts.ts'

const count = { type: 'integer', minimum: 0 }
const counts = (...names: readonly string[]): Json =>
  objectOf(Object.fromEntries(names.map((name) => [name, count])), names)
const listOf = (items: Json): Json => ({ type: 'array', items })

const run: Json = objectOf({
  run: text,
  funnel: counts(
    ...['learners', 'began', 'area', 'completed', 'participated', 'gained'],
    ...['eligible', 'enrolled'],
  ),
  badges: listOf(objectOf({ achievement: text, issued: count, revoked: count })),
  specializations: listOf(objectOf({ specialization: text, eligible: count, enrolled: count })),
  letters: counts('waiting', 'sent', 'refused', 'bounced', 'unclear'),
  claims: counts('made', 'used'),
})

const check: Json = objectOf({
  day: { type: 'string', format: 'date' },
  achievement: text,
  way: { enum: ['page', 'handed-in'] },
  verdict: { enum: ['valid', 'invalid', 'undecided'] },
  count,
})

const parameters = [
  query('course', text, 'Course of the catalogue', true),
  query('run', text, 'Only this run'),
]

/** What came of a course, in counts. */
export const statisticsPaths: Json = {
  '/api/statistics': {
    get: {
      summary: 'What came of a course, in counts that name nobody',
      security,
      parameters,
      responses: {
        200: jsonAnswer(
          'By run, and how often credentials were checked; as a table where text/csv is accepted',
          objectOf({ course: text, runs: listOf(run), checks: listOf(check) }),
        ),
        default: problem,
      },
    },
  },
  '/api/statistics.csv': {
    get: {
      summary: 'The same as a table, a count in each row',
      security,
      parameters,
      responses: { 200: answer('course,run,measure,of,day,count', 'text/csv'), default: problem },
    },
  },
}
