import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../../src/ledger/database.ts'
import { randomId, timeOrderedKey } from '../../src/ledger/identifiers.ts'
import type { PersonKeys } from '../../src/ledger/person-keys.ts'
import { packageFile } from '../../src/package-root.ts'

export interface Decided {
  readonly id?: string
  readonly specialization?: string
  readonly provider: string
  /** A subject, or all the keys of a person; `null` for nobody in particular. */
  readonly person?: string | PersonKeys | null
  readonly country?: string | null
  readonly reference?: string | null
  readonly points?: number
  readonly outcome?: 'eligible' | 'not-yet' | 'needs-review'
  readonly appliedAt?: string
  readonly validUntil?: string
  readonly credential?: string | null
  readonly erasedAt?: string | null
}

const application = JSON.stringify({ application: { person: null, credentials: [] }, unread: [] })
const long = '2999-01-01T00:00:00.000Z'
const applied = '2026-11-01T08:00:00.000Z'

const keysOf = (person: Decided['person']) =>
  JSON.stringify(
    typeof person === 'string' || !person
      ? { certain: person ? [person] : [], likely: [] }
      : person,
  )

function insert(database: Database, decided: Decided): string {
  const { specialization = 'ceco', id = randomId() } = decided
  const version = `sha256-test-${specialization}`
  database.run(
    `INSERT INTO rule_book (version, specialization, book, created_at) VALUES (?, ?, '{}', ?)
     ON CONFLICT (version) DO NOTHING`,
    version,
    specialization,
    applied,
  )
  database.run(
    `INSERT INTO decision (row_key, id, specialization, rule_version, provider, reference, country, person, application,
       outcome, points, waiting, applied_at, decided_at, valid_until, credential, erased_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`,
    timeOrderedKey(new Date()),
    id,
    specialization,
    version,
    decided.provider,
    decided.reference ?? null,
    decided.country ?? null,
    keysOf(decided.person === undefined ? `person-${id}` : decided.person),
    decided.erasedAt ? null : application,
    decided.outcome ?? 'eligible',
    decided.points ?? 0,
    decided.appliedAt ?? applied,
    applied,
    decided.validUntil ?? long,
    decided.credential ?? null,
    decided.erasedAt ?? null,
  )
  return id
}

/** Writes decisions straight into a ledger that is there, as if they had been made, and gives back their ids. */
export function writeDecisions(databaseFile: string, decided: readonly Decided[]): string[] {
  if (!existsSync(databaseFile)) throw new Error(`no ledger at ${databaseFile}`)
  const database = new Database(databaseFile)
  try {
    return database.transaction(() => decided.map((each) => insert(database, each)))
  } finally {
    database.close()
  }
}

/** One row of any question to a ledger that is there. */
export function rowsIn(databaseFile: string, sql: string, ...values: (string | number | null)[]) {
  const database = new Database(databaseFile)
  try {
    return database.all(sql, ...values)
  } finally {
    database.close()
  }
}

export function changeIn(databaseFile: string, sql: string, ...values: (string | number | null)[]) {
  const database = new Database(databaseFile)
  try {
    database.run(sql, ...values)
  } finally {
    database.close()
  }
}

/** Runs statements one after another on a ledger that is there. */
export function runIn(databaseFile: string, ...statements: readonly string[]): void {
  const database = new Database(databaseFile)
  try {
    for (const sql of statements) database.run(sql)
  } finally {
    database.close()
  }
}

/** Writes the shipped catalogue with other places, and perhaps without countries, and gives back the file's name. */
export function catalogueWith(
  folder: string,
  places: { readonly total: number | null; readonly perCountry: number | null },
  over: { readonly countries?: readonly string[]; readonly name?: string } = {},
): string {
  const shipped = JSON.parse(readFileSync(packageFile('catalogue', 'biblio.json'), 'utf8')) as {
    specializations: Record<string, unknown>[]
  }
  const specializations = shipped.specializations.map((each) => ({
    ...each,
    places,
    ...(over.countries ? { countries: over.countries } : {}),
  }))
  const file = join(folder, over.name ?? 'catalogue.json')
  writeFileSync(file, JSON.stringify({ ...shipped, specializations }))
  return file
}
