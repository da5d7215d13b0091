import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomId } from '../../src/ledger/identifiers.ts'
import { type AdmissionWorld, openAdmissionWorld } from '../admission/admission-world.ts'
import { json, problemCode } from '../support/shop.ts'

interface Problem {
  readonly code: string
  readonly detail: string
  readonly errors: readonly { readonly at: string; readonly message: string }[]
}

let world: AdmissionWorld
let token: string

const post = (path: string, body: unknown, language = 'en') =>
  world.shop.ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    token,
  })
const problemOf = async (members: unknown, language = 'en') =>
  json<Problem>(await post('/api/eligibility', members, language))
const sendForm = (fields: Readonly<Record<string, string>>) => {
  const body = new FormData()
  for (const [name, text] of Object.entries(fields)) body.append(name, text)
  return world.shop.ask('/api/eligibility', { method: 'POST', body, token })
}

beforeAll(async () => {
  world = await openAdmissionWorld({ env: { CALLS_PER_MINUTE: '100000' } })
  token = world.shop.token('provider', ['keeper'])
})
afterAll(() => world.shop.close())

describe('a refusal of POST /api/eligibility', () => {
  const keeper = { specialization: 'keeper' }
  const cases: readonly (readonly [string, unknown, string, string, string])[] = [
    ['no specialization', {}, 'bad-request', 'specialization', 'is missing'],
    ['no object', [], 'bad-request', '$', 'object is needed'],
    ['a long name', { ...keeper, person: 'x'.repeat(201) }, 'text-too-long', 'person', '200'],
    [
      'a long reference',
      { ...keeper, reference: 'x'.repeat(201) },
      'text-too-long',
      'reference',
      '200',
    ],
    [
      'a time to come',
      { ...keeper, appliedAt: '2099-01-01' },
      'bad-request',
      'appliedAt',
      'future',
    ],
    ['no country', { ...keeper, country: 'Latvia' }, 'country-needed', 'country', 'GR, IT'],
    [
      'nonsense',
      { ...keeper, statements: 'nonsense' },
      'bad-request',
      'statements',
      'project-idea',
    ],
    [
      'an unknown one',
      { ...keeper, statements: { x: true } },
      'statement-unknown',
      'statements',
      'project-idea',
    ],
    ['another member', { ...keeper, name: 'x' }, 'bad-request', 'name', 'person'],
  ]
  test.each(cases)('names the place: %s', async (_name, members, ...[code, at, part]) => {
    const problem = await problemOf(members)
    expect(problem.code).toBe(code)
    expect(problem.errors).toEqual([{ at, message: expect.stringContaining(part) }])
    expect(problem).toMatchObject({ detail: problem.errors[0]?.message })
  })

  test('is in the language of the reader', async () => {
    const { detail } = await problemOf({ ...keeper, person: 'x'.repeat(201) }, 'el')
    expect(detail).toBe('person: το πολύ 200 χαρακτήρες.')
  })

  test('of a form names the field that nobody knows, as of JSON', async () => {
    const answer = await sendForm({ ...keeper, refrence: 'A-1' })
    expect(answer.status).toBe(400)
    expect((await json<Problem>(answer)).detail).toContain('refrence')
    expect((await sendForm({ ...keeper, 'note:project-idea': 'A map' })).status).toBe(200)
  })

  test('of a review names the member that is missing', async () => {
    const { id } = await json<{ id: string }>(
      await post('/api/eligibility', { ...keeper, statements: { 'project-idea': true } }),
    )
    const review = async (body: object) =>
      json<Problem>(await post(`/api/eligibility/${id}/review`, body))
    const item = 'statement:project-idea'
    expect((await review({ item, verdict: 'accepted' })).detail).toBe('“note” is missing.')
    expect((await review({ item, note: 'x', verdict: 'yes' })).detail).toContain(
      'accepted, refused',
    )
    const long = { item, verdict: 'accepted', note: 'x'.repeat(2_001) }
    expect(await review(long)).toMatchObject({ code: 'text-too-long', errors: [{ at: 'note' }] })
  })

  test('of a body that is too large says how large it may be', async () => {
    const body = JSON.stringify({ item: 'x'.repeat(70_000) })
    const answer = await post('/api/eligibility/x/review', body)
    expect(await json<Problem>(answer)).toMatchObject({ detail: 'The body is over 64 kB' })
  })
})

describe('an id of ours that is not there', () => {
  test('is known not to be: it does not hold up the decision', async () => {
    const body = { specialization: 'keeper', credentials: [randomId()] }
    const found = await json<{ outcome: string; unread: { code: string }[] }>(
      await post('/api/eligibility', body),
    )
    expect(found).toMatchObject({ outcome: 'not-yet', unread: [{ code: 'credential-not-found' }] })
  })

  test('is refused by that code at /api/verify, and one in capitals is read as if it were in small letters', async () => {
    const { publicUrl } = world.shop.service
    const ask = (url: string) => post('/api/verify', { url })
    expect(await problemCode(await ask(`${publicUrl.origin}/c/${randomId()}`))).toBe(
      'credential-not-found',
    )
    const { id } = await world.mooc()
    for (const url of [id, id.toUpperCase(), `${publicUrl.origin}/c/${id.toUpperCase()}`])
      expect(await json(await ask(url))).toMatchObject({ verdict: 'valid' })
  })
})
