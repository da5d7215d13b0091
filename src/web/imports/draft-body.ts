import type { Request } from 'express'
import { Refusal } from '../../errors.ts'
import { rowComplaintCodes } from '../../learning/completion.ts'
import type { Draft } from '../../service/drafts/draft.ts'
import type { Look, LookFilter, Sample } from '../../service/drafts/look.ts'
import { limitAsked, queryText } from '../guard.ts'

export const lookFilters: readonly LookFilter[] = [
  'reserved',
  'already-issued',
  'differs-from-issued',
  'learner-erased',
  'issuer-out-of-scope',
  'nothing-earned',
  'rejected',
  'warning',
  ...rowComplaintCodes,
]

/** By what rows are to be picked out. @throws Refusal `bad-request`. */
export function filterAsked(request: Request): LookFilter | undefined {
  const asked = queryText(request, 'show')
  const filter = lookFilters.find((each) => each === asked)
  if (asked && !filter) throw new Refusal('bad-request', `show is one of ${lookFilters.join(', ')}`)
  return filter
}

const sampleBody = ({ why, line, award }: Sample, index: number) => ({
  number: index + 1,
  why,
  line,
  name: award.learner.name,
  achievement: award.achievement,
})

/** A draft without what was found in its file. */
export function draftBody({ fileHash, fileSize, createdBy: _, ...draft }: Draft) {
  const { id, course, options, fileName, createdAt, changedAt, endsAt, batch } = draft
  const { run, ...reading } = options
  return {
    draft: id,
    course,
    run,
    options: reading,
    file: { name: fileName, bytes: fileSize, sha256: fileHash },
    createdAt,
    changedAt,
    endsAt,
    batch,
  }
}

/** The same with its dry run, and a page of rows. */
export function lookedAtBody(request: Request, draft: Draft, look: Look) {
  const show = filterAsked(request)
  const from = Number(queryText(request, 'from') ?? 0)
  if (!Number.isInteger(from) || from < 0)
    throw new Refusal('bad-request', 'from is the place of the first row, counted from 0')
  const limit = limitAsked(request, 100)
  const total = look.size(show)
  return {
    ...draftBody(draft),
    look: {
      madeAt: look.madeAt,
      problem: look.problem,
      summary: look.summary,
      counts: look.counts,
      days: look.days,
      understood: look.understood,
      samples: look.samples.map(sampleBody),
    },
    rows: look.rows(from, limit, show),
    total,
    next: from + limit < total ? from + limit : null,
  }
}
