import { createHash } from 'node:crypto'
import type { EnrolmentRequest } from '../admission/enrolment.ts'
import { Refusal } from '../errors.ts'
import { utf8 } from './form.ts'

const members = ['decision', 'specialization', 'credential', 'country', 'reference'] as const
type Member = (typeof members)[number]
const apart = 'anotherPerson'

const misunderstood = (why: string) =>
  new Refusal(
    'bad-request',
    `Send {"decision": "…"} or {"specialization": "…", "credential": "…"}, perhaps a "country", a "reference", "anotherPerson": true: ${why}`,
  )

function objectIn(body: Uint8Array, refuse: (why: string) => Refusal): object {
  let value: unknown
  try {
    value = JSON.parse(utf8(body))
  } catch {
    throw refuse('this is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('this is no object')
  return value
}

/** The members of a JSON object, each a text, with no other beside them. @throws Refusal `bad-request`. */
export function textsIn<T extends string>(
  body: Uint8Array,
  names: readonly T[],
  refuse: (why: string) => Refusal,
): ReadonlyMap<T, string> {
  return textsOf(objectIn(body, refuse), names, refuse)
}

function textsOf<T extends string>(
  value: object,
  names: readonly T[],
  refuse: (why: string) => Refusal,
): ReadonlyMap<T, string> {
  const texts = new Map<T, string>()
  for (const [given, text] of Object.entries(value)) {
    const name = names.find((each) => each === given)
    if (!name) throw refuse(`"${given.slice(0, 40)}" is none of its members`)
    // As if it had not been given.
    if (text === null) continue
    if (typeof text !== 'string') throw refuse(`"${name}" is a text`)
    texts.set(name, text)
  }
  return texts
}

/** The id of a credential of ours, from the id itself or from a link to it. @throws Refusal `decision-not-found`. */
function credentialId(text: string, publicUrl: URL): string {
  const given = text.trim()
  const url = URL.canParse(given) ? new URL(given) : new URL(`/c/${given}`, publicUrl)
  const id = /^\/c\/([0-9a-z]{26})(?:\.\w+)?$/.exec(url.pathname)?.[1]
  if (url.origin !== publicUrl.origin || !id)
    throw new Refusal('decision-not-found', 'This is no eligibility credential of ours')
  return id
}

function groundIn(texts: ReadonlyMap<Member, string>, publicUrl: URL): EnrolmentRequest['ground'] {
  const [decision, specialization, credential] = members.map((name) => texts.get(name))
  const isByDecision =
    decision !== undefined && specialization === undefined && credential === undefined
  if (isByDecision) return { decision }
  if (decision === undefined && specialization !== undefined && credential !== undefined)
    return { specialization, credential: credentialId(credential, publicUrl) }
  throw misunderstood('it names one decision, or one specialization and its credential')
}

/** What a body asks for, and a hash that is another for whatever else is asked. @throws Refusal `bad-request`. */
export function enrolmentAsked(
  body: Uint8Array,
  publicUrl: URL,
): { readonly request: EnrolmentRequest; readonly hash: string } {
  const { [apart]: isAnotherPerson = false, ...others } = objectIn(body, misunderstood) as Record<
    string,
    unknown
  >
  if (typeof isAnotherPerson !== 'boolean') throw misunderstood(`"${apart}" is true or false`)
  const texts = textsOf(others, members, misunderstood)
  const request: EnrolmentRequest = {
    ground: groundIn(texts, publicUrl),
    country: texts.get('country') ?? null,
    reference: texts.get('reference') ?? null,
    isAnotherPerson,
  }
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return { request, hash: `POST /api/enrolments ${hash}` }
}
