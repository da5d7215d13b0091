import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import type { FindAsked } from '../../src/acting/find-asked.ts'
import { settingsCaller } from '../../src/service/access.ts'
import { Service } from '../../src/service/service.ts'
import { openClock } from '../support/clock.ts'
import { issueMany } from '../support/many.ts'
import { catalogueWithPartners, usualPartner } from '../support/partners.ts'
import { codeOf } from '../support/refused.ts'
import { openWorkshop } from '../support/workshop.ts'

const clock = openClock('2026-11-20T09:00:00Z')
let workshop: Awaited<ReturnType<typeof openWorkshop>>
const people = [
  'Μαρία Παπαδοπούλου',
  'Līga Ozoliņa',
  'Иван Иванов',
  'Giulia Rossi',
  'Zoë O’Neill',
  'Giulio Rossini',
] as const
let ids: string[]

beforeAll(async () => {
  workshop = await openWorkshop({ now: clock.now })
  ids = []
  for (const [at, name] of people.entries()) {
    clock.pass(24 * 60 * 60)
    const email = at === 3 ? 'giulia@example.org' : null
    const course = at === 4 ? 'another-course' : 'biblio-mooc'
    ids.push(...(await issueMany(workshop.service, [{ name, email, run: `r${at % 2}`, course }])))
  }
})
afterAll(() => workshop.close())

const none = { after: null, limit: 50 }
const names = (asked: FindAsked, caller = settingsCaller) =>
  workshop.service.acting.finds.credentials(asked, caller, none).found.map(({ name }) => name)

describe('finding credentials', () => {
  test.each([
    ['παπαδοπουλου', ['Μαρία Παπαδοπούλου']],
    ['ΜΑΡΙΑ παπ', ['Μαρία Παπαδοπούλου']],
    ['ozolina', ['Līga Ozoliņa']],
    ['LĪGA', ['Līga Ozoliņa']],
    ['иванов', ['Иван Иванов']],
    ['zoe oneill', []],
    ['zoe neill', ['Zoë O’Neill']],
    ['ross', ['Giulio Rossini', 'Giulia Rossi']],
    ['rossi giulia', ['Giulia Rossi']],
    ['ossi', []],
    ['Maria', []],
    ['giulia@example.org', ['Giulia Rossi']],
    ['GIULIA@EXAMPLE.ORG', ['Giulia Rossi']],
    ['giulia@example', []],
    ['!!!', []],
    ["' OR 1=1 --", []],
    ['%', []],
  ])('by %s', (q, found) => {
    expect(names({ q })).toEqual(found)
  })

  test('by id, bare and in any of its addresses', () => {
    const [id = ''] = ids
    const at = `https://badges.example.org/c/${id}`
    for (const q of [id, at, `${at}.pdf`, `${at}?lang=el`, ` ${at} `])
      expect(names({ q })).toEqual(['Μαρία Παπαδοπούλου'])
    expect(names({ q: `${id.slice(0, 25)}_` })).toEqual([])
  })

  test('by run, course, day and state, all of which must fit', () => {
    expect(names({ run: 'r1' })).toEqual(['Giulio Rossini', 'Giulia Rossi', 'Līga Ozoliņa'])
    expect(names({ course: 'another-course' })).toEqual(['Zoë O’Neill'])
    expect(names({ from: '2026-11-22', to: '2026-11-23' })).toEqual(['Иван Иванов', 'Līga Ozoliņa'])
    expect(names({ q: 'rossi', from: '2026-11-25' })).toEqual(['Giulio Rossini'])
    expect(names({ status: ['reserved', 'revoked'] })).toEqual([])
    expect(names({ status: ['unclaimed'], run: 'r0' })).toHaveLength(3)
    expect(names({ achievement: 'no-such' })).toEqual([])
    expect(names({ issuer: 'did:web:badges.example.org', run: 'r1' })).toHaveLength(3)
    expect(names({ issuer: 'did:web:another.example', run: 'r1' })).toEqual([])
  })

  test('by the partner that signs for the programme, by its id', async () => {
    const env = { CATALOGUE: catalogueWithPartners(usualPartner) }
    const partnered = await openWorkshop({ now: clock.now, env })
    await issueMany(partnered.service, [{ name: 'Anna' }])
    const by = (issuer: string) =>
      partnered.service.acting.finds.credentials({ issuer }, settingsCaller, none).found.length
    expect(['harbour-library', 'hill-academy', 'nobody'].map(by)).toEqual([1, 0, 0])
    expect(by('did:web:badges.example.org')).toBe(0)
    await partnered.close()
  })

  test('refuses what is no state, no day or beyond measure', () => {
    const refused = (asked: FindAsked) => codeOf(() => names(asked))
    expect(refused({ status: ['lost'] })).toBe('bad-request')
    expect(refused({ from: '22.11.2026' })).toBe('bad-request')
    expect(refused({ q: 'x'.repeat(301) })).toBe('bad-request')
    expect(refused({ status: ['issued'] })).toBeUndefined()
  })

  test('goes on page by page, and what is issued meanwhile moves nothing', async () => {
    const { finds } = workshop.service.acting
    const first = finds.credentials({}, settingsCaller, { after: null, limit: 2 })
    expect(first.found.map(({ name }) => name)).toEqual(['Giulio Rossini', 'Zoë O’Neill'])
    await issueMany(workshop.service, [{ name: 'Newcomer' }])
    const next = finds.credentials({}, settingsCaller, { after: first.next, limit: 2 })
    expect(next.found.map(({ name }) => name)).toEqual(['Giulia Rossi', 'Иван Иванов'])
    expect([...finds.all({ q: 'rossi' }, settingsCaller)].length).toBe(2)
  })

  test('shows nothing of a course out of scope, whatever is asked for', () => {
    const issuer = { token: 't', role: 'issuer', scope: ['another-course'], provider: 't' } as const
    expect(names({}, issuer)).toEqual(['Zoë O’Neill'])
    for (const asked of [{ q: 'rossi' }, { q: ids[0] }, { course: 'biblio-mooc' }, { run: 'r1' }])
      expect(names(asked, issuer)).toEqual([])
    const { finds } = workshop.service.acting
    const [first = ''] = ids
    expect(codeOf(() => finds.one(first, issuer))).toBe('credential-not-found')
    expect(codeOf(() => finds.one('0'.repeat(26), issuer))).toBe('credential-not-found')
    const { learner } = finds.one(first, settingsCaller)
    expect(codeOf(() => finds.learner(learner, issuer))).toBe('learner-not-found')
    expect(finds.learners({ q: 'rossi' }, issuer, none).found).toEqual([])
    const provider = { ...issuer, role: 'provider' } as const
    expect(codeOf(() => names({}, provider))).toBe('forbidden')
  })

  test('finds learners, each once, and all about one', () => {
    const { finds } = workshop.service.acting
    const [found] = finds.learners({ q: 'giulia' }, settingsCaller, none).found
    expect(found).toMatchObject({ name: 'Giulia Rossi', email: 'giulia@example.org', held: 1 })
    const file = finds.learner(found?.id ?? '', settingsCaller)
    expect(file.credentials.map(({ id }) => id)).toEqual([ids[3]])
    expect(file.decisions).toEqual([])
  })

  test('forgets the words of a name with the person', () => {
    const { service } = workshop
    service.erasure.erase({ learner: service.erasure.learnerOf('name:Giulio Rossini') }, 'test')
    expect(names({ q: 'rossini' })).toEqual([])
    const database = new DatabaseSync(workshop.config.databaseFile)
    const left = database.prepare(`SELECT count(*) AS n FROM name_word WHERE word LIKE 'rossini%'`)
    expect(left.get()).toEqual({ n: 0 })
    database.close()
    expect(names({ status: ['erased'] })).toEqual([null])
  })

  test('finds those as well who were there before names were kept so', () => {
    const database = new DatabaseSync(workshop.config.databaseFile)
    database.exec('DELETE FROM name_word; UPDATE learner SET folded = 0')
    database.close()
    expect(names({ q: 'liga' })).toEqual([])
    const again = new Service(workshop.config, { now: clock.now })
    const { found } = again.acting.finds.credentials({ q: 'liga' }, settingsCaller, none)
    expect(found.map(({ name }) => name)).toEqual(['Līga Ozoliņa'])
  })
})
