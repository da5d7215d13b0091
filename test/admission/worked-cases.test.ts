import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ApplicationForm } from '../../src/admission/application-form.ts'
import type { DecisionView } from '../../src/admission/decision-view.ts'
import type { Review } from '../../src/learning/eligibility/application.ts'
import type { ModuleResult, WaiverState } from '../../src/learning/eligibility/decision.ts'
import { openWorkedWorld, type WorkedWorld } from './worked-world.ts'

let world: WorkedWorld
beforeAll(async () => {
  world = await openWorkedWorld()
})
afterAll(() => world.close())

const page = readFileSync('docs/ELIGIBILITY.md', 'utf8')

/** The cells of the table between `<!-- name -->` and `<!-- /name -->`, without the rule beneath its head. */
function tableOf(name: string): string[][] {
  const [, inside = ''] = page.split(new RegExp(`<!-- /?${name} -->`))
  const [head = '', , ...rows] = inside.trim().split('\n')
  return [head, ...rows].map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

const code = (text: string) => `\`${text}\``
const listed = (items: readonly string[]) => (items.length === 0 ? '–' : items.join(', '))

/** What was handed in, as the checking side read it. */
const goesIn = ({ application }: DecisionView): string[][] => [
  ['handed in', 'of', 'hours', 'name', 'found'],
  ...application.credentials.map(({ title, isOwn, issuer, hours, name, standing }) => [
    title ?? '',
    isOwn ? 'us' : code(issuer),
    isOwn ? 'by module' : String(hours ?? '–'),
    name ?? '',
    standing,
  ]),
  ...application.statements.map(({ statement, note, document }) => [
    `statement ${code(statement)}: ${document?.name ?? note}`,
    'the applicant',
    '–',
    '–',
    '–',
  ]),
]

const inState = (modules: readonly ModuleResult[], state: WaiverState) =>
  listed(
    modules
      .filter((module) => module.state === state)
      .map(({ module, hoursProven, hours }) => `${code(module)} ${hoursProven} of ${hours}`),
  )

function facts({ decision, application }: DecisionView): readonly (readonly [string, string])[] {
  const { outcome, reason, priority, rules, modules, credentials, toReview, validUntil } = decision
  // Notes are in the order of ids, some of which are made by chance: told in the order of handing in.
  const notes = application.credentials.map(({ id }) =>
    credentials.find((credit) => credit.id === id),
  )
  return [
    ['outcome', `${code(outcome)}: ${code(reason)}`],
    ['points', `${priority.points} of ${priority.of}, ${priority.pending} open`],
    ...rules.map((rule) => [code(rule.rule), `${rule.outcome}: ${code(rule.reason)}`] as const),
    ['credentials', listed(notes.map((note) => `${note?.counts}: ${code(note?.reason ?? '')}`))],
    ['modules in full', inState(modules, 'proven')],
    ['modules in part', inState(modules, 'partial')],
    ['modules skipped', inState(modules, 'waived')],
    ['waits for a person', listed(toReview.map(code))],
    ['holds until', validUntil.slice(0, 10)],
  ]
}

/** One column for each step. */
function comesOut(steps: readonly (readonly [string, DecisionView])[]): string[][] {
  const [first = []] = steps.map(([, view]) => facts(view))
  return [
    ['', ...steps.map(([step]) => step)],
    ...first.map(([fact], at) => [fact, ...steps.map(([, view]) => facts(view)[at]?.[1] ?? '')]),
  ]
}

const shown = (rows: string[][]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n')

const accepted = (item: string): Review => ({ item, verdict: 'accepted' })
const refused = (item: string): Review => ({ item, verdict: 'refused' })

/** Decides, has a person settle items, and holds the page to what came out. */
async function work(name: string, form: ApplicationForm, reviews: readonly Review[] = []) {
  const { admissions } = world.service
  const first = await admissions.decide(form, world.provider)
  const steps: [string, DecisionView][] = [['decided', first]]
  for (const review of reviews)
    admissions.review(first.id, { ...review, note: 'Seen' }, world.provider)
  if (reviews.length > 0) {
    const told = reviews.map(({ item, verdict }) => `${code(item)} ${verdict}`).join(', ')
    steps.push([told, admissions.find(first.id, world.provider)])
  }
  expect(shown(tableOf(`${name}-in`))).toBe(shown(goesIn(first)))
  expect(shown(tableOf(`${name}-out`))).toBe(shown(comesOut(steps)))
  expect(admissions.rerun(first.id, world.provider).isSame).toBe(true)
}

describe('the worked cases of docs/ELIGIBILITY.md', () => {
  test('come out as written for somebody who completed the MOOC', async () => {
    const form = world.form([await world.ours('mooc-completion', 'Maria Rossi')])
    await work('case-mooc', form)
  })

  test('come out as written for other certificates with equal hours', async () => {
    const handed = [
      await world.academys({
        number: 1,
        title: 'Libraries in social media',
        person: 'Maria Rossi',
        hours: '36',
        skills: ['social-media', 'content-creation', 'data-protection'],
      }),
      await world.ours('area-communication', 'Maria Rossi'),
    ]
    const items = ['module:ceco-06', 'module:ceco-08', 'module:ceco-12', 'admission']
    await work('case-hours', world.form(handed), items.map(accepted))
  })

  test('come out as written for a project idea alone', async () => {
    const note = 'A book bus that teaches'
    const statements = [{ statement: 'project-idea', note, document: null }]
    await work('case-idea', world.form([], { statements }), [accepted('statement:project-idea')])
  })

  test('come out as written for a proof that has expired', async () => {
    const expired = await world.academys({
      number: 2,
      title: 'Content for libraries',
      person: 'Maria Rossi',
      hours: '20',
      skills: ['content-creation'],
      validUntil: '2026-10-31T23:59:59Z',
    })
    await work('case-expired', world.form([expired]))
  })

  test("come out as written for certificates in two persons' names", async () => {
    const handed = [
      await world.ours('mooc-completion', 'Anna Bianchi'),
      await world.academys({
        number: 3,
        title: 'Libraries in social media',
        person: 'Maria Rossi',
        hours: '36',
        skills: ['social-media'],
      }),
    ]
    await work('case-persons', world.form(handed), [refused('person')])
    await work('case-named', world.form(handed, { person: 'anna  BIANCHI' }))
  })
})
