import { createHash } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import { dayUntil, doneBy, withTarget } from '../../inbound/done.ts'
import { atLine, type Piece, personKey, refusedRow, rowOf } from '../../inbound/piece.ts'
import type { ReservationSettings } from '../../issuing/reserve.ts'
import type { Language } from '../../language.ts'
import type { ReadRow } from '../../learning/completion.ts'
import type { ImportOptions } from '../../learning/read-row.ts'
import { randomId } from '../../ledger/identifiers.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LettersWanted } from '../../ledger/letters.ts'
import type { LinkSecrets } from '../../proof/link-secrets.ts'
import { type Plan, planFor, reservePlan } from '../import-completions.ts'
import type { LineReport } from '../import-report.ts'
import { readOptions } from '../read-options.ts'
import type { Connection } from './connections.ts'

export interface DeliveryHouse {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly erasure: { readonly tombstoneOf: (learnerKey: string) => string }
  readonly mail: { wantedFor(isQuiet: boolean): LettersWanted }
  readonly now: () => Date
  reservationSettings(language: Language): Promise<ReservationSettings>
}

/** What one message tells: rows of completions, or a piece of somebody's learning. */
export type Told =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'piece'; readonly piece: Piece }
  /** Only this achievement, where one is named. */
  | { readonly kind: 'done'; readonly row: ReadRow; readonly only: string | null }
  | { readonly kind: 'nothing' }

/** One message, which may come more than once. */
export interface Message {
  /** What it is called; `null` for what needs no name, since doing it again changes nothing. */
  readonly id: string | null
  /** Everything that makes it another one. */
  readonly content: string | Uint8Array
  readonly told: Told
}

/** What one line came to, for the other side; nobody's name is in it. */
export interface LineAnswer {
  readonly line: number
  readonly awards: readonly {
    readonly achievement: string
    readonly outcome: string
    readonly credential: string | null
  }[]
  readonly complaints: readonly {
    readonly code: string
    readonly column: string | null
    readonly severity: string
  }[]
}

/** What a message came to: the same each time it is delivered. */
export interface MessageAnswer {
  readonly batch: string | null
  readonly results: readonly LineAnswer[]
}

const answerOf = ({ line, awards, complaints }: LineReport): LineAnswer => ({
  line,
  awards: awards.map(({ achievement, outcome, credential }) => ({
    achievement,
    outcome,
    credential,
  })),
  complaints: complaints.map(({ code, column, severity }) => ({ code, column, severity })),
})

/** Takes what machines tell into the import path: a batch for each connection, run and day that is added to. */
export class Deliveries {
  readonly #house: () => DeliveryHouse

  constructor(house: () => DeliveryHouse) {
    this.#house = house
  }

  /** A digest with a key of ours, so that nobody finds out by guessing what a message said. */
  digest(content: string | Uint8Array): string {
    const plain = createHash('sha256').update(content).digest('hex')
    return this.#house().linkSecrets.of('connection-message', plain)
  }

  /** How rows of a connection are judged. */
  options({ course, record }: Connection): ImportOptions {
    const now = this.#house().now()
    const asked = { course, run: record.run, format: undefined, dates: undefined, now }
    return readOptions({ ...asked, matchByName: false })
  }

  /**
   * Takes messages, all of them or none: what they earned is reserved, and each answer kept, on disk once it returns. One
   * that came before gets the answer of the first time.
   *
   * @throws Refusal `idempotency-conflict` where a message of this name said something else before.
   */
  async take(connection: Connection, messages: readonly Message[]): Promise<MessageAnswer[]> {
    const { ledger, now, reservationSettings } = this.#house()
    const settings = await reservationSettings.call(this.#house(), connection.course.language)
    const taking = new Taking(connection, this.#house(), { ...settings, now: now() }, this)
    return ledger.transaction(() => messages.map((message) => taking.take(message)))
  }
}

/** The work of one transaction. */
class Taking {
  readonly #connection: Connection
  readonly #house: DeliveryHouse
  readonly #settings: ReservationSettings & { readonly now: Date }
  readonly #deliveries: Deliveries

  constructor(
    connection: Connection,
    house: DeliveryHouse,
    settings: ReservationSettings & { readonly now: Date },
    deliveries: Deliveries,
  ) {
    this.#connection = connection
    this.#house = house
    this.#settings = settings
    this.#deliveries = deliveries
  }

  get #day() {
    const { id, run } = this.#connection.record
    return { connection: id, run, day: this.#settings.now.toISOString().slice(0, 10) }
  }

  take({ id, content, told }: Message): MessageAnswer {
    const { connections } = this.#house.ledger
    const connection = this.#connection.record.id
    const digest = this.#deliveries.digest(content)
    const before = id === null ? undefined : connections.answered(connection, id)
    if (before && before.digest !== digest)
      throw new Refusal('idempotency-conflict', 'A message of this id said something else before')
    if (before) return JSON.parse(before.answer) as MessageAnswer
    const answer = this.#answer(told)
    const at = this.#settings.now.toISOString()
    if (id !== null)
      connections.keepAnswer(connection, id, { digest, answer: JSON.stringify(answer) }, at)
    return answer
  }

  #answer(told: Told): MessageAnswer {
    if (told.kind === 'nothing') {
      this.#house.ledger.connections.count(this.#day, { taken: 0, refused: 0, ignored: 1 })
      return { batch: null, results: [] }
    }
    const batch = this.#batch()
    const reports = this.#plans(told, batch).map((plan) => reservePlan(plan, batch, this.#settings))
    const refused = reports.filter(({ name }) => name === null).length
    const taken = reports.length - refused
    this.#house.ledger.connections.count(this.#day, { taken, refused, ignored: 0 })
    return { batch, results: reports.map(answerOf) }
  }

  /** The batch of today, made with the first line of the day. */
  #batch(): string {
    const { ledger, mail } = this.#house
    const { record } = this.#connection
    const letters = mail.wantedFor(false)
    const known = ledger.connections.batchOf(this.#day)
    if (known !== undefined) {
      // It may have been closed since everybody in it was told; now there is somebody more.
      ledger.letters.setWanted(known, letters)
      return known
    }
    const id = randomId()
    ledger.batches.open({
      id,
      course: record.course,
      run: record.run,
      requestedBy: `connection/${record.id}`,
      createdAt: this.#settings.now.toISOString(),
      letters,
      fileName: null,
      heldUntil: null,
      issuer: null,
    })
    ledger.batches.setState(id, 'reserved')
    ledger.connections.setBatch(this.#day, id)
    return id
  }

  #plans(told: Exclude<Told, { kind: 'nothing' }>, batch: string): Plan[] {
    const line = this.#house.ledger.batches.nextLine(batch)
    const today = this.#day.day
    const { course } = this.#connection
    switch (told.kind) {
      case 'rows':
        return told.rows.map((row, index) => planFor(atLine(row, line + index), course, today))
      case 'piece':
        return [planFor(this.#pieceRow(told.piece, line), course, today)]
      case 'done': {
        const plan = planFor(atLine(told.row, line), course, today)
        const { only } = told
        const awards = plan.awards.filter(
          ({ achievement }) => only === null || achievement === only,
        )
        return [{ ...plan, awards }]
      }
    }
  }

  /** What somebody has done with this piece and all before it; without a name it is kept until one comes. */
  #pieceRow(piece: Piece, line: number): ReadRow {
    const { person, target, score, refused } = piece
    const { connectionProgress } = this.#house.ledger
    if (refused) return refusedRow(line, person, refused)
    const doneOn = dayUntil(piece.doneOn, this.#day.day)
    if (doneOn === null) return refusedRow(line, person, 'date-in-future')
    const key = personKey(person)
    const learner = key === null ? null : this.#house.erasure.tombstoneOf(key)
    const { record, course } = this.#connection
    const before = learner === null ? [] : connectionProgress.of(record.id, learner)
    const news = { target, doneOn, score }
    const all = withTarget(before, news)
    const row = rowOf(
      line,
      person,
      doneBy(all, course.id),
      this.#deliveries.options(this.#connection),
    )
    const isSound = row.complaints.every(
      ({ severity, code }) => severity === 'warning' || code === 'name-missing',
    )
    if (learner !== null && isSound) connectionProgress.keep(record.id, learner, news)
    return row
  }
}
