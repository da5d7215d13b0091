import { Refusal } from '../../errors.ts'
import { randomId } from '../../ledger/identifiers.ts'
import { alreadyIssued, type Draft, type DraftWorld, draftOf, keptMs } from './draft.ts'
import type { DraftChange, DraftOptions } from './draft-options.ts'
import { DraftSources } from './draft-source.ts'
import { IssuedDrafts } from './issue-draft.ts'
import type { Look } from './look.ts'
import { Looks } from './looks.ts'

/** How the exports of a course were read last; kept for the next one. */
type Reading = Pick<DraftOptions, 'format' | 'dates' | 'columns' | 'matchByName'>

const maxFileName = 200

/** The name of a file without its folders, and without what could not be shown. */
const plainName = (name: string) =>
  (name.split(/[/\\]/u).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .trim()
    .slice(0, maxFileName) || 'export'

/**
 * Imports without fear: a file is handed in, looked at, put right, looked at again, and issued once. Until it is issued
 * nothing of it is in the ledger but how it is to be read.
 */
export class Drafts {
  readonly #world: () => DraftWorld
  readonly #sources: DraftSources
  readonly #looks: Looks
  readonly issued: IssuedDrafts

  constructor(world: () => DraftWorld) {
    this.#world = world
    const sources = new DraftSources(world)
    this.#sources = sources
    this.#looks = new Looks((draft) => sources.lookSettings(draft))
    this.issued = new IssuedDrafts(
      {
        sources,
        find: (id) => this.find(id),
        look: (draft) => this.look(draft, true),
        onOpened: (draft) => this.#rememberReading(draft),
        onRead: () => this.#looks.forget(),
      },
      world,
    )
  }

  /** @throws Refusal `draft-not-found`. */
  find(id: string): Draft {
    const record = this.#world().ledger.drafts.byId(id)
    if (!record) throw new Refusal('draft-not-found', 'There is no such draft, or it was discarded')
    return draftOf(record)
  }

  /** Those that nothing was issued of, the newest first; of these courses alone, where any are named. */
  open(courses: readonly string[], limit: number): Draft[] {
    return this.#world().ledger.drafts.open(courses, limit).map(draftOf)
  }

  #usual(course: string): Omit<DraftOptions, 'run'> {
    const { ledger, config } = this.#world()
    const last = ledger.drafts.reading(course)
    const reading = last === undefined ? {} : (JSON.parse(last) as Reading)
    return {
      format: 'auto',
      dates: null,
      columns: null,
      completedOn: null,
      matchByName: false,
      language: null,
      letters: true,
      undoMinutes: config.undoMinutes,
      reissueErased: false,
      issuer: null,
      ...reading,
    }
  }

  /**
   * Keeps a file that is to be looked at; durable once it returns. What is not said of how it is read is as it was for the
   * last file of the course.
   *
   * @throws Refusal `bad-request`, `course-unknown`, `csv-unreadable` for a file with nothing in it.
   */
  async add(
    file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
    asked: DraftChange & { readonly course: string; readonly run: string },
    createdBy: string,
  ): Promise<Draft> {
    const { ledger, now } = this.#world()
    const { course, ...options } = asked
    const all: DraftOptions = { ...this.#usual(course), ...options }
    this.#sources.readingOf({ course, options: all })
    const id = randomId()
    const kept = await this.#sources.files.keep(id, file.chunks)
    try {
      if (kept.size === 0) throw new Refusal('csv-unreadable', 'There is nothing in the file.')
      ledger.drafts.add({
        id,
        course,
        options: JSON.stringify(all),
        fileName: plainName(file.name),
        fileHash: kept.hash,
        fileSize: kept.size,
        createdBy,
        createdAt: now().toISOString(),
      })
    } catch (thrown) {
      this.#sources.files.remove(id)
      throw thrown
    }
    return this.find(id)
  }

  /** Reads it otherwise. @throws Refusal `draft-not-found`, `draft-issued`, `course-unknown`, `bad-request`. */
  change(id: string, change: DraftChange): Draft {
    const { ledger, now } = this.#world()
    const draft = this.find(id)
    const { course = draft.course, ...options } = change
    const all = { ...draft.options, ...options }
    this.#sources.readingOf({ course, options: all })
    const next = { course, options: JSON.stringify(all) }
    const isChanged = ledger.transaction(() => ledger.drafts.change(id, next, now().toISOString()))
    if (!isChanged) throw alreadyIssued()
    return this.find(id)
  }

  /** Takes the file and all that is known of it away. @throws Refusal `draft-not-found`, `draft-issued`. */
  discard(id: string): void {
    const { ledger } = this.#world()
    ledger.transaction(() => {
      if (this.find(id).batch !== null) throw alreadyIssued()
      ledger.drafts.remove(id)
    })
    this.#sources.files.remove(id)
    this.#looks.forget()
  }

  /** The dry run of a draft: as it was a few minutes ago at most, or of this moment. */
  look(draft: Draft, isAnew = false): Promise<Look> {
    return this.#looks.of(draft, isAnew)
  }

  #rememberReading({ course, options }: Draft): void {
    const { format, dates, columns, matchByName } = options
    const reading: Reading = { format, dates, columns, matchByName }
    const { ledger, now } = this.#world()
    ledger.drafts.rememberReading(course, JSON.stringify(reading), now().toISOString())
  }

  /** Takes away what is older than seven days, and files that no draft has any more. Returns how many drafts went. */
  expire(): number {
    const { ledger, now } = this.#world()
    const before = new Date(now().getTime() - keptMs).toISOString()
    const old = ledger.drafts.before(before)
    for (const id of old) {
      ledger.drafts.remove(id)
      this.#sources.files.remove(id)
    }
    this.#sources.files.sweep((id) => this.#needsFile(id))
    return old.length
  }

  #needsFile(id: string): boolean {
    const { drafts, batches } = this.#world().ledger
    const batch = drafts.byId(id)?.batch
    return batch === null || (batch !== undefined && batches.byId(batch)?.state !== 'reserved')
  }
}
