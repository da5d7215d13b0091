import type { RefusalCode } from '../../errors.ts'
import { answerSchemas } from './answers.ts'
import { callersOf } from './callers.ts'
import { groupOf } from './groups.ts'
import { type Json, named } from './parts.ts'
import { problemsOf } from './problems.ts'

type Responses = Readonly<Record<string, Json>>

const refusedWith = (codes: readonly RefusalCode[]): Json => ({
  description: codes.join(', '),
  content: {
    'application/problem+json': {
      schema: { allOf: [named('Problem'), { properties: { code: { enum: codes } } }] },
    },
  },
})

/** Codes as answers by status, in the order of the statuses. */
function problemResponses(
  codes: readonly RefusalCode[],
  statusOf: Readonly<Record<RefusalCode, number>>,
): Responses {
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      refusedWith(codes.filter((code) => statusOf[code] === status)),
    ]),
  )
}

/** An answer with its schema, where that stands elsewhere and it is JSON. */
function withSchema(response: Json, schema: unknown): Json {
  const content = response.content as Responses | undefined
  if (schema === undefined || !content?.['application/json']) return response
  return { ...response, content: { ...content, 'application/json': { schema } } }
}

/**
 * The paths with what is the same everywhere: the group of each operation as its tag, who may call it (`x-who`), the codes
 * it refuses with by their status, and schemas of answers.
 */
export function completed(paths: Json, statusOf: Readonly<Record<RefusalCode, number>>): Json {
  const complete = (path: string, method: string, operation: Json): Json => {
    const { default: otherwise, ...own } = operation.responses as Responses
    const told = Object.fromEntries(
      Object.entries(own).map(([status, response]) => [
        status,
        withSchema(response, answerSchemas[`${method} ${path} ${status}`]),
      ]),
    )
    const problems = problemResponses(problemsOf(method, path, operation), statusOf)
    return {
      ...operation,
      tags: [groupOf(path).name],
      'x-who': callersOf(method, path, operation),
      responses: { ...problems, ...told, ...(otherwise ? { default: otherwise } : {}) },
    }
  }
  return Object.fromEntries(
    Object.entries(paths as Readonly<Record<string, Responses>>).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, each]) => [method, complete(path, method, each)]),
      ),
    ]),
  )
}
