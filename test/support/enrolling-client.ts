import type { ChildProcess } from 'node:child_process'
import { start } from './command-line.ts'

/** The service as a process of its own, over a ledger that another process may have open as well. */
export class EnrollingServer {
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined
  #port = 0
  starts = 0

  constructor(env: Record<string, string>) {
    this.#env = env
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    const child = start('main.js', [], { env: { ...this.#env, PORT: '0', HOST: '127.0.0.1' } })
    this.#child = child
    this.starts += 1
    let told = ''
    this.#port = await new Promise<number>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        told += chunk
        const port = /"port":(\d+)/.exec(told)?.[1]
        if (port) resolve(Number(port))
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('close', () => reject(new Error(`it ended: ${told}`)))
    })
  }

  /** Resolves once the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    await gone
  }
}

export interface Told {
  readonly id: string
  readonly decision: string
  readonly state: 'enrolled' | 'waiting' | 'withdrawn'
}

interface Withdrawal {
  readonly enrolment: Told
  readonly movedUp: readonly string[]
  readonly movedUpElsewhere: number
}

/** One provider that enrols its applicants at one server, several at a time, and withdraws some of them. */
export class EnrollingClient {
  readonly server: EnrollingServer
  readonly #token: string
  readonly #chance: () => number
  /** Everything that was answered: the last of each enrolment. */
  readonly told = new Map<string, Told>()
  /** Persons that another provider had enrolled before. */
  conflicts = 0
  answers = 0
  movedUp = 0
  /** Requests that a killed process left without an answer. */
  unanswered = 0
  readonly odd: string[] = []
  /** Told of each answer, and waited for. */
  onAnswer: (answers: number) => Promise<void> = async () => undefined

  constructor(server: EnrollingServer, token: string, chance: () => number) {
    this.server = server
    this.#token = token
    this.#chance = chance
  }

  /** Asks until there is an answer, as whoever lost the line does: under the same key. */
  async #post(path: string, body: object, key: string): Promise<{ status: number; body: unknown }> {
    for (let tries = 0; tries < 400; tries += 1) {
      try {
        const response = await fetch(`${this.server.base}${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/json',
            'idempotency-key': key,
          },
          body: JSON.stringify(body),
        })
        const answer = { status: response.status, body: (await response.json()) as unknown }
        this.answers += 1
        await this.onAnswer(this.answers)
        return answer
      } catch {
        this.unanswered += 1
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    throw new Error(`${path} is never answered`)
  }

  async #enrol(decision: string): Promise<void> {
    const { status, body } = await this.#post('/api/enrolments', { decision }, decision)
    if (status === 201 || status === 200) {
      const told = body as Told
      // It may have moved up and been withdrawn while the answer was on its way.
      if (!this.told.has(told.id)) this.told.set(told.id, told)
    } else if (status === 409 && (body as { code: string }).code === 'already-enrolled')
      this.conflicts += 1
    else this.odd.push(`${status} ${JSON.stringify(body)}`)
  }

  async #withdraw(id: string): Promise<void> {
    const { status, body } = await this.#post(`/api/enrolments/${id}/withdraw`, {}, id)
    if (status !== 200) this.odd.push(`${status} ${JSON.stringify(body)}`)
    const { enrolment, movedUp, movedUpElsewhere } = body as Withdrawal
    this.told.set(id, enrolment)
    this.movedUp += movedUp.length + movedUpElsewhere
  }

  /** Enrols all, so many at a time; after about every fourth answer one that was told before is withdrawn. */
  async run(decisions: readonly string[], atOnce: number): Promise<void> {
    const left = [...decisions]
    const leaving = new Set<string>()
    const work = async () => {
      for (let decision = left.pop(); decision !== undefined; decision = left.pop()) {
        await this.#enrol(decision)
        if (this.#chance() > 0.25) continue
        const staying = [...this.told.values()].filter(
          ({ id, state }) => state !== 'withdrawn' && !leaving.has(id),
        )
        const one = staying[Math.floor(this.#chance() * staying.length)]
        if (!one) continue
        leaving.add(one.id)
        await this.#withdraw(one.id)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }
}
