import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { ReadRow } from './completion.ts'
import { type Column, type Layout, plainManners } from './exports/column.ts'
import { readMappedRow } from './exports/read-mapped-row.ts'
import { jsonPath } from './json-path.ts'
import { createTwiceCheck } from './learner-twice.ts'
import type { ImportOptions } from './read-row.ts'

const text = z.string().max(10_000).nullish()

const body = z.strictObject({
  completions: z
    .array(
      z.strictObject({
        learnerId: text,
        email: text,
        name: z.string().max(10_000),
        language: text,
        completedOn: text,
        score: z.number().nullish(),
        modules: z.array(z.string().max(200)).max(1000).optional(),
      }),
    )
    .max(100_000),
})

const names = {
  learner_id: 'learnerId',
  email: 'email',
  name: 'name',
  language: 'language',
  completed_on: 'completedOn',
  score: 'score',
  modules: 'modules',
} as const

const columns = Object.entries(names).map(
  ([role, label], at) => ({ at, role, how: 'header', label }) as Column,
)

const layout: Layout = {
  ...{ format: 'colophon', header: Object.values(names), columns, modules: [] },
  at: new Map(columns.map((column) => [column.role, column])),
  ...{ manners: plainManners, missing: [], unknown: [] },
}

/**
 * Reads the completions of an API call. Each is judged like a row of our own CSV, its place in the array plus one
 * standing for the line; dates are `YYYY-MM-DD`. Refuses `completions-invalid` for another shape, with every mistake.
 */
export function parseCompletionsJson(input: unknown, options: ImportOptions): readonly ReadRow[] {
  const parsed = body.safeParse(input)
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path, message }) => ({
      at: jsonPath(path),
      message,
    }))
    throw new Refusal(
      'completions-invalid',
      'These are not completions as docs/IMPORT.md has them.',
      {
        details,
      },
    )
  }
  const once = createTwiceCheck()
  return parsed.data.completions.map((each, index) => {
    const cells = {
      learner_id: each.learnerId ?? '',
      email: each.email ?? '',
      name: each.name,
      language: each.language ?? '',
      completed_on: each.completedOn ?? '',
      score: each.score == null ? '' : String(each.score),
      modules: (each.modules ?? []).join(' '),
    } satisfies Record<keyof typeof names, string>
    const record = { line: index + 1, cells: Object.values(cells) }
    const row = readMappedRow(record, layout, 'iso', options)
    if (row === 'order-needed') throw new Error('an ISO date needs no order')
    return once(row)
  })
}
