import type {
  Application,
  HeldCredential,
  Review,
} from '../../../src/learning/eligibility/application.ts'
import { standings } from '../../../src/learning/eligibility/application.ts'
import type {
  CreditNote,
  CreditReason,
  DecisionOutcome,
  OutcomeReason,
  RuleOutcome,
  RuleReason,
} from '../../../src/learning/eligibility/decision.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import type { Requirement } from '../../../src/learning/specialization.ts'
import { type Evidence, holds, matchesAchievement, type Single } from './twin-evidence.ts'
import { type TwinModule, twinModules } from './twin-modules.ts'
import { doubtsAboutPersons, personsDiffer } from './twin-persons.ts'
import { recognises } from './twin-recognition.ts'

/** What the twin says of a decision. A reason it has no opinion about is `null`. */
export interface TwinDecision {
  readonly outcome: DecisionOutcome
  readonly reason: OutcomeReason
  readonly priority: { readonly points: number; readonly of: number; readonly pending: number }
  readonly rules: readonly {
    readonly rule: string
    readonly outcome: RuleOutcome
    readonly points: number
    readonly reasons: readonly RuleReason[] | null
  }[]
  readonly modules: readonly TwinModule[]
  readonly credentials: readonly CreditNote[]
  readonly toReview: readonly string[]
}

interface Ruled {
  readonly outcome: RuleOutcome
  readonly reasons: readonly RuleReason[] | null
}

/** 2 met, 1 in review, 0 unmet. */
type Grade = 0 | 1 | 2

const words = ['unmet', 'review', 'met'] as const

/**
 * The semantics of docs/ELIGIBILITY.md once more: plain and slow, written apart from `src/learning/eligibility`, so that the
 * two can be held against each other.
 */
export function twinDecision(book: RuleBook, application: Application): TwinDecision {
  return new Twin(book, application).decision()
}

class Twin {
  readonly #book: RuleBook
  readonly #application: Application
  readonly #kept: readonly HeldCredential[]
  readonly #doubts: ReadonlyMap<HeldCredential, CreditReason>
  readonly #evidence: Evidence
  readonly #ruled = new Map<string, Ruled>()

  constructor(book: RuleBook, application: Application) {
    this.#book = book
    this.#application = application
    this.#kept = keptOf(application.credentials)
    const asked = this.#kept.filter((one) => isLive(one) && this.#isRecognised(one))
    this.#doubts =
      this.#verdict('person') === 'accepted' ? new Map() : doubtsAboutPersons(asked, application)
    const live = this.#kept.filter((one) => isLive(one) && !this.#isAside(one))
    this.#evidence = {
      book,
      day: new Date(application.decidedAt).toISOString().slice(0, 10),
      sure: live.filter((one) => one.standing === 'current' && !this.#doubts.has(one)),
      unsure: live.filter((one) => one.standing !== 'current' || this.#doubts.has(one)),
      dead: this.#kept.filter((one) => !isLive(one)),
    }
  }

  decision(): TwinDecision {
    const rules = this.#book.rules.map((rule) => {
      const { outcome, reasons } = this.#rule(rule.id)
      return { rule: rule.id, outcome, points: rule.points, reasons }
    })
    const total = (of: RuleOutcome[]) =>
      this.#book.rules
        .filter((_, index) => of.includes(rules[index]?.outcome ?? 'unmet'))
        .reduce((sum, { points }) => sum + points, 0)
    const modules = twinModules(this.#evidence, (item) => this.#verdict(item))
    const { outcome, reason } = this.#outcome()
    return {
      outcome,
      reason,
      priority: {
        points: total(['met']),
        of: total(['met', 'unmet', 'review', 'waived']),
        pending: total(['review']),
      },
      rules,
      modules,
      credentials: this.#notes(),
      toReview: reason === 'refused-by-reviewer' ? [] : this.#toReview(outcome, modules),
    }
  }

  #verdict(item: string): Review['verdict'] | undefined {
    return this.#application.reviews.findLast((review) => review.item === item)?.verdict
  }

  /** A person said whose it is not; where several persons are named and nobody as the applicant, that is not known. */
  #isAside(one: HeldCredential): boolean {
    const isRefused = this.#verdict('person') === 'refused'
    return isRefused && this.#doubts.has(one) && !personsDiffer([...this.#doubts.values()])
  }

  #isRecognised(one: HeldCredential): boolean {
    return this.#book.recognitions.some((recognition) => recognises(recognition, one))
  }

  #notes(): CreditNote[] {
    const byId = [...this.#application.credentials].sort(inOrder)
    return byId.map((one) => {
      const no = (reason: CreditReason): CreditNote => ({ id: one.id, counts: 'no', reason })
      const unclear = (reason: CreditReason): CreditNote => ({ ...no(reason), counts: 'unclear' })
      if (!this.#kept.includes(one)) return no('twice')
      if (!isLive(one)) return no(one.standing as CreditReason)
      if (!this.#isRecognised(one)) return no('issuer-not-recognised')
      if (this.#isAside(one)) return no('not-the-applicants')
      const doubt = this.#doubts.get(one)
      if (doubt) return unclear(doubt)
      if (one.standing === 'unclear') return unclear('unclear')
      return { id: one.id, counts: 'yes', reason: 'counts' }
    })
  }

  #rule(id: string): Ruled {
    const known = this.#ruled.get(id) ?? this.#judge(id)
    this.#ruled.set(id, known)
    return known
  }

  #judge(id: string): Ruled {
    const rule = this.#book.rules.find((one) => one.id === id)
    if (!rule) return { outcome: 'unmet', reasons: ['parts-missing'] }
    const grade = this.#grade(rule.requires)
    const verdict = this.#verdict(`rule:${id}`)
    if (verdict === 'refused') return { outcome: 'unmet', reasons: ['rule-refused'] }
    if (verdict === 'accepted' && grade < 2)
      return { outcome: 'waived', reasons: ['rule-accepted'] }
    return { outcome: words[grade], reasons: this.#reasons(rule.requires) }
  }

  #grade(one: Requirement): Grade {
    switch (one.kind) {
      case 'all':
        return Math.min(...one.of.map((part) => this.#grade(part))) as Grade
      case 'any':
        return Math.max(...one.of.map((part) => this.#grade(part))) as Grade
      case 'at-least': {
        const grades = one.of.map((part) => this.#grade(part))
        if (grades.filter((grade) => grade === 2).length >= one.count) return 2
        return grades.filter((grade) => grade > 0).length >= one.count ? 1 : 0
      }
      case 'not':
        return (2 - this.#grade(one.of)) as Grade
      case 'rule': {
        const { outcome } = this.#rule(one.rule)
        return outcome === 'waived' ? 2 : (words.indexOf(outcome) as Grade)
      }
      case 'statement':
        return this.#statement(one.statement).grade
      default:
        if (holds(one, this.#evidence, this.#evidence.sure, 'stated')) return 2
        return holds(one, this.#evidence, this.#live(), 'any') ? 1 : 0
    }
  }

  #live() {
    return [...this.#evidence.sure, ...this.#evidence.unsure]
  }

  #statement(id: string): { grade: Grade; reason: RuleReason } {
    const kind = this.#book.statements.find((one) => one.id === id)
    const made = this.#application.statements.filter((one) => one.statement === id)
    if (!kind || made.length === 0) return { grade: 0, reason: 'statement-not-made' }
    if (kind.needs === 'document' && made.every((one) => one.document === null)) {
      return { grade: 0, reason: 'statement-without-document' }
    }
    const verdict = this.#verdict(`statement:${id}`)
    if (verdict === 'accepted') return { grade: 2, reason: 'statement-accepted' }
    if (verdict === 'refused') return { grade: 0, reason: 'statement-refused' }
    return { grade: 1, reason: 'statement-to-review' }
  }

  /** The reasons that the text allows for what a requirement came to. */
  #reasons(one: Requirement): readonly RuleReason[] | null {
    const grade = this.#grade(one)
    switch (one.kind) {
      case 'all':
      case 'any':
      case 'at-least':
        return [(['parts-missing', 'parts-to-review', 'parts-met'] as const)[grade]]
      case 'not':
        if (grade === 1) return this.#reasons(one.of)
        return [grade === 2 ? 'nothing-against' : 'held-against']
      case 'rule':
        return null
      case 'statement':
        return [this.#statement(one.statement).reason]
      default:
        return this.#singleReasons(one, grade)
    }
  }

  #singleReasons(one: Single, grade: Grade) {
    if (grade === 2) return [metReasons[one.kind]]
    if (grade === 1) return this.#openReasons(one)
    return one.kind === 'achievement' ? this.#missReasons(one) : null
  }

  #openReasons(one: Single): readonly RuleReason[] {
    if (holds(one, this.#evidence, this.#evidence.sure, 'any')) return ['level-not-stated']
    const isSum = one.kind === 'hours' || one.kind === 'credits'
    const helping = this.#evidence.unsure.filter(
      (held) => isSum || holds(one, this.#evidence, [held], 'any'),
    )
    const found = helping.map(
      (held) => (this.#doubts.get(held) ?? 'credential-unclear') as RuleReason,
    )
    const order: RuleReason[] = [
      'credential-unclear',
      'persons-differ',
      'person-differs',
      'person-unclear',
    ]
    const there = order.filter((reason) => found.includes(reason))
    return isSum ? there : there.slice(0, 1)
  }

  #missReasons(one: Extract<Requirement, { kind: 'achievement' }>): readonly RuleReason[] {
    const { dead } = this.#evidence
    const order = ['expired', 'replaced', 'suspended', 'revoked', 'not-yet-valid'] as const
    const wouldDo = dead.filter((held) => holds(one, this.#evidence, [held], 'any'))
    if (wouldDo.length > 0) {
      const standing = order.find((word) => wouldDo.some((held) => held.standing === word))
      return [`credential-${standing ?? 'not-genuine'}`]
    }
    const same = this.#live().filter((held) => matchesAchievement(one.achievement, held))
    return same.length === 0
      ? ['achievement-missing']
      : ['issuer-not-recognised', 'awarded-outside-period', 'achievement-missing']
  }

  #outcome(): { outcome: DecisionOutcome; reason: OutcomeReason } {
    let now = this.#byConditions()
    if (now.outcome === 'not-yet' && this.#application.unreachable > 0) {
      now = { outcome: 'needs-review', reason: 'sources-unreachable' }
    }
    const differ = personsDiffer([...this.#doubts.values()])
    if (differ && now.outcome !== 'not-yet')
      now = { outcome: 'needs-review', reason: 'persons-differ' }
    const admission = this.#verdict('admission')
    if (now.outcome === 'needs-review' && admission === 'accepted' && !differ) {
      now = { outcome: 'eligible', reason: 'admitted-by-reviewer' }
    }
    const isRefused = now.outcome === 'needs-review' && admission === 'refused'
    return isRefused || (differ && this.#verdict('person') === 'refused')
      ? { outcome: 'not-yet', reason: 'refused-by-reviewer' }
      : now
  }

  #byConditions(): { outcome: DecisionOutcome; reason: OutcomeReason } {
    const eligible = this.#grade(this.#book.eligible)
    if (eligible === 2) return { outcome: 'eligible', reason: 'conditions-met' }
    if (eligible === 1) return { outcome: 'needs-review', reason: 'conditions-open' }
    return this.#book.considered !== null && this.#grade(this.#book.considered) > 0
      ? { outcome: 'needs-review', reason: 'considered' }
      : { outcome: 'not-yet', reason: 'conditions-unmet' }
  }

  #toReview(outcome: DecisionOutcome, modules: readonly TwinModule[]): string[] {
    const { eligible, considered, rules } = this.#book
    const isPersonOpen = this.#doubts.size > 0 && this.#verdict('person') === undefined
    const ofRules = rules
      .filter(({ id }) => this.#rule(id).outcome === 'review')
      .flatMap(({ id, requires }) => this.#open(requires).map((open) => open ?? `rule:${id}`))
    const ofConditions = [eligible, considered].flatMap((whole) =>
      whole === null ? [] : this.#open(whole).flatMap((open) => open ?? []),
    )
    const proven = modules.filter(({ state }) => state === 'proven')
    const items = [
      ...(isPersonOpen ? ['person'] : []),
      ...ofRules,
      ...ofConditions,
      ...proven.map(({ module }) => `module:${module}`),
      ...(outcome === 'needs-review' ? ['admission'] : []),
    ]
    return [...new Set(items)].sort()
  }

  /** Statements that are to be reviewed inside; `null` for anything else that is. */
  #open(one: Requirement): (string | null)[] {
    if (this.#grade(one) !== 1) return []
    switch (one.kind) {
      case 'all':
      case 'any':
      case 'at-least':
        return one.of.flatMap((part) => this.#open(part))
      case 'not':
        return this.#open(one.of)
      case 'rule': {
        const rule = this.#book.rules.find(({ id }) => id === one.rule)
        return rule ? this.#open(rule.requires) : []
      }
      case 'statement':
        return [`statement:${one.statement}`]
      default:
        return [null]
    }
  }
}

const metReasons = {
  achievement: 'achievement-held',
  skill: 'skill-held',
  alignment: 'alignment-held',
  hours: 'hours-proven',
  credits: 'credits-proven',
  result: 'result-reached',
} as const

const isLive = (one: HeldCredential) => one.standing === 'current' || one.standing === 'unclear'

function inOrder(one: HeldCredential, other: HeldCredential): number {
  const compare = (left: string | number, right: string | number) =>
    left < right ? -1 : left > right ? 1 : 0
  return (
    compare(one.id, other.id) ||
    compare(standings.indexOf(one.standing), standings.indexOf(other.standing)) ||
    compare(one.digest, other.digest) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  )
}

/** Of each id the one that is looked at. */
export const keptOf = (all: readonly HeldCredential[]) =>
  [...all].sort(inOrder).filter((one, at, sorted) => at === 0 || sorted[at - 1]?.id !== one.id)
