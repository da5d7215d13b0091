import type { CredentialState } from './credentials.ts'
import type { Database, Row, Value } from './database.ts'
import type { MailState } from './mails.ts'

/** How it stands with a credential, as it is looked for; one can be found by several of them. */
export const findStatuses = [
  'reserved',
  'issued',
  'revoked',
  'corrected',
  'erased',
  'void',
  'letter-refused',
  'unclaimed',
] as const
export type FindStatus = (typeof findStatuses)[number]

/** What is looked for; all of it must fit. */
export interface FindFilter {
  /** Folded words of a name: each begins a word of it. */
  readonly words: readonly string[]
  /** As it is kept: trimmed, in lower case. */
  readonly email: string | null
  /** Public id of one credential. */
  readonly id: string | null
  /** Any of these; `null` for every course. */
  readonly courses: readonly string[] | null
  /** Id of a partner, `''` for the programme itself. */
  readonly issuer: string | null
  readonly run: string | null
  readonly achievement: string | null
  readonly batch: string | null
  /** Any of these; none for all. */
  readonly statuses: readonly FindStatus[]
  /** First and last day of issuing, `YYYY-MM-DD`, UTC. */
  readonly from: string | null
  readonly to: string | null
}

/** One that was found, without its bytes. */
export interface FoundCredential {
  readonly rowKey: string
  readonly id: string
  readonly learner: string
  readonly achievement: string
  readonly course: string
  readonly run: string
  readonly state: CredentialState
  readonly issuedAt: string | null
  readonly revokedAt: string | null
  readonly correctedAt: string | null
  readonly erasedAt: string | null
}

/** Somebody who was issued what fits; how much of it there is. */
export interface FoundLearner {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly createdAt: string
  readonly held: number
}

export interface Reached {
  readonly hasAddress: boolean
  readonly hasClaimed: boolean
  /** How the last letter went. */
  readonly letter: MailState | null
}

// As the index `credential_found` has them, so that nothing that was signed is read on the way.
const columns = `c.row_key, c.id, c.learner, c.achievement, c.course, c.run, c.state, c.issued_at, c.revoked_at,
  c.corrected_at, c.erased_at`

const foundOf = (row: Row): FoundCredential => ({
  rowKey: String(row.row_key),
  id: String(row.id),
  learner: String(row.learner),
  achievement: String(row.achievement),
  course: String(row.course),
  run: String(row.run),
  state: row.state as CredentialState,
  issuedAt: row.issued_at as string | null,
  revokedAt: row.revoked_at as string | null,
  correctedAt: row.corrected_at as string | null,
  erasedAt: row.erased_at as string | null,
})

const stands = `c.state = 'issued' AND c.revoked_at IS NULL AND c.erased_at IS NULL`

const conditionOf: Readonly<Record<FindStatus, string>> = {
  reserved: `c.state = 'reserved'`,
  issued: stands,
  revoked: 'c.revoked_at IS NOT NULL',
  corrected: 'c.corrected_at IS NOT NULL AND c.erased_at IS NULL',
  erased: 'c.erased_at IS NOT NULL',
  void: `c.state = 'void' AND c.erased_at IS NULL`,
  // Of the letter that was written last: one that arrived since makes an older refusal old news.
  'letter-refused': `c.erased_at IS NULL AND
    (SELECT m.state FROM mail m WHERE m.learner = c.learner ORDER BY m.row_key DESC LIMIT 1) = 'refused'`,
  unclaimed: `${stands} AND NOT EXISTS
    (SELECT 1 FROM claim k WHERE k.learner = c.learner AND k.used_at IS NOT NULL)`,
}

/** Behind every text that begins so, and before every other one. */
const endOf = (prefix: string) => `${prefix}\u{10FFFF}`
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

/** Conditions joined by `AND`, with what stands for their question marks. */
class Where {
  readonly values: Value[] = []
  readonly #parts: string[] = []

  and(condition: string, ...values: Value[]): void {
    this.#parts.push(`(${condition})`)
    this.values.push(...values)
  }

  get text(): string {
    return this.#parts.length === 0 ? '1 = 1' : this.#parts.join(' AND ')
  }
}

function addWhatAndWhen(filter: FindFilter, where: Where): void {
  const { courses, issuer, run, achievement, statuses, from, to } = filter
  if (courses !== null) where.and(`c.course IN (${marks(courses)})`, ...courses)
  // Each issuer has status lists of its own.
  if (issuer !== null)
    where.and(
      `c.status_list IN (SELECT number FROM status_list WHERE COALESCE(issuer, '') = ?)`,
      issuer,
    )
  if (run !== null) where.and('c.run = ?', run)
  if (achievement !== null) where.and('c.achievement = ?', achievement)
  if (statuses.length > 0)
    where.and(statuses.map((status) => `(${conditionOf[status]})`).join(' OR '))
  if (from !== null) where.and('c.issued_at >= ?', from)
  if (to !== null) where.and('c.issued_at < ?', endOf(to))
}

/** More learners than this are not gone through one by one; then what was issued is. */
const fewLearners = 3_000

/** Finds credentials and learners, in the scope of whoever asks. */
export class Finding {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Whether the learners of these words are so few that the way is from them to their credentials. */
  #areFew(words: readonly string[]): boolean {
    const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? ''
    const row = this.#database.get(
      'SELECT count(*) AS n FROM (SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT ?) AS some',
      longest,
      endOf(longest),
      fewLearners + 1,
    )
    return Number(row?.n) <= fewLearners
  }

  #where(filter: FindFilter): { readonly where: Where; readonly isFew: boolean } {
    const { words, email, id, batch } = filter
    const where = new Where()
    const isFew = words.length > 0 && this.#areFew(words)
    const wordCondition = isFew
      ? 'c.learner IN (SELECT learner FROM name_word WHERE word >= ? AND word < ?)'
      : 'EXISTS (SELECT 1 FROM name_word w WHERE w.learner = c.learner AND w.word >= ? AND w.word < ?)'
    for (const word of words) where.and(wordCondition, word, endOf(word))
    if (email !== null) where.and('c.learner IN (SELECT id FROM learner WHERE email = ?)', email)
    if (id !== null) where.and('c.id = ?', id)
    if (batch !== null)
      where.and('c.id IN (SELECT credential FROM batch_line WHERE batch = ?)', batch)
    addWhatAndWhen(filter, where)
    return { where, isFew: isFew || [email, id, batch].some((each) => each !== null) }
  }

  /** The newest first, after a given row key; at most `limit`. */
  credentials(filter: FindFilter, after: string | null, limit: number): FoundCredential[] {
    const { where, isFew } = this.#where(filter)
    if (after !== null) where.and('c.row_key < ?', after)
    // The sign keeps SQLite from walking along all of them only because they lie in this order.
    const order = isFew ? '+c.row_key' : 'c.row_key'
    return this.#database
      .all(
        `SELECT ${columns} FROM credential c WHERE ${where.text} ORDER BY ${order} DESC LIMIT ?`,
        ...where.values,
        limit,
      )
      .map(foundOf)
  }

  /** One of this public id, whatever its state. */
  byId(id: string): FoundCredential | undefined {
    const row = this.#database.get(`SELECT ${columns} FROM credential c WHERE c.id = ?`, id)
    return row && foundOf(row)
  }

  /** How the learner was written to last, and whether a link was ever used: what decides on another letter. */
  reached(learner: string): Reached {
    const row = this.#database.get(
      `SELECT p.email IS NOT NULL AS has_address, EXISTS
         (SELECT 1 FROM claim k WHERE k.learner = p.id AND k.used_at IS NOT NULL) AS has_claimed,
         (SELECT m.state FROM mail m WHERE m.learner = p.id ORDER BY m.row_key DESC LIMIT 1) AS letter
       FROM learner p WHERE p.id = ? AND p.erased_at IS NULL`,
      learner,
    )
    return {
      hasAddress: Number(row?.has_address) === 1,
      hasClaimed: Number(row?.has_claimed) === 1,
      letter: (row?.letter as MailState | null) ?? null,
    }
  }

  /** Learners of whom anything fits, the newest first, after a given id; at most `limit`. */
  learners(filter: FindFilter, after: string | null, limit: number): FoundLearner[] {
    const where = new Where()
    const words = 'SELECT learner FROM name_word WHERE word >= ? AND word < ?'
    for (const word of filter.words) where.and(`p.id IN (${words})`, word, endOf(word))
    if (filter.email !== null) where.and('p.email = ?', filter.email)
    if (after !== null) where.and('p.id < ?', after)
    const issued = new Where()
    if (filter.id !== null) issued.and('c.id = ?', filter.id)
    addWhatAndWhen(filter, issued)
    return this.#database
      .all(
        `SELECT p.id, p.name, p.email, p.created_at,
           (SELECT count(*) FROM credential c WHERE c.learner = p.id AND ${issued.text}) AS held
         FROM learner p WHERE p.erased_at IS NULL AND ${where.text}
           AND EXISTS (SELECT 1 FROM credential c WHERE c.learner = p.id AND ${issued.text})
         ORDER BY p.id DESC LIMIT ?`,
        ...issued.values,
        ...where.values,
        ...issued.values,
        limit,
      )
      .map((row) => ({
        id: String(row.id),
        name: String(row.name),
        email: row.email as string | null,
        createdAt: String(row.created_at),
        held: Number(row.held),
      }))
  }
}
