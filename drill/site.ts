import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import type { Course } from '../src/learning/catalogue.ts'
import { generateCohort } from '../src/learning/cohort.ts'
import { writeColophonCsv } from '../src/learning/cohort-csv.ts'
import { makeMissingKeys } from '../src/proof/issuer-keys.ts'
import { Service } from '../src/service/service.ts'

/** A folder with one ledger and its keys, that any number of processes work on and die over. */
export interface Site {
  readonly dataDir: string
  readonly course: Course
  /** What a process needs to work here, and nothing of our own environment beside it. */
  readonly env: Readonly<Record<string, string>>
  /** Works in this process, and lets the ledger go after. */
  inside<Result>(work: (service: Service) => Promise<Result>): Promise<Result>
  remove(): void
}

export const adminToken = 'drill-0123456789-0123456789-0123456789'

export async function makeSite(): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'colophon-drill-'))
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    PUBLIC_URL: 'http://localhost:8080',
    ADMIN_TOKEN: adminToken,
    LOG_LEVEL: 'error',
  }
  const config = readConfig(env)
  const first = new Service(config)
  await makeMissingKeys(first.keyring.settings, new Date())
  const [course] = first.catalogue.courses
  await first.close()
  if (!course) throw new Error('the catalogue has no course')
  return {
    dataDir,
    course,
    env,
    async inside(work) {
      const service = new Service(config)
      try {
        return await work(service)
      } finally {
        await service.close()
      }
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** Writes a course export of invented learners; some of them have been in earlier rounds too. */
export function writeCohort({ dataDir, course }: Site, seed: number, size: number): string {
  const file = join(dataDir, 'cohort.csv')
  const members = generateCohort({ seed, size, course, startsOn: '2025-10-06' })
  writeFileSync(file, [...writeColophonCsv(members)].join(''))
  return file
}
