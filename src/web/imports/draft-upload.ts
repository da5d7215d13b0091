import type { Request } from 'express'
import { Refusal } from '../../errors.ts'
import { permit } from '../../service/access.ts'
import type { Draft } from '../../service/drafts/draft.ts'
import { draftMembers, readDraftChange } from '../../service/drafts/draft-options.ts'
import type { Service } from '../../service/service.ts'
import { filesIn, readForm, textIn } from '../form.ts'
import { queryText } from '../guard.ts'
import type { Upload } from '../upload.ts'

type Caller = ReturnType<Service['recognise']>

/** An export, with some room for the fields around it. */
export const maxDraftBytes = 65 * 1024 * 1024
const maxParts = 20

interface Given {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** What was said of it, by member. */
  readonly said: Readonly<Record<string, unknown>>
}

const inAddress = (request: Request) =>
  Object.fromEntries(draftMembers.map((name) => [name, queryText(request, name)]))

/** The file in a form, with what its fields say; the address may say the rest. @throws Refusal `bad-request`. */
async function fromForm(request: Request, upload: Upload): Promise<Given> {
  const fields = await readForm(upload, request.get('Content-Type') ?? '', maxParts)
  const [file] = filesIn(fields)
  if (!file) throw new Refusal('bad-request', 'Choose a file')
  const said: Record<string, unknown> = inAddress(request)
  for (const name of draftMembers) said[name] = (await textIn(fields, name)) ?? said[name]
  const chunks = (async function* () {
    yield await file.bytes()
  })()
  return { name: file.filename, chunks, said }
}

async function given(request: Request, upload: Upload): Promise<Given> {
  if (request.is('multipart/form-data')) return fromForm(request, upload)
  const name = queryText(request, 'fileName') ?? 'export'
  return { name, chunks: upload.read(), said: inAddress(request) }
}

/**
 * Keeps what was sent as a draft: a form with a file, or the bytes of the file with everything else in the address.
 *
 * @throws Refusal `forbidden` beyond the scope; see `Drafts.add`.
 */
export async function takeDraft(
  request: Request,
  upload: Upload,
  { service, caller }: { readonly service: Service; readonly caller: Caller },
): Promise<Draft> {
  const { name, chunks, said } = await given(request, upload)
  const { course = '', run = '', ...options } = readDraftChange(said)
  permit(caller, ['issuer'], course)
  return service.drafts.add({ name, chunks }, { ...options, course, run }, caller.token)
}
