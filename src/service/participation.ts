import { openApplication } from '../admission/decision-view.ts'
import type { Award } from '../learning/awards.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Completion } from '../learning/completion.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ParticipantKey, ReachedStage, RunOf } from '../ledger/participants.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'

interface ParticipationHouse {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
  readonly catalogue: Catalogue
  readonly erasure: { readonly tombstoneOf: (learnerKey: string) => string }
}

/**
 * Who took part in which run and how far they came, under a number that only the keys of the service lead back from: an
 * address is never kept of who earned nothing, and in no two runs is the number the same.
 */
export class Participation {
  readonly #house: () => ParticipationHouse

  constructor(house: () => ParticipationHouse) {
    this.#house = house
  }

  #keyOf({ course, run }: RunOf, learnerKey: string): ParticipantKey {
    const learner = this.#house().linkSecrets.of('participant', `${course}\n${run}\n${learnerKey}`)
    return { course, run, learner }
  }

  /** Whoever was erased is not counted anew, unless they asked for it. */
  #isErased(learnerKey: string): boolean {
    const { ledger, erasure } = this.#house()
    return ledger.learners.byKey(erasure.tombstoneOf(learnerKey)) !== undefined
  }

  /** One row of an import, within its transaction. */
  readonly onParticipant = (
    completion: Completion,
    awards: readonly Award[],
    mayReissueErased = false,
  ): void => {
    const { ledger, now, catalogue } = this.#house()
    const { key } = completion.learner
    if (!mayReissueErased && this.#isErased(key)) return
    const course = catalogue.courses.find(({ id }) => id === completion.course)
    const earned = (kind: string) =>
      (course?.achievements ?? []).filter(
        ({ id, earnedBy }) =>
          earnedBy.kind === kind && awards.some((award) => award.achievement === id),
      ).length
    const progress = {
      modules: new Set(completion.modules).size,
      areas: earned('area-completed'),
      completed: completion.completedOn !== null,
      participated: earned('modules-at-least') > 0,
    }
    ledger.participants.record(this.#keyOf(completion, key), progress, now().toISOString())
  }

  /** Nothing leads from this learner to a count any more; the counts stay. Within a transaction. */
  forget(learnerKey: string): void {
    const { participants } = this.#house().ledger
    for (const run of participants.runs()) participants.forget(this.#keyOf(run, learnerKey))
  }

  /** A decision was made or reviewed, or a place given by it: whose credentials of ours it rests on came that far. */
  reached(decision: string, stage: ReachedStage): void {
    const { ledger } = this.#house()
    const record = ledger.decisions.byId(decision)
    if (!record || record.application === null || record.outcome !== 'eligible') return
    const { credentials } = openApplication(record).application
    for (const { id, isOwn } of credentials)
      if (isOwn) this.#reach(id, record.specialization, stage)
  }

  #reach(id: string, specialization: string, stage: ReachedStage): void {
    const { ledger, publicUrl } = this.#house()
    const start = new URL('/c/', publicUrl).href
    const held = id.startsWith(start) ? ledger.credentials.byId(id.slice(start.length)) : undefined
    const key = held && ledger.learners.keyOf(held.learner)
    if (held && key !== undefined)
      ledger.participants.reach(this.#keyOf(held, key), specialization, stage)
  }
}
