import type { Request } from 'express'
import { withLineFeeds } from '../learning/applicants/written-text.ts'
import type { Door } from './door.ts'
import { type Field, readForm, utf8 } from './form.ts'

/** What was typed into a form of the desk by somebody whose session was over when it was sent. */
export interface KeptForm {
  /** Where the form goes to. */
  readonly path: string
  readonly fields: readonly (readonly [name: string, text: string])[]
}

const keptPaths = [/^\/provider\/[\w-]{1,100}$/, /^\/provider\/decisions\/\w{1,100}\/review$/]
const maxFormBytes = 50 * 1024 * 1024
const maxParts = 200
const maxFields = 100
const maxKeptBytes = 40_000
// A session of its own, a token, and what is drawn anew with the form.
const neverKept = ['form', 'attempt', 'token', 'next', 'accepted', 'refused']

/** What hidden fields of the form to sign in are called that hold the fields of another. */
export const keptPrefix = 'kept:'

/** Whether the form at a path can be filled in again with what was typed. */
export const isKeptPath = (path: string) => keptPaths.some((each) => each.test(path))

async function textsOf(fields: readonly Field[]): Promise<KeptForm['fields'] | undefined> {
  const typed = fields.filter(
    ({ name, filename, size }) =>
      filename === undefined && size > 0 && name.length <= 200 && !neverKept.includes(name),
  )
  const bytes = typed.reduce((sum, { size }) => sum + size, 0)
  if (typed.length > maxFields || bytes > maxKeptBytes) return undefined
  return Promise.all(
    typed.map(async (field) => [field.name, withLineFeeds(utf8(await field.bytes()))] as const),
  )
}

/** The texts of a form; `undefined` where it is no form that can be filled in again, or they are too long to carry on. */
export async function keepForm(request: Request, door: Door): Promise<KeptForm | undefined> {
  const path = request.originalUrl.replace(/\?.*/, '')
  if (request.method !== 'POST' || !isKeptPath(path)) return undefined
  const upload = await door.receive(request, maxFormBytes)
  try {
    const type = request.headers['content-type'] ?? ''
    const fields = await textsOf(await readForm(upload, type, maxParts))
    return fields && fields.length > 0 ? { path, fields } : undefined
  } finally {
    await upload.discard()
  }
}

/** The same out of the form to sign in. */
export async function keptIn(
  fields: readonly Field[],
  path: string,
): Promise<KeptForm | undefined> {
  if (!isKeptPath(path)) return undefined
  const kept = fields
    .filter(({ name }) => name.startsWith(keptPrefix))
    .map((field) => ({ ...field, name: field.name.slice(keptPrefix.length) }))
  const texts = await textsOf(kept)
  return texts && texts.length > 0 ? { path, fields: texts } : undefined
}

/** Texts as the fields of a form. */
export const fieldsOf = ({ fields }: KeptForm): readonly Field[] =>
  fields.map(([name, text]) => {
    const bytes = Buffer.from(text)
    return { name, size: bytes.length, bytes: async () => bytes }
  })
