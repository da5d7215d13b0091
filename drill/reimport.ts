import { createReadStream } from 'node:fs'
import { readCompletions } from '../src/learning/csv.ts'
import type { ImportSummary } from '../src/service/import-report.ts'
import { readOptions } from '../src/service/read-options.ts'
import type { Service } from '../src/service/service.ts'
import type { RoundPlan } from './import-round.ts'

/** Imports a round's file once more, in this process, and issues what is new. */
export async function reimport(
  service: Service,
  { file, run, site }: Pick<RoundPlan, 'file' | 'run' | 'site'>,
): Promise<ImportSummary> {
  const { course } = site
  const options = readOptions({
    ...{ course, run, format: 'colophon', dates: 'ymd', matchByName: false, now: service.now() },
  })
  const request = { course, run, language: course.language, isDryRun: false, requestedBy: 'drill' }
  const rows = () => readCompletions(createReadStream(file), options)
  const summary = await service.import(rows, request, () => undefined)
  await service.issue()
  return summary
}
