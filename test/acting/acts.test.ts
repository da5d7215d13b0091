import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import type { ActTerms } from '../../src/acting/plan.ts'
import type { Selection } from '../../src/acting/selection.ts'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { settingsCaller } from '../../src/service/access.ts'
import { Service } from '../../src/service/service.ts'
import { openClock } from '../support/clock.ts'
import { issueMany } from '../support/many.ts'
import { issuerTo } from '../support/new-learners.ts'
import { codeOfPromise, refusalOfPromise } from '../support/refused.ts'
import { openWorkshop } from '../support/workshop.ts'

const clock = openClock()
const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'office@example.org' }
let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeAll(async () => {
  workshop = await openWorkshop({ now: clock.now, env: { ...mail, FOUR_EYES_ABOVE: 'off' } })
})
afterAll(() => workshop.close())

const issued = issuerTo(() => workshop, clock)
const terms = (kind: ActTerms['kind'], more: Partial<ActTerms> = {}): ActTerms => ({
  kind,
  code: kind === 'revoke' || kind === 'renew' ? 'unspecified' : null,
  everybody: false,
  ...more,
})
const look = (kind: ActTerms, selection: Selection) =>
  workshop.service.acting.acts.preview({ terms: kind, selection }, settingsCaller)

/** Looks, asks for what was seen, and waits for it. */
async function carryOut(kind: ActTerms, selection: Selection) {
  const { acts, runs } = workshop.service.acting
  const { selection: digest } = await look(kind, selection)
  const { id } = await acts.ask(
    { terms: kind, selection, digest, reason: 'a test' },
    settingsCaller,
  )
  await runs.settled()
  return acts.one(id, settingsCaller)
}
const nameNow = (id: string) => {
  const badge = JSON.parse(workshop.service.issued(id)?.signed ?? '{}') as SignedBadge
  return recipientName(badge.credentialSubject)
}

describe('correcting many by a table', () => {
  test('gives each what its line says, and leaves out what says so already', async () => {
    const [one, two, three] = [
      await issued({ name: 'Marla Rosi' }),
      await issued({ name: 'Jānis' }),
      await issued({ name: 'Иван' }),
    ]
    const rows = [
      'id;name;score;day',
      `${one.id};Maria Rossi;;`,
      `https://badges.example.org/c/${two.id};;91,5;2026-11-19`,
      `${three.id};Иван;87;`,
    ].join('\r\n')
    const seen = await look(terms('correct'), { rows })
    expect(seen).toMatchObject({ toDo: 2, leftOut: { 'nothing-to-correct': 1 } })
    expect(seen.first[0]?.changes).toEqual({ name: 'Maria Rossi' })
    clock.pass()
    const done = await carryOut(terms('correct'), { rows })
    expect(done).toMatchObject({ state: 'done', counts: { done: 2, 'left-out': 1, failed: 0 } })
    expect(nameNow(one.id)).toBe('Maria Rossi')
    const { report } = await workshop.service.verify(
      Buffer.from(workshop.service.issued(two.id)?.signed ?? ''),
    )
    expect(report.verdict).toBe('valid')
    const again = await look(terms('correct'), { rows })
    expect(again).toMatchObject({ toDo: 0, leftOut: { 'nothing-to-correct': 3 } })
  })

  test('takes back the table of a search, with an apostrophe before what looks like a formula', async () => {
    const { id } = await issued({ name: 'Plain' })
    const head = 'id,url,name,title,learner,achievement,course,run,state,issued_at,letter,claimed'
    const rows = `\uFEFF${head}\r\n${id},u,"'=HYPERLINK(""x"")",t,l,a,c,r,issued,2026-11-27,,no\r\n`
    await carryOut(terms('correct'), { rows })
    expect(nameNow(id)).toBe('=HYPERLINK("x")')
  })

  test('refuses a table with a line that cannot be read, all of it, and names each', async () => {
    const { id } = await issued({ name: 'Still the same' })
    const refused = await refusalOfPromise(
      look(terms('correct'), {
        rows: [
          'id,name,score,day',
          `${id},New Name,,`,
          'nonsense,X,,',
          `${id},,101,`,
          `${'0'.repeat(26)},,,2999-01-01`,
          `${id},"open,,`,
        ].join('\n'),
      }),
    )
    expect(refused.code).toBe('bad-request')
    expect(refused.details.map(({ at }) => at)).toEqual(['line 3', 'line 4', 'line 5', 'line 6'])
    expect(nameNow(id)).toBe('Still the same')
    for (const rows of [
      '',
      'id\n',
      'name,score\n',
      `id,nmae\n${id},X`,
      `id,name\n${id},A\n${id},B`,
    ])
      expect([rows, await codeOfPromise(look(terms('correct'), { rows }))]).toEqual([
        rows,
        'bad-request',
      ])
    const kinds = await Promise.all([
      codeOfPromise(look(terms('correct'), { ids: [id] })),
      codeOfPromise(look(terms('revoke'), { rows: `id,name\n${id},X` })),
    ])
    expect(kinds).toEqual(['bad-request', 'bad-request'])
  })

  test('stands beside a learner who asks for the same: neither is lost, and the act fails for none', async () => {
    const { id } = await issued({ name: 'Marla' })
    const rows = `id,name\n${id},Maria`
    const { acts, runs } = workshop.service.acting
    const { selection: digest } = await look(terms('correct'), { rows })
    const wish = workshop.service.corrections.ask(id, { name: 'Marla Rossi' })
    await acts.ask(
      { terms: terms('correct'), selection: { rows }, digest, reason: 'x' },
      settingsCaller,
    )
    await runs.settled()
    expect(nameNow(id)).toBe('Maria')
    expect(workshop.service.corrections.one(wish.id).state).toBe('asked')
    clock.pass()
    await workshop.service.corrections.replace(id, {
      changes: { name: 'Marla Rossi' },
      reason: 'asked',
      by: 'test',
      correction: wish.id,
    })
    expect(nameNow(id)).toBe('Marla Rossi')
  })

  test('tells of each that could not be corrected when its turn came, and goes on', async () => {
    const [one, two] = [await issued({ name: 'A One' }), await issued({ name: 'B One' })]
    const { acts, runs } = workshop.service.acting
    const rows = `id,name\n${one.id},A Two\n${two.id},B Two`
    const { selection: digest } = await look(terms('correct'), { rows })
    const asking = acts.ask(
      { terms: terms('correct'), selection: { rows }, digest, reason: 'x' },
      settingsCaller,
    )
    const { id } = await asking
    workshop.service.revoke(one.id, 'meanwhile')
    await runs.settled()
    const done = acts.one(id, settingsCaller)
    expect(done.state).toBe('done')
    expect(done.counts.done + done.counts.failed).toBe(2)
    expect(nameNow(two.id)).toBe('B Two')
  })
})

describe('signing many anew', () => {
  test('gives each a version with the texts of today under its address, once', async () => {
    const ids = [(await issued({ name: 'New A' })).id, (await issued({ name: 'New B' })).id]
    workshop.service.revoke(ids[1] ?? '', 'before')
    const before = workshop.service.issued(ids[0] ?? '')
    const seen = await look(terms('renew'), { ids })
    expect(seen).toMatchObject({ toDo: 1, leftOut: { 'already-revoked': 1 } })
    clock.pass()
    const done = await carryOut(terms('renew'), { ids })
    expect(done.outcomes).toContainEqual({ state: 'done', code: 'renewed', count: 1 })
    const after = workshop.service.issued(ids[0] ?? '')
    expect([after?.signed === before?.signed, nameNow(ids[0] ?? '')]).toEqual([false, 'New A'])
    const check = async (text = '') =>
      (await workshop.service.verify(Buffer.from(text))).report.verdict
    expect([await check(before?.signed), await check(after?.signed)]).toEqual(['invalid', 'valid'])
    expect(workshop.service.ledger.versions.superseded(ids[0] ?? '')).toHaveLength(1)
  })
})

describe('writing to many again', () => {
  test('writes once to each who has an address and has not come, with a link that ends the older ones', async () => {
    const { service } = workshop
    const run = 'letters'
    const [first = '', , third = ''] = await issueMany(service, [
      { name: 'Anna', key: 'email:anna@example.org', email: 'anna@example.org', run },
      { name: 'Nobody', run },
      { name: 'Berta', key: 'email:berta@example.org', email: 'berta@example.org', run },
      { name: 'Anna', key: 'email:anna@example.org', email: 'anna@example.org', run: 'letters-2' },
    ])
    const learnerOf = (id: string) => service.ledger.credentials.byId(id)?.learner ?? ''
    const old = service.mail.newLink(learnerOf(first)).url
    const { url } = service.mail.newLink(learnerOf(third))
    service.mail.claims.use(url.split('/').at(-1) ?? '', () => undefined)
    const everyone = { filter: { course: 'biblio-mooc', from: '2026-11-27', q: '' } }
    const ids = { filter: { ...everyone.filter, run } }
    expect(await look(terms('resend'), ids)).toMatchObject({
      toDo: 1,
      leftOut: { 'no-address': 1, claimed: 1 },
    })
    expect(await look(terms('resend', { everybody: true }), ids)).toMatchObject({ toDo: 2 })
    const keys = await service.acting.finds.keys({ q: 'anna' }, settingsCaller, 10)
    const both = keys.map(({ id }) => id)
    expect(await look(terms('resend'), { ids: both })).toMatchObject({
      toDo: 1,
      leftOut: { 'same-learner': 1 },
    })
    const done = await carryOut(terms('resend'), ids)
    expect(done.outcomes).toContainEqual({ state: 'done', code: 'sent', count: 1 })
    expect(service.mail.claims.stateOf(old.split('/').at(-1) ?? '')).toBe('ended')
    const letters = service.ledger.mails.list({}, 100)
    expect(letters.filter(({ learner }) => learner === learnerOf(first))).toHaveLength(1)
    expect(letters.filter(({ learner }) => learner === learnerOf(third))).toHaveLength(0)
  })

  test('is refused where no letters are sent', async () => {
    const quiet = await openWorkshop({ now: clock.now })
    const { acts } = quiet.service.acting
    const [id = ''] = await issueMany(quiet.service, [{ name: 'Anna' }])
    const asked = acts.preview({ terms: terms('resend'), selection: { ids: [id] } }, settingsCaller)
    expect(await codeOfPromise(asked)).toBe('letters-off')
    await quiet.close()
  })
})

describe('an act', () => {
  test('is gone on with where another process left it, and nothing is done twice', async () => {
    const { service } = workshop
    const ids = await issueMany(
      service,
      Array.from({ length: 250 }, (_, at) => ({ name: `Left ${at}`, run: 'left' })),
    )
    const { acts, runs } = service.acting
    const selection = { filter: { run: 'left' } }
    const { selection: digest } = await look(terms('revoke'), selection)
    const asked = acts.ask(
      { terms: terms('revoke'), selection, digest, reason: 'x' },
      settingsCaller,
    )
    const { id } = await asked
    acts.turn(id, 'paused', settingsCaller)
    await runs.settled()
    const before = acts.one(id, settingsCaller)
    expect(before.state).toBe('paused')
    expect(before.counts.open).toBeGreaterThan(0)
    service.ledger.acts.turn(id, 'paused', 'running')
    const others = [1, 2].map(() => new Service(workshop.config, { now: clock.now }))
    for (const other of others) other.acting.runs.wake()
    await Promise.all(others.map((other) => other.acting.runs.settled()))
    expect(acts.one(id, settingsCaller)).toMatchObject({
      state: 'done',
      counts: { done: 250, failed: 0 },
    })
    expect(ids.every((each) => service.issued(each)?.revokedAt)).toBe(true)
    const entries = service.ledger.audit
      .after(0, 10_000, { action: 'credential-revoked' })
      .filter(({ about }) => ids.includes(about ?? ''))
    expect(entries).toHaveLength(250)
  })

  test('keeps nothing of who was erased: neither what it was to write, nor why', async () => {
    const { id, learner } = await issued({ name: 'Erased Soon' })
    const done = await carryOut(terms('correct'), { rows: `id,name\n${id},Written Wrongly` })
    workshop.service.erasure.erase({ learner }, 'test')
    const database = new DatabaseSync(workshop.config.databaseFile)
    const act = database.prepare('SELECT note FROM act WHERE id = ?').get(done.id)
    const item = database.prepare('SELECT changes FROM act_item WHERE act = ?').get(done.id)
    database.close()
    expect([act, item]).toEqual([{ note: null }, { changes: null }])
  })

  test('revokes what was erased as well: erasing is no way around it', async () => {
    const { id, learner } = await issued({ name: 'Gone' })
    workshop.service.erasure.erase({ learner }, 'test')
    const done = await carryOut(terms('revoke'), { ids: [id] })
    expect(done.counts.done).toBe(1)
    expect(workshop.service.ledger.credentials.byId(id)?.revokedAt).not.toBeNull()
  })
})
