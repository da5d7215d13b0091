import type { Question } from '../checking/verify.ts'
import { Refusal } from '../errors.ts'
import { type Checked, checkLink, checkText } from '../service/check-input.ts'
import type { Service } from '../service/service.ts'
import { askedIn } from './asked.ts'
import { type Field, filesIn, textIn } from './form.ts'
import { itemTexts, memberTexts, stringIn } from './json-slices.ts'

/** One of many things to check: how its sender knows it, and what to do when its turn comes. */
export interface BatchItem {
  readonly name: string
  check(): Promise<Checked>
}

export const maxItems = 200
const maxFileBytes = 10 * 1024 * 1024
const maxNameChars = 200

const tooMany = () =>
  new Refusal('bad-request', `At most ${maxItems} files and links can be checked at once`)

const short = (name: string) => name.slice(0, maxNameChars)

function fileItem(field: Field & { readonly filename: string }, service: Service): BatchItem {
  return {
    name: short(field.filename || field.name),
    async check() {
      if (field.size > maxFileBytes) throw new Refusal('input-too-large', 'The file is over 10 MB')
      return service.verify(await field.bytes())
    },
  }
}

/** The lines of a text that have something in them. */
const linesOf = (text: string) =>
  text.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() ? [line.trim()] : []))

const linkItem = (link: string, service: Service, question?: Question): BatchItem => ({
  name: short(link),
  check: () => checkLink(link, service, question),
})

/** The files of a form under whatever name, and the lines of its fields `link` and `links`; at most 200 together. */
export async function itemsOfForm(
  fields: readonly Field[],
  service: Service,
): Promise<readonly BatchItem[]> {
  const files = filesIn(fields).map((field) => fileItem(field, service))
  const texts = await Promise.all(['link', 'links'].map((name) => textIn(fields, name)))
  const links = texts.flatMap((text) => linesOf(text ?? ''))
  if (files.length + links.length > maxItems) throw tooMany()
  return [...files, ...links.map((link) => linkItem(link, service))]
}

interface Batch {
  readonly service: Service
  /** Whose all of them should be, where an item does not say it itself. */
  readonly person?: string | undefined
}

const questionOf = (person = ''): Question => (person.trim() === '' ? {} : { person })

function jsonItem(text: string, place: number, { service, person }: Batch): BatchItem {
  const bare = stringIn(text)
  if (bare !== undefined)
    return { name: short(bare), check: () => checkText(bare, service, questionOf(person)) }
  const asked = askedIn(Buffer.from(text))
  if (!asked) throw new Refusal('bad-request', 'An item is {"url": …} or {"credential": …}')
  const question = questionOf(asked.person ?? person)
  const { url = '', credential } = asked
  if (credential === undefined) return linkItem(url, service, question)
  return {
    name: `item ${place + 1}`,
    check: () => service.verify(new TextEncoder().encode(credential), question),
  }
}

/** An item that cannot be read is refused in its own place; the others are none of its business. */
function standingAlone(place: number, read: () => BatchItem): BatchItem {
  try {
    return read()
  } catch (thrown) {
    return { name: `item ${place + 1}`, check: () => Promise.reject(thrown) }
  }
}

const memberNames = ['items', 'person']

/**
 * `{"items": [{"url": …} | {"credential": {…} or "jwt"}], "person": …}`, the person for all or for one item.
 *
 * @throws Refusal `bad-request`.
 */
export function itemsOfJson(text: string, service: Service): readonly BatchItem[] {
  const members = memberTexts(text)
  const [items, personText] = memberNames.map((name) => members.get(name))
  const person = personText === undefined ? undefined : stringIn(personText)
  const isKnown = [...members.keys()].every((name) => memberNames.includes(name))
  if (items === undefined || !isKnown || (personText !== undefined && person === undefined))
    throw new Refusal('bad-request', 'Send {"items": […]}, and perhaps a "person"')
  const texts = itemTexts(items, maxItems + 1)
  if (texts.length > maxItems) throw tooMany()
  const batch = { service, person }
  return texts.map((each, place) => standingAlone(place, () => jsonItem(each, place, batch)))
}
