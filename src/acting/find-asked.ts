import { Refusal } from '../errors.ts'
import { readDay } from '../learning/days.ts'
import type { Caller } from '../ledger/caller.ts'
import { type FindFilter, type FindStatus, findStatuses } from '../ledger/finding.ts'
import { searchWords } from '../names.ts'

/** What somebody looks for, in their words; what is empty is as good as absent. */
export interface FindAsked {
  /** A name or the beginning of its words, an e-mail address, or a public id, bare or in its address. */
  readonly q?: string | undefined
  readonly course?: string | undefined
  readonly run?: string | undefined
  readonly achievement?: string | undefined
  readonly issuer?: string | undefined
  readonly batch?: string | undefined
  readonly status?: readonly string[] | undefined
  /** First and last day of issuing, `YYYY-MM-DD`, UTC. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The id of a partner by its id or DID, `''` for the programme itself by its DID; `undefined` for any other. */
export type IssuerOf = (idOrDid: string) => string | undefined

const maxAskedChars = 300
const bareId = /^[0-9a-z]{26}$/
const addressedId = /\/c\/([0-9a-z]{26})(?:[./?#]|$)/

/** The one term of a search, by its form: an address of ours, an id, an e-mail address, else words of a name. */
function termOf(q: string): Pick<FindFilter, 'words' | 'email' | 'id'> {
  const none = { words: [], email: null, id: null }
  const id = addressedId.exec(q)?.[1] ?? (bareId.test(q) ? q : undefined)
  if (id !== undefined) return { ...none, id }
  if (/^\S+@\S+$/.test(q)) return { ...none, email: q.toLowerCase() }
  return { ...none, words: searchWords(q) }
}

function statusOf(name: string): FindStatus {
  const status = findStatuses.find((candidate) => candidate === name)
  if (!status) throw new Refusal('bad-request', `A status is one of ${findStatuses.join(', ')}`)
  return status
}

function dayOf(text: string, name: string): string {
  const read = readDay(text, 'iso')
  if (read.kind !== 'day') throw new Refusal('bad-request', `${name} is a day, YYYY-MM-DD`)
  return read.day
}

/** Courses that are looked in: what was asked for, as far as it is in scope; `null` for all there are. */
function coursesIn(asked: FindAsked, { role, scope }: Caller) {
  const isEverywhere = role === 'admin' || scope.length === 0
  const wanted = [...(asked.course ? [[asked.course]] : []), ...(isEverywhere ? [] : [scope])]
  const [first, ...others] = wanted
  return first === undefined
    ? null
    : first.filter((course) => others.every((each) => each.includes(course)))
}

/** Whether nothing at all is asked for, so that everything there is would be found. */
export const isOpenFilter = ({ status, ...texts }: FindAsked): boolean =>
  (status ?? []).length === 0 && Object.values(texts).every((text) => !text?.trim())

/**
 * What is to be looked for, narrowed to the scope of whoever asks. What is out of scope is as good as not there.
 * `undefined` where nothing can fit.
 *
 * @throws Refusal `bad-request`.
 */
export function readFind(
  asked: FindAsked,
  caller: Caller,
  issuerOf: IssuerOf,
): FindFilter | undefined {
  const q = asked.q?.normalize('NFC').trim() ?? ''
  if (q.length > maxAskedChars)
    throw new Refusal('bad-request', `q has ${maxAskedChars} characters at most`)
  const term = termOf(q)
  const isNothing = q !== '' && term.words.length === 0 && !term.id && !term.email
  const courses = coursesIn(asked, caller)
  const issuer = asked.issuer?.trim() ? issuerOf(asked.issuer.trim()) : null
  if (isNothing || courses?.length === 0 || issuer === undefined) return undefined
  return {
    ...term,
    courses,
    issuer,
    run: asked.run?.trim() || null,
    achievement: asked.achievement?.trim() || null,
    batch: asked.batch?.trim() || null,
    statuses: (asked.status ?? []).map(statusOf),
    from: asked.from?.trim() ? dayOf(asked.from.trim(), 'from') : null,
    to: asked.to?.trim() ? dayOf(asked.to.trim(), 'to') : null,
  }
}
