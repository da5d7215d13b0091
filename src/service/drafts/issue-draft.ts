import { createHash } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import { type ImportRequest, importCompletions, openBatch } from '../import-completions.ts'
import { alreadyIssued, type Draft, type DraftWorld } from './draft.ts'
import type { DraftSources } from './draft-source.ts'
import type { Look } from './look.ts'

interface IssueParts {
  readonly sources: DraftSources
  find(id: string): Draft
  /** The dry run of this moment. */
  look(draft: Draft): Promise<Look>
  /** Called within the transaction that opens the batch. */
  onOpened(draft: Draft): void
  /** The ledger holds more than when anything was looked at. */
  onRead(): void
}

/** How a draft is issued: once, from the file as it was looked at, whatever becomes of the process meanwhile. */
export class IssuedDrafts {
  readonly #parts: IssueParts
  readonly #world: () => DraftWorld
  readonly #opening = new Map<string, Promise<string>>()
  readonly #reading = new Map<string, Promise<void>>()
  #isStopping = false

  constructor(parts: IssueParts, world: () => DraftWorld) {
    this.#parts = parts
    this.#world = world
  }

  /**
   * Issues what a draft earned, and gives its batch: open and durable once it returns, read to its end and signed in the
   * background. The same again gives the same batch, and goes on with it where a process was killed.
   *
   * @param expected how many credentials whoever says so was told of.
   * @throws Refusal `draft-not-found`; `draft-differs` where it would be another number now; what the reader refuses.
   */
  async issue(id: string, expected: number | undefined, by: string): Promise<string> {
    const draft = this.#parts.find(id)
    if (draft.batch !== null) {
      this.#goOn(draft)
      return draft.batch
    }
    const opening = this.#opening.get(id)
    if (opening) return opening
    const opened = this.#open(draft, expected, by).finally(() => this.#opening.delete(id))
    this.#opening.set(id, opened)
    return opened
  }

  async #open(draft: Draft, expected: number | undefined, by: string): Promise<string> {
    await this.#mustBeWhole(draft)
    const look = await this.#parts.look(draft)
    const { problem } = look
    if (problem) throw new Refusal(problem.code, problem.message, { details: problem.details })
    const { reserved } = look.summary
    if (expected !== undefined && expected !== reserved)
      throw new Refusal(
        'draft-differs',
        `It would be ${reserved} credential(s) by now, not ${expected}: look at it once more`,
        { details: [{ at: 'expected', message: String(reserved) }] },
      )
    const request = this.#requestOf(draft, by)
    const settings = await this.#parts.sources.reservation(draft)
    const { ledger, now, mail } = this.#world()
    const letters = mail.wantedFor(!draft.options.letters)
    let isFirst = true
    try {
      openBatch(request, {
        settings,
        now,
        letters,
        onOpened: (batch) => {
          isFirst = ledger.drafts.setBatch(draft, batch)
          if (!isFirst) throw alreadyIssued()
          this.#parts.onOpened(draft)
        },
      })
    } catch (thrown) {
      if (isFirst) throw thrown
    }
    const opened = this.#parts.find(draft.id)
    // Somebody else has changed it since it was looked at, and issued nothing.
    if (opened.batch === null)
      throw new Refusal('draft-differs', 'It was changed meanwhile: look at it once more')
    this.#goOn(opened)
    return opened.batch
  }

  async #mustBeWhole({ id, fileHash }: Draft): Promise<void> {
    const hash = createHash('sha256')
    for await (const chunk of this.#parts.sources.files.read(id)) hash.update(chunk)
    if (hash.digest('hex') !== fileHash) throw new Error(`the file of draft ${id} is another one`)
  }

  #requestOf(draft: Draft, by: string): ImportRequest {
    const { course } = this.#parts.sources.readingOf(draft)
    const { run, language, letters, undoMinutes, reissueErased, issuer } = draft.options
    return {
      course,
      run,
      language: language ?? course.language,
      isDryRun: false,
      requestedBy: by,
      mayReissueErased: reissueErased,
      isQuiet: !letters,
      undoMinutes,
      fileName: draft.fileName,
      issuer,
      ...(draft.batch === null ? {} : { batch: draft.batch }),
    }
  }

  /** Reads on what is not read to its end, in the background. */
  #goOn(draft: Draft): void {
    const { ledger, fault } = this.#world()
    const { id, batch } = draft
    if (batch === null || this.#reading.has(id) || this.#isStopping) return
    const state = ledger.batches.byId(batch)?.state
    if (state === undefined || state === 'reserved') return
    if (state === 'failed') ledger.batches.setState(batch, 'reading')
    const work = this.#read(draft)
      .catch((thrown: unknown) => fault('draft', thrown))
      .finally(() => this.#reading.delete(id))
    this.#reading.set(id, work)
  }

  async #read(draft: Draft): Promise<void> {
    const { ledger, now, mail, issue, fault } = this.#world()
    const request = this.#requestOf(draft, draft.createdBy)
    await importCompletions(this.#parts.sources.rows(draft), request, {
      settings: await this.#parts.sources.reservation(draft),
      now,
      letters: mail.wantedFor(!draft.options.letters),
      onLine: () => undefined,
      isWanted: () => !this.#isStopping,
    })
    this.#parts.onRead()
    if (ledger.batches.byId(draft.batch ?? '')?.state !== 'reserved') return
    // All that it said is in the ledger now.
    this.#parts.sources.files.remove(draft.id)
    issue.call(this.#world()).catch((thrown: unknown) => fault('issue', thrown))
  }

  /** Goes on with what an earlier process had begun to read. */
  goOnReading(): void {
    for (const { id } of this.#world().ledger.drafts.unread()) this.#goOn(this.#parts.find(id))
  }

  /** Until the file of a draft is read to its end, or as far as it will be. */
  async read(id: string): Promise<void> {
    await this.#reading.get(id)
  }

  /** Ends with the group of rows under way; the next process reads on. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.allSettled([...this.#opening.values(), ...this.#reading.values()])
  }
}
