import { statSync } from 'node:fs'
import type { Source } from '../admission/application-form.ts'
import { integrityOf } from '../credential/integrity.ts'
import { Refusal } from '../errors.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import { handedIn } from '../service/check-input.ts'
import type { Service } from '../service/service.ts'
import { openInput, readAll, refuseMissing } from './input.ts'

const isLink = (source: string) => /^https?:\/\//.test(source) && URL.canParse(source)

function fileSource(file: string, service: Service): Source {
  return { name: file, check: async () => service.verify(await readAll(openInput(file))) }
}

/**
 * What is named on the command line, looked at before the first is checked: files, links, `-` for standard input.
 *
 * @throws Refusal `bad-request` for a file that is not there, and for standard input named twice.
 */
export function namedSources(sources: readonly string[], service: Service): readonly Source[] {
  if (sources.filter((source) => source === '-').length > 1)
    throw new Refusal('bad-request', 'Standard input can be read only once')
  return sources.map((source, place) => {
    if (isLink(source)) return handedIn(source, place, service)
    refuseMissing(source)
    return fileSource(source, service)
  })
}

/** What stands in a cell of a list: as for the service, or the name of a file that is there. */
export function cellSource(text: string, place: number, service: Service): Source {
  const isFile = text.length < 1_000 && statSync(text, { throwIfNoEntry: false })?.isFile()
  return isFile ? fileSource(text, service) : handedIn(text, place, service)
}

/** `id`, or `id=FILE` with the document that is shown for it. @throws Refusal `bad-request`. */
export async function namedStatement(text: string): Promise<MadeStatement> {
  const [statement = '', file] = text.split(/=(.*)/s)
  if (!file) return { statement, note: '', document: null }
  const digest = integrityOf(await readAll(openInput(file)))
  const document = { name: file, digest }
  return { statement, note: '', document }
}
