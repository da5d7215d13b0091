import {
  type Application,
  type HeldCredential,
  standings,
} from '../../../src/learning/eligibility/application.ts'
import type { RuleBook, StudyUnit } from '../../../src/learning/eligibility/rule-book.ts'
import type {
  Recognition,
  Requirement,
  ResultThreshold,
  Which,
} from '../../../src/learning/specialization.ts'

export interface Case {
  readonly book: RuleBook
  readonly application: Application
}

const skills = ['reading', 'writing', 'counting', 'listening']
const issuers = ['did:web:one.example', 'https://two.example/issuer']
const ourIssuer = 'did:web:badges.example.org'
const achievements = ['course', 'part', 'taking-part', 'unknown-one']
const foreign = [
  'https://one.example/badges/course',
  'https://one.example/badges/course/el',
  'https://one.example/badges/el',
  'urn:uuid:0b7ad4d4',
]
const targets = ['https://frameworks.example/a', 'https://frameworks.example/b']
const statements = ['library', 'idea', 'paper']
const grades = ['pass', 'good', 'very good']
const days = ['2025-02-28', '2026-02-28', '2026-03-01', '2026-11-20', '2027-01-01']
// The same people and others, as documents write them.
const people = [
  'Γιώργος Σίσυφος',
  'ΓΙΏΡΓΟΣ  ΣΊΣΥΦΟΣ',
  'Γιώργος Σίσυφος'.normalize('NFD'),
  'Hans Strauß',
  'hans STRAUSS',
  'Мария Ёлкина',
  'Мария Елкина',
  'Zoë Bērziņa',
  '  ',
]
const subjects = ['did:key:one', 'did:key:two', 'mailto:one@example.org', '']

const applicationsPerBook = 5

/** Cases by chance, the same ones from the same seed, in a world so small that things meet. */
export class ChanceCases {
  #state: number
  #units: readonly StudyUnit[] = []

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** So many cases: some applications under the same rules, as a list has them, then other rules. */
  *some(count: number): Generator<Case> {
    for (let made = 0; made < count; ) {
      const book = this.#book()
      for (let each = 0; each < applicationsPerBook && made < count; each += 1, made += 1) {
        yield { book, application: this.#application(book) }
      }
    }
  }

  /** A mulberry32 step: well mixed, and the same on every machine. */
  #chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  #upTo(most: number): number {
    return Math.floor(this.#chance() * (most + 1))
  }

  #often(share: number): boolean {
    return this.#chance() < share
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#upTo(of.length - 1)] as T
  }

  /** Each with a chance of one half, but at least so many. */
  #some<T>(of: readonly T[], least = 0): T[] {
    const some = of.filter(() => this.#often(0.5))
    return some.length >= least ? some : [this.#one(of)]
  }

  #many<T>(count: number, make: (at: number) => T): T[] {
    return Array.from({ length: count }, (_, at) => make(at))
  }

  #or<T>(share: number, value: T): T | null {
    return this.#often(share) ? value : null
  }

  #hours(): number {
    return (1 + this.#upTo(19)) / 2
  }

  #book(): RuleBook {
    this.#units = this.#many(4, (at) => this.#unit(`course/m${at}`))
    const recognitions = this.#many(2 + this.#upTo(2), (at) => this.#recognition(at))
    const ids = recognitions.map(({ id }) => id)
    const ruleIds = this.#many(1 + this.#upTo(3), (at) => `rule-${at}`)
    return {
      specialization: 'chance',
      version: 'sha256-chance',
      validDays: 1 + this.#upTo(400),
      // A rule refers only to rules before it, so that none refers to itself.
      rules: ruleIds.map((id, at) => ({
        id,
        requires: this.#requirement(this.#upTo(4), ids, ruleIds.slice(0, at)),
        points: this.#upTo(3),
      })),
      eligible: this.#often(0.6)
        ? { kind: 'rule', rule: this.#one(ruleIds) }
        : this.#requirement(this.#upTo(3), ids, ruleIds),
      considered: this.#or(0.7, this.#requirement(this.#upTo(2), ids, ruleIds)),
      statements: statements.map((id) => ({
        id,
        needs: this.#often(0.5) ? 'document' : 'review',
      })),
      modules: this.#many(this.#upTo(4), (at) => this.#unit(`module-${at}`)),
      waiversFrom: this.#or(0.9, this.#some(ids, 1)),
      recognitions,
      own: Object.fromEntries(
        achievements.slice(0, 3).map((id) => [
          id,
          {
            skills: this.#some(skills).map((skill) => ({ skill, level: 1 + this.#upTo(7) })),
            units: id === 'taking-part' ? [] : this.#someUnits(),
          },
        ]),
      ),
    }
  }

  #unit(id: string): StudyUnit {
    return { id, hours: this.#hours(), skills: this.#some(skills, 1) }
  }

  /** Units are of one course: one id has the same hours and skills wherever it stands. */
  #someUnits(): StudyUnit[] {
    return this.#some(this.#units)
  }

  #recognition(at: number): Recognition {
    const isOwn = at === 0 ? this.#often(0.95) : this.#often(0.1)
    const dates = this.#often(0.3)
    return {
      id: `recognition-${at}`,
      issuer: isOwn ? 'own' : this.#one([...issuers, ...issuers, ourIssuer]),
      skills: this.#or(0.4, this.#some(skills, 1)),
      maxHours: isOwn ? null : this.#or(0.4, this.#hours()),
      since: dates ? this.#or(0.6, this.#one(days)) : null,
      until: dates ? this.#or(0.6, this.#one(days)) : null,
      alignments: this.#many(isOwn ? 0 : this.#upTo(3), () => ({
        target: this.#one(targets),
        skill: this.#one(skills),
        level: this.#or(0.7, 1 + this.#upTo(7)),
      })),
    }
  }

  #requirement(depth: number, from: readonly string[], rules: readonly string[]): Requirement {
    const isLeaf = depth === 0 || this.#often(0.4)
    if (isLeaf) {
      if (rules.length > 0 && this.#often(0.2)) return { kind: 'rule', rule: this.#one(rules) }
      return this.#often(0.2)
        ? { kind: 'statement', statement: this.#one(statements) }
        : this.#single(this.#which(from))
    }
    const part = () => this.#requirement(depth - 1, from, rules)
    if (this.#often(0.15)) return { kind: 'not', of: part() }
    const of = this.#many(1 + this.#upTo(2), part)
    const kind = this.#one(['all', 'any', 'at-least'] as const)
    return kind === 'at-least' ? { kind, count: 1 + this.#upTo(of.length - 1), of } : { kind, of }
  }

  #which(from: readonly string[]): Which {
    const since = this.#one(days)
    const withinMonths = this.#one([1, 9, 12, 24])
    return {
      ...(this.#often(0.4) && { from: this.#some(from, 1) }),
      ...(this.#often(0.2) && {
        awarded: this.#one([
          { since },
          { until: since },
          { withinMonths },
          { since, withinMonths },
          {},
        ]),
      }),
    }
  }

  #achievement(): string {
    return this.#often(0.6) ? this.#one(achievements) : this.#one(foreign)
  }

  #single(which: Which): Requirement {
    const level = 1 + this.#upTo(7)
    const kinds = ['achievement', 'achievement', 'skill', 'alignment', 'hours', 'credits', 'result']
    switch (this.#one(kinds)) {
      case 'achievement':
        return { kind: 'achievement', achievement: this.#achievement(), ...which }
      case 'skill':
        return { kind: 'skill', skill: this.#one(skills), level, ...which }
      case 'alignment':
        return {
          kind: 'alignment',
          target: this.#one(targets),
          level: this.#or(0.6, level),
          ...which,
        }
      case 'hours': {
        const only = this.#often(0.5) ? { skills: this.#some(skills, 1) } : {}
        return { kind: 'hours', atLeast: this.#hours() * 2, ...only, ...which }
      }
      case 'credits':
        return { kind: 'credits', atLeast: this.#hours(), ...which }
      default: {
        const of = this.#often(0.5) ? { achievement: this.#achievement() } : {}
        return { kind: 'result', ...of, reaches: this.#threshold(), ...which }
      }
    }
  }

  #threshold(): ResultThreshold {
    return this.#one([
      { percent: this.#one([0, 50, 80.5]) },
      { grade: { atLeast: this.#one(grades), order: grades } },
      { distinction: true },
    ])
  }

  #application(book: RuleBook): Application {
    const ids = this.#many(5, (at) => `urn:uuid:${at}`)
    const isOnePerson = this.#often(0.6)
    const name = this.#one(people)
    const credentials = this.#many(this.#often(0.02) ? 0 : 1 + this.#upTo(4), (at) =>
      this.#credential(this.#often(0.9) ? (ids[at] ?? '') : this.#one(ids), isOnePerson && name),
    )
    const items = [
      ...book.rules.map(({ id }) => `rule:${id}`),
      ...statements.map((id) => `statement:${id}`),
      ...book.modules.map(({ id }) => `module:${id}`),
      'person',
      'admission',
      'nothing',
    ]
    return {
      person: this.#or(0.3, isOnePerson ? name : this.#one(people)),
      credentials,
      statements: this.#many(this.#upTo(3), () => ({
        statement: this.#one(statements),
        note: '',
        document: this.#or(0.5, { name: 'letter.pdf', digest: 'sha256-x' }),
      })),
      unreachable: this.#often(0.1) ? 1 : 0,
      reviews: this.#many(this.#often(0.5) ? this.#upTo(4) : 0, () => ({
        item: this.#one(items),
        verdict: this.#often(0.6) ? 'accepted' : 'refused',
      })),
      appliedAt: '2026-11-20T09:00:00Z',
      decidedAt: this.#one([
        '2026-11-26T12:00:00Z',
        '2026-03-31T23:30:00Z',
        '2028-02-29T00:00:00Z',
      ]),
    }
  }

  #credential(id: string, name: string | false): HeldCredential {
    const isOwn = this.#often(0.5)
    const standing = this.#often(0.65) ? 'current' : this.#one(standings)
    return {
      id,
      digest: `sha256-${this.#upTo(9)}`,
      standing,
      because: standing === 'current' ? null : 'chance',
      issuer: isOwn ? ourIssuer : this.#one(issuers),
      isOwn,
      subject: this.#or(0.4, this.#one(subjects)),
      name: name === false ? this.#or(0.8, this.#one(people)) : this.#or(0.85, name),
      awardedOn: this.#or(0.85, this.#one(days)),
      validUntil: this.#or(0.3, '2026-12-24T00:00:00Z'),
      achievement: this.#or(0.95, isOwn ? this.#one(achievements) : this.#one(foreign)),
      title: null,
      hours: this.#or(0.8, this.#hours()),
      credits: this.#or(0.6, this.#hours()),
      percent: this.#or(0.6, this.#one([0, 50, 80, 80.5, 100])),
      grade: this.#or(0.5, this.#one([...grades, 'Good'])),
      hasDistinction: this.#often(0.3),
      alignments: isOwn
        ? []
        : [...this.#some(targets), ...this.#some(skills).map((skill) => `skill:${skill}`)],
      keys: [],
      status: null,
    }
  }
}
