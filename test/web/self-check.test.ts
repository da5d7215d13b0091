import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import { languages } from '../../src/language.ts'
import { english } from '../../src/messages/english.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { decided, heldForeign, heldOwn, linkInMemory } from '../support/granted.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const { outcomes } = english.admission
const words = english.pages.selfCheck

let shop: Shop
let completed: IssuedRecord
let another: IssuedRecord
let withdrawn: IssuedRecord
beforeAll(async () => {
  shop = await openShop()
  completed = await issueOne(shop.service)
  another = await issueOne(shop.service, { key: 'email:nikos@example.org', name: 'Νίκος Ιωάννου' })
  withdrawn = await issueOne(shop.service, { key: 'email:eleni@example.org', name: 'Ελένη Άννα' })
  shop.service.revoke(withdrawn.id, 'a mistake', 'issued-in-error')
})
afterAll(() => shop.close())

const linkOf = ({ id }: IssuedRecord) => `${publicUrl}/c/${id}`

function submit(
  links: readonly string[],
  { files = [], statements = [] }: { files?: readonly Blob[]; statements?: readonly string[] } = {},
) {
  const body = new FormData()
  body.append('links', links.join('\n'))
  if (files.length === 0) body.append('files', new Blob([]), '')
  for (const file of files) body.append('files', file, 'credential.json')
  for (const statement of statements) body.append('statement', statement)
  return shop.ask('/eligibility', { method: 'POST', body, headers: { accept: 'text/html' } })
}

/** How many rows each table of the ledger has. */
function rowCounts(): Readonly<Record<string, unknown>> {
  const database = new DatabaseSync(shop.config.databaseFile, { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const counts = tables.map((table) => {
    const name = String(Object(table).name)
    const row = database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()
    return [name, Object(row).rows] as const
  })
  database.close()
  return Object.fromEntries(counts)
}

const outcomesOf = (page: string) =>
  [...page.matchAll(/<p class="verdict-line.*?<strong>(.*?)<\/strong>/gs)].map(([, word]) => word)

const openOnes = () => shop.service.catalogue.specializations.length

describe('"What am I eligible for?"', () => {
  test('has a form that works without a script or an account', async () => {
    const response = await shop.ask('/eligibility')
    const page = await response.text()
    expect(page).toContain('action="/eligibility" enctype="multipart/form-data"')
    expect(page).not.toContain('<script')
    expect(response.headers.has('set-cookie')).toBe(false)
    for (const { id } of shop.service.catalogue.specializations[0]!.admission.statements)
      expect(page).toContain(`value="${id}"`)
  })

  test('whoever completed the course is eligible for every specialization that is open', async () => {
    const file = new Blob([completed.signed])
    for (const response of [
      await submit([linkOf(completed)]),
      await submit([], { files: [file] }),
    ]) {
      const page = await response.text()
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes.eligible.title))
      expect(page).toContain(words.resultNote)
    }
  })

  test('from the page of a credential one click leads there, and it counts already', async () => {
    const path = `/c/${completed.id}/eligibility`
    expect(await (await shop.ask(`/c/${completed.id}`)).text()).toContain(`href="${path}"`)
    const page = await (await shop.ask(path)).text()
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes.eligible.title))
    expect(page).toContain(linkOf(completed))
  })

  test('a statement alone has to be looked at by a person', async () => {
    const page = await (await submit([], { statements: ['project-idea'] })).text()
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes['needs-review'].title))
    expect(page).toContain(english.admission.labels.open)
    expect(page).toContain('The statement “I have a project idea” was made')
  })

  test('says what is missing and where to get it', async () => {
    const page = await (await submit([linkOf(withdrawn)])).text()
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes['not-yet'].title))
    expect(page).toContain(english.admission.labels.missing)
    expect(page).toContain('was revoked.')
    expect(page).toContain('href="/achievements/mooc-completion"')
  })

  test('two persons’ certificates are never counted together in silence', async () => {
    const page = await (await submit([linkOf(completed), linkOf(another)])).text()
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes['needs-review'].title))
    expect(page).toContain('do not clearly belong to one person')
  })

  test('a credential that does not count is not counted, and its page says why', async () => {
    const { headlines } = english
    const page = await (await shop.ask(`/c/${withdrawn.id}/eligibility`)).text()
    expect(page).toContain(`${words.notCounted} ${headlines.revoked.title}`)
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes['not-yet'].title))
    expect(await (await shop.ask(`/c/${withdrawn.id}`)).text()).not.toContain('/eligibility"')
  })

  test('writes nothing to the ledger', async () => {
    const before = rowCounts()
    expect(before).toMatchObject({ credential: 3, decision: 0 })
    await submit([linkOf(completed)], { statements: ['project-idea'] })
    await submit([linkOf(completed), linkOf(another)])
    await shop.ask(`/c/${completed.id}/eligibility`)
    expect(rowCounts()).toEqual(before)
  })

  test('what cannot be read is named, and what was typed stays in the form', async () => {
    const files = [new Blob(['hello'])]
    const links = ['https://no.example/c?<b>', linkOf(completed)]
    const page = await (await submit(links, { files, statements: ['project-idea'] })).text()
    expect(page).toContain(english.refusals['no-credential-found'].title)
    expect(page).toContain(english.refusals['address-unreachable'].title)
    expect(page).toContain('https://no.example/c?&lt;b&gt;')
    expect(page).not.toMatch(/<b>|\uFFFD/)
    expect(page).toMatch(/value="project-idea" checked/)
    expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(outcomes.eligible.title))
  })

  test('an empty form, and too many at once, come back as the form with what to do', async () => {
    const empty = await submit([])
    expect([empty.status, (await empty.text()).includes(words.nothingGiven.title)]).toEqual([
      422,
      true,
    ])
    const many = await submit(Array.from({ length: 11 }, (_, at) => `${linkOf(completed)}?${at}`))
    expect([many.status, (await many.text()).includes(words.tooMany.title)]).toEqual([422, true])
  })

  test.each<[string, () => Promise<Response>, number]>([
    ['a statement nobody asks about', () => submit([], { statements: ['rich-uncle'] }), 422],
    ['no form', () => shop.ask('/eligibility', { method: 'POST', body: '{}' }), 400],
    ['a credential that is not there', () => shop.ask('/c/unknown/eligibility'), 404],
    [
      'sixty parts and more',
      () => submit([], { statements: Array.from({ length: 70 }, () => 'project-idea') }),
      400,
    ],
    ['21 MB', () => submit([], { files: [new Blob([Buffer.alloc(21_000_000)])] }), 413],
  ])('%s is refused, with nobody’s fault', async (_what, ask, status) => {
    expect((await ask()).status).toBe(status)
    expect(shop.faults).toEqual([])
  })

  test('a learner with no script reads it in Greek', async () => {
    const page = await (await shop.ask(`/c/${completed.id}/eligibility?lang=el`)).text()
    expect(page).toContain('<html lang="el">')
    expect(page).toContain('Επιλέξιμος/-η')
  })

  test('takes the code that is printed on a certificate, in capitals too, and says how to apply', async () => {
    for (const code of [completed.id, completed.id.toUpperCase()]) {
      const page = await (await submit([code])).text()
      expect(outcomesOf(page)[0]).toBe(outcomes.eligible.title)
      expect(page).toContain(english.pages.specialization.applyWithProvider)
    }
  })

  test('says that a document is asked for later, not that it was not shown', async () => {
    const page = await (await submit([], { statements: ['host-library'] })).text()
    expect(page).toContain(
      words.documentLater('I have a library that will host my work-based phase'),
    )
    expect(page).not.toContain('was not shown')
    expect(outcomesOf(page)[0]).toBe(outcomes['needs-review'].title)
  })

  test('asks for the name where certificates bear different ones, and never advises what was handed in', async () => {
    const page = await (await submit([linkOf(completed), linkOf(another)])).text()
    expect(page).toContain(words.personsDiffer.title)
    expect(page).not.toContain(
      shop.service.catalogue.specializations[0]!.admission.rules[0]!.advice.en,
    )
    const body = new FormData()
    body.append('links', [completed, another].map(linkOf).join('\n'))
    body.append('person', 'Νίκος Ιωάννου')
    const named = await (await shop.ask('/eligibility', { method: 'POST', body })).text()
    expect(outcomesOf(named)[0]).toBe(outcomes.eligible.title)
    expect(named).toContain('value="Νίκος Ιωάννου"')
  })

  test('says that files are to be chosen again, where there were any', async () => {
    const file = new Blob([completed.signed])
    expect(await (await submit([], { files: [file] })).text()).toContain(words.filesAgain)
    expect(await (await submit([completed.id])).text()).not.toContain(words.filesAgain)
  })

  test.each(languages)(
    'the answer of an admission counts for nothing of its own, in %s',
    async (language) => {
      const held = [heldOwn(completed), heldForeign({ name: 'Ελένη Παπαδοπούλου' })]
      const stored = decided(shop.service, held, { id: `decision-${language}` })
      const id = await shop.service.eligibility.issue(stored, linkInMemory(), language)
      const { name } = JSON.parse(shop.service.issued(id)!.signed) as { name: string }
      const { pages, admission } = messagesFor(language)
      const page = await (await shop.ask(`/c/${id}/eligibility?lang=${language}`)).text()
      expect(page).toContain(pages.selfCheck.answerAlone(name))
      expect(page).toContain(pages.selfCheck.notAskedFor)
      expect(page).not.toContain(admission.creditReasons.counts)
      expect(outcomesOf(page)).toEqual(Array(openOnes()).fill(admission.outcomes['not-yet'].title))
      const both = await (await submit([id, linkOf(completed)])).text()
      expect(both).toContain(words.notAskedFor)
      expect(both).toContain(english.admission.creditReasons.counts)
    },
  )
})
