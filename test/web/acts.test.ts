import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Act, Preview } from '../../src/acting/act.ts'
import { actingAs } from '../../src/service/acting.ts'
import { openClock } from '../support/clock.ts'
import { issueMany } from '../support/many.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

const clock = openClock()
let shop: Shop
let issuer: string
let colleague: string
let outsider: string
beforeAll(async () => {
  shop = await openShop({ now: clock.now, env: { FOUR_EYES_ABOVE: '3' } })
  issuer = shop.token('issuer', ['biblio-mooc'])
  colleague = shop.token('issuer', ['biblio-mooc'])
  outsider = shop.token('issuer', ['another-course'])
})
afterAll(() => shop.close())

let runs = 0
/** So many credentials in a run of their own. */
async function cohort(count: number, course = 'biblio-mooc') {
  runs += 1
  const run = `run-${runs}`
  const ids = await issueMany(
    shop.service,
    Array.from({ length: count }, (_, at) => ({ name: `Learner ${runs}-${at}`, run, course })),
  )
  clock.pass()
  return { run, ids }
}

const post = (path: string, body: object, token: string) =>
  shop.ask(path, { method: 'POST', body: JSON.stringify(body), token })
const look = async (body: object, token = issuer) =>
  json<Preview>(await post('/api/acts?dryRun=true', body, token))
const ask = (body: object, token = issuer) =>
  post('/api/acts', { reason: 'the wrong export', ...body }, token)
const act = async (id: string, token = issuer) =>
  json<Act>(await shop.ask(`/api/acts/${id}`, { token }))
const isRevoked = (id: string) => shop.service.issued(id)?.revokedAt !== null

describe('revoking many', () => {
  test('is looked at first, and then does what was seen, to each with the reason', async () => {
    const { run, ids } = await cohort(3)
    const [first = ''] = ids
    shop.service.revoke(first, 'before')
    const wish = { kind: 'revoke', filter: { run }, code: 'issued-in-error' }
    const seen = await look(wish)
    expect(seen).toMatchObject({
      selected: 3,
      toDo: 2,
      leftOut: { 'already-revoked': 1 },
      courses: { 'biblio-mooc': 2 },
      achievements: { 'mooc-completion': 2 },
      states: { issued: 2, revoked: 1 },
      needsApproval: false,
    })
    expect(seen.first.map(({ leftOut }) => leftOut)).toEqual([null, null, 'already-revoked'])
    expect(ids.map(isRevoked)).toEqual([true, false, false])
    const answered = await ask({ ...wish, selection: seen.selection })
    expect(answered.status).toBe(202)
    const { id } = await json<Act>(answered)
    expect(answered.headers.get('location')).toBe(`/api/acts/${id}`)
    await shop.service.acting.runs.settled()
    expect(await act(id)).toMatchObject({
      state: 'done',
      counts: { done: 2, 'left-out': 1, failed: 0, open: 0 },
    })
    expect(ids.map(isRevoked)).toEqual([true, true, true])
    expect(shop.service.issued(ids[1] ?? '')?.revocationCode).toBe('issued-in-error')
    const csv = await (await shop.ask(`/api/acts/${id}/result.csv`, { token: issuer })).text()
    expect(csv.match(/,done,revoked,/g)).toHaveLength(2)
    expect(csv.match(/,left-out,already-revoked,/g)).toHaveLength(1)
  })

  test('is refused once the selection is another one, and says which it is now', async () => {
    const { run, ids } = await cohort(2)
    const wish = { kind: 'revoke', filter: { run } }
    const seen = await look(wish)
    shop.service.revoke(ids[0] ?? '', 'meanwhile')
    const refused = await ask({ ...wish, selection: seen.selection })
    const body = await json<{ code: string; errors: { at: string; message: string }[] }>(refused)
    expect([refused.status, body.code]).toEqual([409, 'selection-changed'])
    const now = await look(wish)
    expect(body.errors).toContainEqual({ at: 'selection', message: now.selection })
    expect(isRevoked(ids[1] ?? '')).toBe(false)
    for (const twin of [
      { ...wish, code: 'key-compromised' },
      { kind: 'revoke', ids: ids.slice(0, 1) },
    ])
      expect(await problemCode(await ask({ ...twin, selection: now.selection }))).toBe(
        'selection-changed',
      )
    expect((await ask({ ...wish, selection: now.selection })).status).toBe(202)
  })

  test('needs a condition, a reason, and something to do', async () => {
    const { ids, run } = await cohort(1)
    const code = async (body: object) => problemCode(await ask(body))
    expect(await code({ kind: 'revoke', filter: {} })).toBe('bad-request')
    expect(await code({ kind: 'revoke', filter: { status: [], q: ' ' } })).toBe('bad-request')
    expect(await code({ kind: 'revoke', ids: [] })).toBe('bad-request')
    expect(await code({ kind: 'revoke', ids: ['nonsense'] })).toBe('bad-request')
    expect(await code({ kind: 'revoke', filter: { run }, ids })).toBe('bad-request')
    expect(await code({ kind: 'revoke', filter: { run, colour: 'red' } })).toBe('bad-request')
    expect(await code({ kind: 'burn', filter: { run } })).toBe('bad-request')
    expect(await code({ kind: 'revoke', ids, reason: ' ' })).toBe('reason-missing')
    const nobody = { kind: 'revoke', ids: ['0'.repeat(26)] }
    const { selection } = await look(nobody)
    expect(await code({ ...nobody, selection })).toBe('nothing-to-do')
    expect(ids.map(isRevoked)).toEqual([false])
  })

  test('reaches nothing out of scope, and tells it like what is not there', async () => {
    const { ids } = await cohort(1)
    const foreign = await look({ kind: 'revoke', ids }, outsider)
    const unknown = await look({ kind: 'revoke', ids: ['0'.repeat(26)] }, outsider)
    expect(foreign).toMatchObject({ toDo: 0, leftOut: { 'credential-not-found': 1 }, states: {} })
    expect(foreign.first[0]).toMatchObject({ name: null, course: null })
    expect({ ...foreign, selection: '', first: [] }).toEqual({
      ...unknown,
      selection: '',
      first: [],
    })
    const seen = await look({ kind: 'revoke', ids })
    const { id } = await json<Act>(await ask({ kind: 'revoke', ids, selection: seen.selection }))
    for (const path of ['', '/events', '/result.csv'])
      expect(await problemCode(await shop.ask(`/api/acts/${id}${path}`, { token: outsider }))).toBe(
        'act-not-found',
      )
    for (const path of ['approve', 'refuse', 'pause', 'resume'])
      expect(
        await problemCode(await post(`/api/acts/${id}/${path}`, { answer: 'x' }, outsider)),
      ).toBe('act-not-found')
    const listed = await json<{ acts: Act[] }>(await shop.ask('/api/acts', { token: outsider }))
    expect(listed.acts).toEqual([])
    const provider = shop.token('provider')
    expect(await problemCode(await ask({ kind: 'revoke', ids }, provider))).toBe('forbidden')
    expect((await shop.ask('/api/acts')).status).toBe(401)
  })
})

describe('four eyes', () => {
  async function asked(count = 4) {
    const { run, ids } = await cohort(count)
    const wish = { kind: 'revoke', filter: { run } }
    const { selection, needsApproval } = await look(wish)
    const made = await json<Act>(await ask({ ...wish, selection }))
    return { ids, needsApproval, made, wish: { ...wish, selection } }
  }
  const approve = (id: string, token: string) => post(`/api/acts/${id}/approve`, {}, token)

  test('wait above the number, and not at it', async () => {
    const atIt = await asked(3)
    const above = await asked(4)
    expect([atIt.needsApproval, above.needsApproval]).toEqual([false, true])
    expect(above.made.state).toBe('asked')
    await shop.service.acting.runs.settled()
    expect(atIt.ids.map(isRevoked)).toEqual([true, true, true])
    expect(above.ids.some(isRevoked)).toBe(false)
  })

  test('are not those of whoever asked, whatever token, and one other pair is enough', async () => {
    const { made, ids, wish } = await asked()
    expect(await problemCode(await approve(made.id, issuer))).toBe('own-act')
    expect(await problemCode(await approve(made.id, outsider))).toBe('act-not-found')
    const again = await json<Act>(await ask(wish))
    expect(again.id).toBe(made.id)
    expect((await approve(made.id, colleague)).status).toBe(200)
    await shop.service.acting.runs.settled()
    expect(ids.every(isRevoked)).toBe(true)
    const done = await act(made.id)
    expect([done.askedBy === done.settledBy, done.state]).toEqual([false, 'done'])
  })

  test('of two at once one says yes, the other hears that it was said', async () => {
    const { made, ids } = await asked()
    const answers = await Promise.all([approve(made.id, colleague), approve(made.id, adminToken)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await shop.service.acting.runs.settled()
    expect(ids.every(isRevoked)).toBe(true)
    expect((await act(made.id)).counts).toMatchObject({ done: 4, failed: 0 })
  })

  test('are not two tokens of one person', async () => {
    const account = await shop.service.operator.accounts.make(
      { login: 'ada', label: 'Ada', role: 'admin', scope: [], provider: null },
      'nine blue herons fly',
    )
    const [one, two] = ['one', 'two'].map((label) =>
      actingAs(account.id, () =>
        shop.service.operator.tokens.make({ label, role: 'issuer', scope: [], provider: null }),
      ),
    )
    const { run } = await cohort(4)
    const wish = { kind: 'revoke', filter: { run } }
    const { selection } = await look(wish, one)
    const { id } = await json<Act>(await ask({ ...wish, selection }, one))
    expect(await problemCode(await approve(id, two ?? ''))).toBe('own-act')
    expect((await approve(id, colleague)).status).toBe(200)
    await shop.service.acting.runs.settled()
  })

  test('see what is there now: what changed since it was asked for is not done', async () => {
    const { made, ids } = await asked()
    shop.service.revoke(ids[0] ?? '', 'meanwhile')
    expect(await problemCode(await approve(made.id, colleague))).toBe('selection-changed')
    expect(ids.map(isRevoked)).toEqual([true, false, false, false])
    expect((await act(made.id)).state).toBe('asked')
  })

  test('say no with a note, or who asked takes it back, once', async () => {
    for (const token of [colleague, issuer]) {
      const { made, ids } = await asked()
      const refuse = (answer: string) => post(`/api/acts/${made.id}/refuse`, { answer }, token)
      expect(await problemCode(await refuse(' '))).toBe('reason-missing')
      expect(await json<Act>(await refuse('not these'))).toMatchObject({
        state: 'refused',
        answer: 'not these',
      })
      expect(await problemCode(await refuse('again'))).toBe('act-settled')
      expect(await problemCode(await approve(made.id, colleague))).toBe('act-settled')
      expect(ids.some(isRevoked)).toBe(false)
    }
  })

  test('have seven days', async () => {
    const { made } = await asked()
    clock.pass(7 * 24 * 60 * 60 - 120)
    expect((await act(made.id)).state).toBe('asked')
    clock.pass(180)
    expect(await problemCode(await approve(made.id, colleague))).toBe('act-settled')
    expect((await act(made.id)).state).toBe('ended')
  })

  test('stand in the audit log: who asked, who approved, and each in the name of who asked', async () => {
    const { made, ids } = await asked()
    await approve(made.id, colleague)
    await shop.service.acting.runs.settled()
    const { audit } = shop.service.ledger
    const told = audit.after(0, 1_000, { about: made.id })
    const asker = issuer.split('_')[1]
    const approver = colleague.split('_')[1]
    expect(told.map(({ action, actor, detail }) => [action, actor, detail])).toEqual([
      ['act-asked', asker, 'revoke 4'],
      ['act-approved', approver, null],
      ['act-done', asker, null],
    ])
    const [entry] = audit.after(0, 10, { about: ids[0] ?? '', action: 'credential-revoked' })
    expect(entry?.actor).toBe(asker)
  })
})

describe('events of an act', () => {
  test('tell how far it is and end with it', async () => {
    const { run } = await cohort(2)
    const wish = { kind: 'revoke', filter: { run } }
    const { selection } = await look(wish)
    const { id } = await json<Act>(await ask({ ...wish, selection }))
    const text = await (await shop.ask(`/api/acts/${id}/events`, { token: issuer })).text()
    expect(text).toMatch(/event: done\ndata: .*"state":"done"/)
    expect(shop.faults).toEqual([])
  })
})
