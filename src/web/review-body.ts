import type { Request } from 'express'
import { z } from 'zod'
import type { ReviewRequest } from '../admission/admissions.ts'
import { maxNoteChars } from '../admission/application-values.ts'
import { type Particular, Refusal } from '../errors.ts'
import { languages } from '../language.ts'
import { shownValue } from '../learning/applicants/applicant.ts'
import { utf8 } from './form.ts'
import { readBody } from './upload.ts'

const maxBytes = 64 * 1024
const maxItemChars = 200

/** What a request does without that it needs. */
export const missing = (at: string) =>
  new Refusal('bad-request', `${at} is missing`, { particular: { kind: 'missing', at } })

/** A short body. @throws Refusal `unsupported-media-type`, `bad-request`, `too-large`. */
export async function smallJson(request: Request): Promise<unknown> {
  if (!request.is('application/json'))
    throw new Refusal('unsupported-media-type', 'Send application/json')
  try {
    return JSON.parse(utf8(await readBody(request, maxBytes)))
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal('bad-request', 'The body is not JSON', { cause: thrown })
  }
}

const verdicts = ['accepted', 'refused'] as const

const reviewForm = z.strictObject({
  item: z.string().max(maxItemChars),
  verdict: z.enum(verdicts),
  note: z.string().max(10_000),
})

const issueForm = z.strictObject({ language: z.enum(languages) })

type Member = 'item' | 'verdict' | 'note' | 'language'

const choicesOf: Partial<Record<Member, readonly string[]>> = {
  verdict: verdicts,
  language: languages,
}

/** The first thing that is wrong with a body of these members. */
function particularOf(body: unknown, names: readonly Member[]): Particular {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { kind: 'object-needed', at: '$' }
  const members: Readonly<Record<string, unknown>> = { ...body }
  const odd = Object.keys(members).find((name) => !names.some((each) => each === name))
  if (odd !== undefined) return { kind: 'unknown-member', at: shownValue(odd), choices: names }
  const absent = names.find((name) => members[name] === undefined)
  if (absent) return { kind: 'missing', at: absent }
  const chosen = names.find((name) => {
    const choices = choicesOf[name]
    return choices && !choices.some((each) => each === members[name])
  })
  if (chosen) {
    const value = shownValue(String(members[chosen]))
    return { kind: 'not-one-of', at: chosen, value, choices: choicesOf[chosen] ?? [] }
  }
  const other = names.find((name) => typeof members[name] !== 'string')
  if (other) return { kind: 'text-needed', at: other }
  const isItemLong = String(members.item).length > maxItemChars
  return isItemLong
    ? { kind: 'too-long', at: 'item', limit: maxItemChars }
    : { kind: 'too-long', at: 'note', limit: maxNoteChars }
}

function parsed<T>(body: unknown, form: z.ZodType<T>, names: readonly Member[]): T {
  const found = form.safeParse(body)
  if (found.success) return found.data
  throw new Refusal('bad-request', `Send ${names.join(', ')}`, {
    particular: particularOf(body, names),
  })
}

/** `{"item", "verdict", "note"}`. @throws Refusal `bad-request`, naming the member. */
export const reviewAsked = (body: unknown): ReviewRequest =>
  parsed(body, reviewForm, ['item', 'verdict', 'note'])

/** `{"language"}`. @throws Refusal `bad-request`, naming the member. */
export const issueAsked = (body: unknown) => parsed(body, issueForm, ['language'])
