import type { Source } from '../admission/application-form.ts'
import { integrityOf } from '../credential/integrity.ts'
import { Refusal } from '../errors.ts'
import { type Applicant, maxCredentials, shownValue } from '../learning/applicants/applicant.ts'
import { type ReadingOptions, readApplicant } from '../learning/applicants/read-applicant.ts'
import { writtenText } from '../learning/applicants/written-text.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import type { Service } from '../service/service.ts'
import { refusalOf } from './application-json.ts'
import { type Field, filesIn, textIn, utf8 } from './form.ts'

const maxFileBytes = 10 * 1024 * 1024
const maxNameChars = 200
const documentOf = 'document:'
const noteOf = 'note:'

const textFields = ['credential', 'credentials', 'link', 'links', 'text'] as const

type ChosenFile = Field & { readonly filename: string }

function fileSource(field: ChosenFile, service: Service): Source {
  return {
    name: (field.filename || field.name).slice(0, maxNameChars),
    async check() {
      if (field.size > maxFileBytes) throw new Refusal('input-too-large', 'The file is over 10 MB')
      return service.verify(await field.bytes())
    },
  }
}

/** One credential as a whole, or several links and ids, one on each line or with spaces between. */
function credentialsIn(text: string): readonly string[] {
  const bare = text.trim()
  return /^[{"]/.test(bare) ? [bare] : bare.split(/\s+/).filter((word) => word !== '')
}

const plainTexts = (fields: readonly Field[], names: readonly string[]) =>
  Promise.all(
    fields
      .filter(({ name, filename }) => filename === undefined && names.includes(name))
      .map(async (field) => {
        if (field.size > maxFileBytes) throw new Refusal('input-too-large', 'A text is over 10 MB')
        return utf8(await field.bytes())
      }),
  )

/** Of a document only its name and digest are kept: who decides has it in hand. */
async function documentIn(file: ChosenFile): Promise<MadeStatement['document']> {
  if (file.size > maxFileBytes) throw new Refusal('input-too-large', 'The file is over 10 MB')
  const digest = integrityOf(await file.bytes())
  return { name: file.filename.slice(0, maxNameChars), digest }
}

/** The statements with a note that has something in it. */
export async function notedIn(fields: readonly Field[]): Promise<readonly string[]> {
  const names = fields.flatMap(({ name }) => (name.startsWith(noteOf) ? [name] : []))
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const isThere = (await textIn(fields, name)) !== undefined
      return isThere ? [name.slice(noteOf.length)] : []
    }),
  )
  return found.flat()
}

const valueFields = ['person', 'country', 'reference', 'appliedAt'] as const

/** A misspelt field would be decided as if nothing stood in it. @throws Refusal `bad-request`. */
function requireKnown(fields: readonly Field[], others: readonly string[]): void {
  const choices = [...textFields, 'statement', 'statements', ...valueFields, ...others]
  const odd = fields.find(
    ({ name, filename, size }) =>
      filename === undefined && size > 0 && !choices.includes(name) && !name.startsWith(noteOf),
  )
  if (odd)
    throw new Refusal('bad-request', `No such field: ${shownValue(odd.name)}`, {
      particular: {
        kind: 'unknown-member',
        at: shownValue(odd.name),
        choices: [...choices, `${noteOf}{id}`],
      },
    })
}

async function statementsIn(
  fields: readonly Field[],
  files: readonly ChosenFile[],
): Promise<readonly MadeStatement[]> {
  const ticked = await plainTexts(fields, ['statement', 'statements'])
  const documents = files.filter(({ name }) => name.startsWith(documentOf))
  const said = ticked.flatMap((text) => text.split(/[\s;]+/)).filter((id) => id !== '')
  // Whoever wrote a note or chose a document for a statement makes it, and forgot the tick.
  const shown = documents.map(({ name }) => name.slice(documentOf.length))
  const ids = new Set([...said, ...shown, ...(await notedIn(fields))])
  return Promise.all(
    [...ids].map(async (statement) => {
      const file = documents.find(({ name }) => name === `${documentOf}${statement}`)
      const note = writtenText((await textIn(fields, `${noteOf}${statement}`)) ?? '')
      return { statement, note, document: file ? await documentIn(file) : null }
    }),
  )
}

export interface AppliedInForm {
  readonly applicant: Applicant
  /** The files, which are read when their turn comes. */
  readonly files: readonly Source[]
}

/**
 * The fields of a form about one applicant: files under any name, `credential`, `link` or `links` and the like as text,
 * `statement` once for each that is made with `note:{id}` and the file `document:{id}`, and `person`, `country`,
 * `reference`, `appliedAt`; beside them `otherFields`, which are read elsewhere.
 *
 * @throws Refusal `input-too-large`, `too-large`, `bad-request` for an unknown field, and as `readApplicant`.
 */
export async function applicantInForm(
  fields: readonly Field[],
  options: ReadingOptions & { readonly otherFields: readonly string[] },
  service: Service,
): Promise<AppliedInForm> {
  requireKnown(fields, options.otherFields)
  const files = filesIn(fields)
  const handed = files.filter(({ name }) => !name.startsWith(documentOf))
  const texts = (await plainTexts(fields, textFields)).flatMap(credentialsIn)
  const plain = async (name: string) => writtenText((await textIn(fields, name)) ?? '')
  if (handed.length + texts.length > maxCredentials)
    throw new Refusal('too-large', `At most ${maxCredentials} credentials of one applicant`, {
      particular: { kind: 'too-many', at: 'credentials', limit: maxCredentials },
    })
  const found = readApplicant(
    {
      credentials: texts,
      statements: await statementsIn(fields, files),
      person: await plain('person'),
      country: await plain('country'),
      reference: await plain('reference'),
      appliedAt: await plain('appliedAt'),
    },
    options,
  )
  if ('complaint' in found) throw refusalOf(found.complaint)
  return { applicant: found.applicant, files: handed.map((file) => fileSource(file, service)) }
}
