import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { ReservationSettings } from '../../issuing/reserve.ts'
import type { Course } from '../../learning/catalogue.ts'
import type { ReadRow } from '../../learning/completion.ts'
import { type CsvOptions, readCompletions } from '../../learning/csv.ts'
import { type ImportPreview, previewCompletions } from '../../learning/exports/preview.ts'
import { courseOf, type RowSource } from '../import-completions.ts'
import { jsonRows } from '../json-completions.ts'
import { readOptions } from '../read-options.ts'
import type { Draft, DraftWorld } from './draft.ts'
import { DraftFiles } from './draft-files.ts'
import type { LookSettings } from './look-through.ts'

const maxJsonBytes = 16 * 1024 * 1024

/** Told by its first letter, since a name proves nothing. */
async function isJson(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const chunk of chunks) {
    const text = Buffer.from(chunk).toString('latin1')
    const start = text.replace(/^\xEF\xBB\xBF/, '').trimStart()
    if (start !== '') return start.startsWith('{') || start.startsWith('[')
  }
  return false
}

/** What drafts are read from, and what they are read with. */
export class DraftSources {
  readonly #world: () => DraftWorld
  #files: DraftFiles | undefined

  constructor(world: () => DraftWorld) {
    this.#world = world
  }

  get files(): DraftFiles {
    this.#files ??= new DraftFiles(join(this.#world().config.dataDir, 'drafts'))
    return this.#files
  }

  /** The course and what a file is read with. @throws Refusal `course-unknown`, `bad-request`. */
  readingOf({ course: id, options }: Pick<Draft, 'course' | 'options'>): {
    readonly course: Course
    readonly csv: CsvOptions
  } {
    const { catalogue, now } = this.#world()
    const course = courseOf(catalogue.courses, id)
    const { run, format, matchByName } = options
    const csv = readOptions({
      course,
      run,
      format,
      dates: options.dates ?? undefined,
      columns: options.columns ?? undefined,
      completedOn: options.completedOn ?? undefined,
      matchByName,
      now: now(),
    })
    return { course, csv }
  }

  /** Its rows, from the first one on, as often as asked. */
  rows(draft: Draft): RowSource {
    const { csv } = this.readingOf(draft)
    return () => this.#rowsOf(draft, csv)
  }

  async *#rowsOf({ id, fileSize }: Draft, csv: CsvOptions): AsyncGenerator<ReadRow> {
    const read = () => this.files.read(id)
    if (!(await isJson(read()))) yield* readCompletions(read(), csv)
    else if (fileSize > maxJsonBytes) throw new Refusal('too-large', 'JSON may have 16 MB')
    else yield* jsonRows(read(), csv)
  }

  async #understood({ id }: Draft, csv: CsvOptions): Promise<ImportPreview | null> {
    const read = () => this.files.read(id)
    if (await isJson(read())) return null
    try {
      return await previewCompletions(read(), csv)
    } catch (thrown) {
      // Its columns can still be shown, to be said what they are.
      const code = thrown instanceof Refusal ? thrown.code : undefined
      if (code !== 'csv-unknown-format' && code !== 'columns-invalid') throw thrown
      return previewCompletions(read(), { ...csv, format: 'other', columns: null })
    }
  }

  async reservation({ course: id, options }: Draft): Promise<ReservationSettings> {
    const { catalogue, reservationSettings } = this.#world()
    const language = options.language ?? courseOf(catalogue.courses, id).language
    const settings = await reservationSettings.call(this.#world(), language, options.issuer)
    return { ...settings, mayReissueErased: options.reissueErased }
  }

  async lookSettings(draft: Draft): Promise<{ source: RowSource; settings: LookSettings }> {
    const { course, csv } = this.readingOf(draft)
    const reservation = await this.reservation(draft)
    return {
      source: this.rows(draft),
      settings: {
        course,
        reservation,
        now: this.#world().now,
        understood: () => this.#understood(draft, csv),
      },
    }
  }
}
