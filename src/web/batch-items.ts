import { Refusal } from '../errors.ts'
import type { Service } from '../service/service.ts'
import { type Checked, checkLink, checkText } from './check-input.ts'
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

const linkItem = (link: string, service: Service): BatchItem => ({
  name: short(link),
  check: () => checkLink(link, service),
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

function jsonItem(text: string, place: number, service: Service): BatchItem {
  const bare = stringIn(text)
  if (bare !== undefined) return { name: short(bare), check: () => checkText(bare, service) }
  const members = memberTexts(text)
  const [url, credential] = [members.get('url'), members.get('credential')]
  if (members.size !== 1 || (url ?? credential) === undefined)
    throw new Refusal('bad-request', 'An item is {"url": …} or {"credential": …}')
  if (url !== undefined) {
    const link = stringIn(url)
    if (link === undefined) throw new Refusal('bad-request', 'The url of an item is no string')
    return linkItem(link, service)
  }
  const inside = stringIn(credential ?? '') ?? credential ?? ''
  return {
    name: `item ${place + 1}`,
    check: () => service.verify(new TextEncoder().encode(inside)),
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

/** `{"items": [{"url": …} | {"credential": {…} or "jwt"}]}`. @throws Refusal `bad-request`. */
export function itemsOfJson(text: string, service: Service): readonly BatchItem[] {
  const members = memberTexts(text)
  const items = members.get('items')
  if (items === undefined || members.size !== 1)
    throw new Refusal('bad-request', 'Send {"items": […]}')
  const texts = itemTexts(items)
  if (texts.length > maxItems) throw tooMany()
  return texts.map((each, place) => standingAlone(place, () => jsonItem(each, place, service)))
}
