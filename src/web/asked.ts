import { Refusal } from '../errors.ts'
import { memberTexts, stringIn } from './json-slices.ts'

/** What a JSON body asks for that is no credential itself. */
export interface Asked {
  readonly url?: string
  /** The text of a credential as it was written, or its JWT. */
  readonly credential?: string
  /** A name, e-mail address or identifier that the holder is compared with. */
  readonly person?: string
}

const names = ['url', 'credential', 'person']
const beginning = /^\s*\{\s*"(?:url|credential|person)"\s*:/

/** A credential has none of these members, so what begins otherwise is not even read for them. */
const mayAsk = (body: Buffer) => beginning.test(body.subarray(0, 200).toString('latin1'))

function membersOf(body: Buffer): ReadonlyMap<string, string> | undefined {
  if (!mayAsk(body)) return undefined
  try {
    return memberTexts(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

const hasOthers = (members: ReadonlyMap<string, string>) =>
  [...members.keys()].some((name) => !names.includes(name))

const misunderstood = () =>
  new Refusal(
    'bad-request',
    'Send {"url": "…"} or {"credential": …}, perhaps a "person", and nothing else',
  )

/**
 * `{"url": "…"}` or `{"credential": {…} or "jwt"}`, and perhaps a `person`, with nothing beside them; `undefined` for
 * what is to be judged as a credential. A person is asked for in the body, never in the address: logs keep addresses.
 *
 * @throws Refusal `bad-request` for what begins like a question, is none, and has no context to be a credential by: a
 * misspelt member must not come back as a credential that is not valid.
 */
export function askedIn(body: Buffer): Asked | undefined {
  const members = membersOf(body)
  if (!members || members.has('@context')) return undefined
  const [url, credential, person] = names.map((name) => members.get(name))
  const texts = { url: url && stringIn(url), person: person && stringIn(person) }
  const isOne = (url === undefined) !== (credential === undefined) && !hasOthers(members)
  const isText = (name: keyof typeof texts) => !members.has(name) || texts[name] !== undefined
  if (!isOne || !isText('url') || !isText('person')) throw misunderstood()
  return {
    ...(texts.url !== undefined && { url: texts.url }),
    ...(credential !== undefined && { credential: stringIn(credential) ?? credential }),
    ...(texts.person !== undefined && { person: texts.person }),
  }
}
