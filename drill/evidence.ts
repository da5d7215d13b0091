import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { earnedAwards } from '../src/learning/awards.ts'
import { readCompletions } from '../src/learning/csv.ts'
import { readOptions } from '../src/service/read-options.ts'
import type { Service } from '../src/service/service.ts'
import type { Site } from './site.ts'

/** One row of the ledger, as SQLite itself gives it. */
export interface Row {
  readonly id: string
  readonly key: string
  readonly run: string
  readonly state: string
  readonly place: string
  readonly signed: string | null
  readonly jwt: string | null
}

const everything = `SELECT c.id, l.learner_key || ' ' || c.achievement || ' ' || c.run AS key, c.run, c.state,
    c.status_list || '#' || c.status_index AS place, c.signed, c.jwt
  FROM credential c JOIN learner l ON l.id = c.learner`

/**
 * Reads the ledger past our own code, which is what is on trial. Of one run, or all of it.
 * The constraints of the schema forbid most of what is looked for; they are part of what is on trial too.
 */
export function readRows(site: Site, run?: string): Row[] {
  return query(site, (database) =>
    run === undefined
      ? database.prepare(everything).all()
      : database.prepare(`${everything} WHERE c.run = ?`).all(run),
  ) as unknown as Row[]
}

/** How many batches of a run there are in a state. */
export function countBatches(site: Site, run: string, state: string): number {
  return query(site, (database) =>
    database.prepare('SELECT id FROM batch WHERE run = ? AND state = ?').all(run, state),
  ).length
}

/** What SQLite finds wrong with its file. */
export function fileFaults(site: Site): string[] {
  return query(site, (database) => database.prepare('PRAGMA integrity_check').all())
    .map((row) => String(Object.values(row as object)[0]))
    .filter((line) => line !== 'ok')
}

/**
 * What the dead left of a run, before anything is started again: read from a copy, because to open the ledger is to
 * recover it, which is for the restarted service to do.
 */
export function peek(site: Site, run: string): Row[] {
  const folder = join(site.dataDir, 'peek')
  mkdirSync(folder)
  try {
    for (const file of ['colophon.sqlite', 'colophon.sqlite-wal'])
      if (existsSync(join(site.dataDir, file)))
        copyFileSync(join(site.dataDir, file), join(folder, file))
    return readRows({ ...site, dataDir: folder }, run)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function query(site: Site, ask: (database: InstanceType<typeof DatabaseSync>) => unknown[]) {
  const database = new DatabaseSync(join(site.dataDir, 'colophon.sqlite'))
  try {
    return ask(database)
  } finally {
    database.close()
  }
}

/** The natural keys that a course export has earned, each of them once. */
export async function expectedKeys(site: Site, file: string, run: string): Promise<Set<string>> {
  const now = new Date()
  const { course } = site
  const options = readOptions({
    ...{ course, run, format: 'colophon', dates: 'ymd', matchByName: false, now },
  })
  const keys = new Set<string>()
  for await (const { completion } of readCompletions(createReadStream(file), options)) {
    if (!completion) continue
    for (const award of earnedAwards(completion, course, now.toISOString().slice(0, 10)))
      keys.add(`${award.learner.key} ${award.achievement} ${award.run}`)
  }
  return keys
}

/** Every value that came up before. */
export function repeated(values: readonly string[]): string[] {
  const met = new Set<string>()
  return values.filter((value) => met.size === met.add(value).size)
}

/** What was given twice: natural keys among those not void, status indexes among all. */
export function doubles(rows: readonly Row[]): string[] {
  const live = rows.filter(({ state }) => state !== 'void')
  return [
    ...repeated(live.map(({ key }) => key)).map((key) => `twice issued: ${key}`),
    ...repeated(rows.map(({ place }) => place)).map((place) => `status index twice: ${place}`),
    ...repeated(rows.map(({ id }) => id)).map((id) => `id twice: ${id}`),
  ]
}

interface Signed {
  readonly id: string
  readonly credentialStatus: { statusListCredential: string; statusListIndex: string }
}

/** Why a row is not a whole credential: not issued, other than its record, or read as invalid in either form. */
export async function flaws(row: Row, service: Service): Promise<string[]> {
  if (row.state !== 'issued' || !row.signed || !row.jwt) return [`${row.id} is ${row.state}`]
  const { id, credentialStatus } = JSON.parse(row.signed) as Signed
  const { statusListCredential, statusListIndex } = credentialStatus
  const place = `${statusListCredential.split('/').at(-1)}#${statusListIndex}`
  const found: string[] = []
  if (!id.endsWith(`/c/${row.id}`)) found.push(`${row.id} holds the bytes of ${id}`)
  if (place !== row.place) found.push(`${row.id} says ${place}, its record ${row.place}`)
  for (const text of [row.signed, row.jwt]) {
    const { report } = await service.verify(new TextEncoder().encode(text))
    if (report.verdict !== 'valid') found.push(`${row.id} reads ${report.verdict}`)
  }
  return found
}

export const digestOf = (row: Row) =>
  createHash('sha256').update(`${row.state} ${row.key} ${row.signed} ${row.jwt}`).digest('base64')
