import { Refusal } from '../errors.ts'
import { utf8 } from './form.ts'

type Kind = 'string' | 'number' | 'boolean' | 'strings'
interface OfKind {
  readonly string: string
  readonly number: number
  readonly boolean: boolean
  readonly strings: readonly string[]
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? 'strings' : typeof value

/**
 * The members of a JSON object, each of its kind, with no other beside them; `null` is as good as absent. An empty body is
 * an empty object.
 *
 * @throws Refusal `bad-request`.
 */
export function membersIn<T extends Readonly<Record<string, Kind>>>(
  body: Uint8Array,
  kinds: T,
): { readonly [K in keyof T]?: OfKind[T[K]] } {
  const misunderstood = (why: string) =>
    new Refusal('bad-request', `Send a JSON object with ${Object.keys(kinds).join(', ')}: ${why}`)
  let value: unknown
  try {
    value = body.length === 0 ? {} : JSON.parse(utf8(body))
  } catch {
    throw misunderstood('this is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw misunderstood('this is no object')
  const found = Object.entries(value).filter(([, given]) => given !== null)
  for (const [name, given] of found) {
    if (!Object.hasOwn(kinds, name)) throw misunderstood(`"${name.slice(0, 40)}" is none of them`)
    if (kindOf(given) !== kinds[name]) throw misunderstood(`"${name}" is a ${kinds[name]}`)
  }
  return Object.fromEntries(found) as never
}
