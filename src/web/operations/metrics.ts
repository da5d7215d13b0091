import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { packageFile } from '../../package-root.ts'
import type { Figures } from '../../service/figures.ts'
import { Counter, Histogram, measureText, type Sample } from './measures.ts'
import { type RequestClass, requestClasses } from './request-class.ts'

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  version: string
}

const nanoseconds = 1e9
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** How full one class is. */
export interface Load {
  readonly running: number
  readonly waiting: number
}

/** What came of a request; `aborted` where its caller left before the answer. */
export interface Answered {
  readonly class: RequestClass
  readonly status: number | 'aborted'
  readonly seconds: number
  /** The code of the refusal it was answered with. */
  readonly code?: string | undefined
}

const gauge = (help: string) => ({ kind: 'gauge', help }) as const
const counter = (help: string) => ({ kind: 'counter', help }) as const

function processText(): string {
  const { user, system } = process.cpuUsage()
  const one = (value: number): readonly Sample[] => [[{}, value]]
  const startedAt = Date.now() / 1_000 - process.uptime()
  return [
    measureText(
      'process_resident_memory_bytes',
      gauge('Memory of the whole process, its threads included'),
      one(process.memoryUsage.rss()),
    ),
    measureText(
      'process_cpu_seconds_total',
      counter('Processor time, all threads together'),
      one((user + system) / 1e6),
    ),
    measureText('process_start_time_seconds', gauge('When it started'), one(startedAt)),
    measureText('colophon_build_info', gauge('What runs; always 1'), [
      [{ version, node: process.versions.node }, 1],
    ]),
  ].join('')
}

function figuresText(figures: Figures): string {
  const letters = Object.entries(figures.letters).map(
    ([state, count]): Sample => [{ state }, count],
  )
  const ages = figures.statusLists.flatMap(({ ageSeconds }) => ageSeconds ?? [])
  const stale = figures.statusLists.filter(({ isStale }) => isStale).length
  return [
    measureText('colophon_credentials_issued_total', counter('Credentials issued, ever'), [
      [{}, figures.issued],
    ]),
    measureText('colophon_credentials_revoked_total', counter('Credentials revoked, ever'), [
      [{}, figures.revoked],
    ]),
    measureText('colophon_reservations_pending', gauge('Reserved and not signed yet'), [
      [{}, figures.pending],
    ]),
    measureText('colophon_letters', gauge('Letters by state'), letters),
    measureText(
      'colophon_status_list_age_seconds',
      gauge('Since the status list was signed that was signed longest ago'),
      ages.length > 0 ? [[{}, Math.max(...ages)]] : [],
    ),
    measureText(
      'colophon_status_lists_stale',
      gauge('Status lists with a change that is not signed yet'),
      [[{}, stale]],
    ),
  ].join('')
}

/** What is counted of requests and of the process, for a program that watches. Counts and words of ours, nobody's data. */
export class Metrics {
  readonly #requests = new Counter('colophon_requests_total', 'Requests by class and status')
  readonly #seconds = new Histogram(
    'colophon_request_seconds',
    'Time from the head of a request to the end of its answer',
    bounds,
  )
  readonly #refusals = new Counter('colophon_refusals_total', 'Refusals by their code')
  readonly #faults = new Counter('colophon_faults_total', 'Faults of the service itself')
  readonly #delay = monitorEventLoopDelay({ resolution: 10 })

  constructor() {
    this.#delay.enable()
  }

  record({ class: of, status, seconds, code }: Answered): void {
    this.#requests.add({ class: of, status: String(status) })
    this.#seconds.observe({ class: of }, seconds)
    if (code !== undefined) this.#refusals.add({ code })
  }

  recordFault(): void {
    this.#faults.add({})
  }

  /** All of it as text; the delays are those since it was last asked for. */
  text(figures: Figures, load: (of: RequestClass) => Load): string {
    const loads = requestClasses.map((of) => ({ of, ...load(of) }))
    return [
      this.#requests.text(),
      this.#seconds.text(),
      this.#refusals.text(),
      this.#faults.text(),
      measureText(
        'colophon_running',
        gauge('Requests at work by class'),
        loads.map(({ of, running }): Sample => [{ class: of }, running]),
      ),
      measureText(
        'colophon_waiting',
        gauge('Requests that wait for a place by class'),
        loads.map(({ of, waiting }): Sample => [{ class: of }, waiting]),
      ),
      this.#delayText(),
      figuresText(figures),
      processText(),
    ].join('')
  }

  #delayText(): string {
    const at = (nanos: number) => (Number.isFinite(nanos) ? nanos / nanoseconds : 0)
    const samples: readonly Sample[] = [
      [{ of: 'mean' }, at(this.#delay.mean)],
      [{ of: 'p99' }, at(this.#delay.percentile(99))],
      [{ of: 'max' }, at(this.#delay.max)],
    ]
    this.#delay.reset()
    const help = 'How late the event loop was since the last reading; 10 ms is on time'
    return measureText('colophon_event_loop_delay_seconds', gauge(help), samples)
  }
}
