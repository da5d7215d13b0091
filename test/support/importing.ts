import { readCompletions } from '../../src/learning/csv.ts'
import { readOptions } from '../../src/service/read-options.ts'
import type { Service } from '../../src/service/service.ts'

export interface Learning {
  readonly email: string
  readonly name: string
  readonly language?: string
  readonly modules?: string
}

const header = 'learner_id,email,name,language,completed_on,score,modules\n'

/** Imports completions of the sample course as a file, signed for real only where that is asked for. */
export async function importLearners(
  service: Service,
  learners: readonly Learning[],
  options: {
    run?: string
    isQuiet?: boolean
    isUnsigned?: boolean
    isSigned?: boolean
    issuer?: string
  } = {},
): Promise<string> {
  const [course] = service.catalogue.courses
  if (!course) throw new Error('no course')
  const { run = '1', isQuiet = false } = options
  const rows = learners.map(
    ({ email, name, language = '', modules = '' }, index) =>
      `${email === '' ? `id${index}` : ''},${email},"${name}",${language},2026-05-04,91,${modules}\n`,
  )
  const bytes = new TextEncoder().encode(header + rows.join(''))
  const now = service.now()
  const { batch } = await service.import(
    () =>
      readCompletions(
        (async function* () {
          yield bytes
        })(),
        readOptions({ course, run, format: 'colophon', dates: 'ymd', matchByName: false, now }),
      ),
    {
      course,
      run,
      language: 'en',
      isDryRun: false,
      isQuiet,
      requestedBy: 'a test',
      issuer: options.issuer ?? null,
    },
    () => undefined,
  )
  if (!batch) throw new Error('no batch')
  if (options.isSigned === true) await service.issue()
  else if (options.isUnsigned !== true) pretendToSign(service)
  return batch
}

/** Signing takes its time, and for what comes behind it any bytes will do. */
function pretendToSign(service: Service): void {
  const { ledger } = service
  ledger.transaction(() => {
    for (const { rowKey, unsigned } of ledger.credentials.pending('', 10_000))
      ledger.credentials.recordIssued(rowKey, {
        signed: unsigned,
        jwt: 'not a real one',
        issuedAt: service.now().toISOString(),
      })
  })
  service.mail.enqueueIssued()
}
