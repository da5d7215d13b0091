import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import { parseCatalogue } from '../../src/learning/parse-catalogue.ts'
import { biblioJson } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the file wherever it likes
type Json = any

const text = (en: string) => ({ en, it: null, el: null, bg: null, lv: null })

const rule = (id: string, requires: unknown, points = 1) => ({
  id,
  name: text(id),
  advice: text(`How to ${id}`),
  requires,
  points,
})

const recognition = (id: string, change: object = {}) => ({
  id,
  issuer: `did:web:${id}.example`,
  skills: null,
  maxHours: null,
  since: null,
  until: null,
  alignments: [],
  ...change,
})

const own = recognition('ours', { issuer: 'own' })
const narrow = recognition('narrow', {
  skills: ['blockchain'],
  alignments: [{ target: 'https://framework.example/chain', skill: 'blockchain', level: 4 }],
})
const mooc = { kind: 'achievement', achievement: 'mooc-completion' }

/** A course with two rules and a statement, about which there is nothing to say. */
const course = () => ({
  id: 'deepening',
  name: text('Deepening'),
  description: text('A course'),
  profile: 'ceco',
  hours: { total: null, parts: [] },
  places: { total: 10, perCountry: 5 },
  countries: ['BE', 'GR'],
  applications: { from: '2026-01-01', until: '2026-12-31' },
  modules: [{ id: 'm1', name: text('One'), hours: 5, skills: ['blockchain'] }],
  admission: {
    validDays: 90,
    statements: [{ id: 'idea', name: text('Idea'), needs: 'review' }],
    rules: [rule('mooc', mooc), rule('idea', { kind: 'statement', statement: 'idea' })],
    eligible: { kind: 'rule', rule: 'mooc' },
    considered: { kind: 'rule', rule: 'idea' },
    waivers: { from: ['ours'] },
  },
  eligibility: {
    version: '1',
    name: text('Eligible'),
    description: text('May enrol'),
    criteria: text('Was found eligible'),
    emblem: { label: 'OK', ink: '#000000', ground: '#ffffff' },
  },
})

/** What is complained of after a change, as `place: message`. */
function complaints(change: (catalogue: Json, specialization: Json) => void): string[] {
  const catalogue = biblioJson() as Json
  const specialization = course()
  catalogue.recognitions = structuredClone([own, recognition('other'), narrow])
  catalogue.specializations = [specialization]
  change(catalogue, specialization)
  try {
    parseCatalogue(catalogue)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.code).toBe('catalogue-invalid')
    return (error.details ?? []).map(({ at, message }) => `${at}: ${message}`)
  }
}

/** What is complained of when the first rule asks for this, at its requirement. */
const asking = (requires: unknown) =>
  complaints((_, { admission }) => {
    admission.rules[0].requires = requires
    admission.considered = mooc
    admission.eligible = mooc
  }).map((complaint) => complaint.replace('$.specializations[0].admission.rules[0].requires', '@'))

describe('the cross-check of specializations', () => {
  test('has nothing to say where nothing is wrong', () => {
    expect(complaints(() => undefined)).toEqual([])
  })

  test('waits until the form is right', () => {
    const found = complaints((_, specialization) => {
      specialization.profile = 'nobody'
      specialization.admission.validDays = 0
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^\$\.specializations\[0\]\.admission\.validDays: /)
  })

  test.each<[string, (catalogue: Json, specialization: Json) => void]>([
    [
      '$.specializations[0].profile: there is no profile "nobody"',
      (_, it) => {
        it.profile = 'nobody'
      },
    ],
    [
      '$.specializations[0].countries[2]: "BE" is there twice',
      (_, it) => {
        it.countries.push('BE')
      },
    ],
    [
      '$.specializations[0].places.perCountry: there are only 10 places in all',
      (_, it) => {
        it.places.perCountry = 11
      },
    ],
    [
      '$.specializations[0].places.perCountry: no country is asked for',
      (_, it) => {
        it.countries = []
      },
    ],
    [
      '$.specializations[0].applications: 2027-01-01 is after 2026-12-31',
      (_, it) => {
        it.applications.from = '2027-01-01'
      },
    ],
    [
      '$.specializations[1].id: "deepening" is there twice',
      (catalogue, it) => {
        catalogue.specializations.push(structuredClone(it))
      },
    ],
    [
      '$.specializations[0].modules[1].id: "m1" is there twice',
      (_, it) => {
        it.modules.push(structuredClone(it.modules[0]))
      },
    ],
    [
      '$.specializations[0].modules[0].skills[1]: there is no skill "flying"',
      (_, it) => {
        it.modules[0].skills.push('flying')
      },
    ],
    [
      '$.specializations[0].admission.rules[2].id: "mooc" is there twice',
      (_, it) => {
        it.admission.rules.push(rule('mooc', mooc))
      },
    ],
    [
      '$.specializations[0].admission.statements[1].id: "idea" is there twice',
      (_, it) => {
        it.admission.statements.push(structuredClone(it.admission.statements[0]))
      },
    ],
    [
      '$.specializations[0].admission.statements[1]: no rule asks for the statement "library"',
      (_, it) => {
        it.admission.statements.push({ ...it.admission.statements[0], id: 'library' })
      },
    ],
    [
      '$.specializations[0].admission.rules[2]: nothing asks for the rule "useless", and it gives no points',
      (_, it) => {
        it.admission.rules.push(rule('useless', mooc, 0))
      },
    ],
    [
      '$.specializations[0].admission.waivers.from[1]: there is no recognition "nobody"',
      (_, it) => {
        it.admission.waivers.from.push('nobody')
      },
    ],
    [
      '$.specializations[0].admission.waivers.from[1]: "ours" is there twice',
      (_, it) => {
        it.admission.waivers.from.push('ours')
      },
    ],
    [
      '$.recognitions[3].id: "ours" is there twice',
      (catalogue) => {
        catalogue.recognitions.push(recognition('ours'))
      },
    ],
    [
      '$.recognitions[2].skills[1]: there is no skill "flying"',
      (catalogue) => {
        catalogue.recognitions[2].skills.push('flying')
      },
    ],
    [
      '$.recognitions[2].skills[1]: "blockchain" is there twice',
      (catalogue) => {
        catalogue.recognitions[2].skills.push('blockchain')
      },
    ],
    [
      '$.recognitions[2].alignments[0].skill: there is no skill "flying"',
      (catalogue) => {
        catalogue.recognitions[2].alignments[0].skill = 'flying'
      },
    ],
    [
      '$.recognitions[2].alignments[0].skill: it is not believed about the skill "vision"',
      (catalogue) => {
        catalogue.recognitions[2].alignments[0].skill = 'vision'
      },
    ],
    [
      '$.recognitions[1].until: 2026-02-01 is after 2026-01-01',
      (catalogue) => {
        Object.assign(catalogue.recognitions[1], { since: '2026-02-01', until: '2026-01-01' })
      },
    ],
    [
      '$.recognitions[0].maxHours: our own hours count by module, whatever a credential states',
      (catalogue) => {
        catalogue.recognitions[0].maxHours = 10
      },
    ],
    [
      '$.recognitions[0].alignments: our own credentials name their skills themselves',
      (catalogue) => {
        catalogue.recognitions[0].alignments = structuredClone(narrow).alignments
      },
    ],
  ] as [string, (catalogue: Json, specialization: Json) => void][])('tells: %s', (told, change) => {
    expect(complaints(change)).toEqual([told])
  })

  test('tells of rules that ask for themselves, each that is in the circle', () => {
    const found = complaints((_, { admission }) => {
      admission.rules.push(
        rule('a', { kind: 'any', of: [mooc, { kind: 'rule', rule: 'b' }] }),
        rule('b', { kind: 'not', of: { kind: 'rule', rule: 'a' } }),
        rule('c', { kind: 'rule', rule: 'a' }),
      )
    })
    expect(found).toEqual([
      '$.specializations[0].admission.rules[2].requires: the rule asks for itself: a, b, a',
      '$.specializations[0].admission.rules[3].requires: the rule asks for itself: b, a, b',
    ])
  })

  test('tells that nobody can ever be eligible, or considered', () => {
    const never = { kind: 'achievement', achievement: 'mooc-completion', from: ['other'] }
    const found = complaints((_, { admission }) => {
      admission.eligible = { kind: 'all', of: [mooc, never] }
      admission.considered = { kind: 'any', of: [never] }
    })
    expect(found).toContain('$.specializations[0].admission.eligible: nobody can ever be eligible')
    expect(found).toContain(
      '$.specializations[0].admission.considered: nobody can ever be considered',
    )
    expect(found).toHaveLength(4)
  })

  test('lets one of several branches be the only way', () => {
    const found = complaints((_, { admission }) => {
      admission.eligible = {
        kind: 'at-least',
        count: 1,
        of: [
          { kind: 'rule', rule: 'mooc' },
          { kind: 'rule', rule: 'idea' },
        ],
      }
    })
    expect(found).toEqual([])
  })
})

describe('the cross-check of a requirement', () => {
  const foreign = 'https://other.example/course'
  const holds = (achievement: string, from?: string[]) => ({
    kind: 'achievement',
    achievement,
    ...(from && { from }),
  })

  test.each<[string, unknown]>([
    ['@.achievement: there is no achievement "flying"', holds('flying')],
    [
      '@.of[1].of[0].achievement: there is no achievement "flying"',
      { kind: 'all', of: [mooc, { kind: 'any', of: [holds('flying')] }] },
    ],
    ['@.of.rule: there is no rule "flying"', { kind: 'not', of: { kind: 'rule', rule: 'flying' } }],
    ['@.statement: there is no statement "flying"', { kind: 'statement', statement: 'flying' }],
    ['@.skill: there is no skill "flying"', { kind: 'skill', skill: 'flying', level: 1 }],
    [
      '@.skills[1]: there is no skill "flying"',
      { kind: 'hours', atLeast: 1, skills: ['vision', 'flying'] },
    ],
    ['@.from[1]: there is no recognition "nobody"', holds('mooc-completion', ['ours', 'nobody'])],
    ['@.from[1]: "ours" is there twice', holds('mooc-completion', ['ours', 'ours'])],
    ['@.count: there are only 1 parts', { kind: 'at-least', count: 2, of: [mooc] }],
    [
      '@.awarded: 2026-02-01 is after 2026-01-01',
      { ...mooc, awarded: { since: '2026-02-01', until: '2026-01-01' } },
    ],
    [
      '@: no recognition of our own is asked, so that "mooc-completion" never counts',
      holds('mooc-completion', ['other']),
    ],
    [
      `@: no recognition of others is asked, so that "${foreign}" never counts`,
      holds(foreign, ['ours']),
    ],
    [
      '@: no recognised credential can show the skill "vision" at level 8',
      { kind: 'skill', skill: 'vision', level: 8, from: ['ours'] },
    ],
    [
      '@: no recognised credential can show the skill "vision" at level 1',
      { kind: 'skill', skill: 'vision', level: 1, from: ['narrow'] },
    ],
    [
      '@: no recognised credential can show "https://framework.example/x"',
      { kind: 'alignment', target: 'https://framework.example/x', level: null, from: ['narrow'] },
    ],
    [
      '@: no recognised credential can show "https://framework.example/chain" at level 5',
      {
        kind: 'alignment',
        target: 'https://framework.example/chain',
        level: 5,
        from: ['ours', 'narrow'],
      },
    ],
    ['@: all that is recognised has only 74 hours', { kind: 'hours', atLeast: 75, from: ['ours'] }],
    [
      '@: all that is recognised has only 2.5 hours',
      { kind: 'hours', atLeast: 3, skills: ['vision'], from: ['ours', 'narrow'] },
    ],
    [
      '@: our own credentials state no credits, and no others are asked',
      { kind: 'credits', atLeast: 1, from: ['ours'] },
    ],
    [
      '@: the grade "D" is not in its order',
      { kind: 'result', reaches: { grade: { atLeast: 'D', order: ['C', 'B'] } } },
    ],
    [
      '@.reaches.grade.order[2]: "C" is there twice',
      { kind: 'result', reaches: { grade: { atLeast: 'C', order: ['C', 'B', 'C'] } } },
    ],
    [
      '@: the achievement "mooc-participation" is never with distinction',
      { kind: 'result', achievement: 'mooc-participation', reaches: { distinction: true } },
    ],
    [
      '@: the achievement "mooc-participation" states no score',
      { kind: 'result', achievement: 'mooc-participation', reaches: { percent: 50 } },
    ],
    [
      '@: what has to hold must not hold either',
      { kind: 'all', of: [mooc, { kind: 'not', of: mooc }] },
    ],
    [
      '@: what has to hold must not hold either',
      {
        kind: 'all',
        of: [
          mooc,
          { kind: 'all', of: [{ kind: 'statement', statement: 'idea' }] },
          {
            kind: 'not',
            of: {
              kind: 'all',
              of: [
                { kind: 'statement', statement: 'idea' },
                { achievement: 'mooc-completion', kind: 'achievement' },
              ],
            },
          },
        ],
      },
    ],
  ])('tells: %s', (told, requires) => {
    expect(asking(requires)).toEqual([told])
  })

  test('tells of a period in which nothing is recognised', () => {
    const found = complaints((catalogue, { admission }) => {
      catalogue.recognitions[1].until = '2024-12-31'
      admission.rules[0].requires = {
        kind: 'credits',
        atLeast: 1,
        from: ['other'],
        awarded: { since: '2025-01-01' },
      }
      admission.eligible = mooc
    })
    expect(found).toEqual([
      '$.specializations[0].admission.rules[0].requires: no credential is recognised for it in that period',
    ])
  })

  test.each<[string, unknown]>([
    [
      'a skill that a person has to give a level to',
      { kind: 'skill', skill: 'vision', level: 8, from: ['other'] },
    ],
    ['the last hour there is', { kind: 'hours', atLeast: 74, from: ['ours'] }],
    ['more hours, of others as well', { kind: 'hours', atLeast: 1000 }],
    [
      'an item at the level it is mapped to',
      { kind: 'alignment', target: 'https://framework.example/chain', level: 4 },
    ],
    ['a foreign achievement of others', holds(foreign, ['other'])],
    [
      'a part that holds and another that must not',
      { kind: 'all', of: [mooc, { kind: 'not', of: holds('area-safety') }] },
    ],
    [
      'the best grade',
      { kind: 'result', reaches: { grade: { atLeast: 'A', order: ['C', 'B', 'A'] } } },
    ],
  ])('takes %s', (_, requires) => {
    expect(asking(requires)).toEqual([])
  })
})
