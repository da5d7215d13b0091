import type { Report } from '../checking/report.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CheckWay } from '../ledger/run-figures.ts'

interface TallyHouse {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly achievements: ReadonlyMap<string, unknown>
  readonly now: () => Date
  fault(where: string, thrown: unknown): void
}

const patienceMs = 60_000

/** What stands for every credential that is not of our catalogue. */
export const otherAchievement = 'other'

/**
 * Counts checks by day, achievement and verdict, and nothing that leads to a credential or to who asked. Counts are kept in
 * memory and written together, a minute later at most; those of a process that is killed are lost.
 */
export class CheckTally {
  readonly #house: () => TallyHouse
  readonly #counts = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(house: () => TallyHouse) {
    this.#house = house
  }

  /** Counts a check that was done; one that was refused is none. */
  count(report: Report, way: CheckWay = 'handed-in'): void {
    const day = this.#house().now().toISOString().slice(0, 10)
    const key = JSON.stringify([day, this.#achievementOf(report), way, report.verdict])
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    if (this.#timer) return
    this.#timer = setTimeout(() => this.write(), patienceMs)
    this.#timer.unref()
  }

  /** By what is signed: what was altered, or another issuer signed, says nothing of ours. */
  #achievementOf({ facts, answers }: Report): string {
    const { publicUrl, achievements } = this.#house()
    const start = new URL('/achievements/', publicUrl).href
    const id = facts.achievement?.id ?? ''
    const [own = ''] = id.startsWith(start) ? id.slice(start.length).split('/') : []
    return answers.issuer !== 'impostor' && achievements.has(own) ? own : otherAchievement
  }

  /** Writes what is counted; what cannot be written now is kept for the next time. */
  write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#counts.size === 0) return
    const { ledger, fault } = this.#house()
    const rows = [...this.#counts].map(([key, count]) => {
      const [day, achievement, way, verdict] = JSON.parse(key)
      return { day, achievement, way, verdict, count }
    })
    try {
      ledger.runFigures.addChecks(rows)
      this.#counts.clear()
    } catch (thrown) {
      fault('counting checks', thrown)
    }
  }
}
