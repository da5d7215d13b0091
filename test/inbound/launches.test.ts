import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Connection } from '../../src/service/inbound/connections.ts'
import { openClock } from '../support/clock.ts'
import { begin, connectPlatform, end, launch } from '../support/launching.ts'
import { learnerRole, openPlatform, type Platform, teacherRole } from '../support/lti-platform.ts'
import { json, openShop, type Shop } from '../support/shop.ts'

const clock = openClock()
let platform: Platform
let shop: Shop
let connection: Connection
beforeAll(async () => {
  platform = await openPlatform(clock.now)
  shop = await openShop({
    now: clock.now,
    fetch: platform.fetch,
    env: { CALLS_PER_MINUTE: '10000' },
  })
  connection = await connectPlatform(shop)
})
afterAll(async () => {
  await shop.close()
  await platform.close()
})

const issued = () => shop.service.ledger.credentials.count('issued')
const wholeTab = { 'sec-fetch-dest': 'document' }
const inFrame = { 'sec-fetch-dest': 'iframe' }

describe('a launch by LTI 1.3', () => {
  test('issues the achievement of the course and shows the learner their own view', async () => {
    const before = issued()
    const answer = await launch(
      { shop, platform, connection },
      { sub: 'u1', name: 'Ada Lovelace' },
      { headers: wholeTab },
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my'])
    expect(issued()).toBe(before + 1)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const own = await shop.ask('/my', { headers: { cookie, accept: 'text/html' } })
    expect(own.status).toBe(200)
    expect(await own.text()).toContain('Ada Lovelace')
    expect(shop.faults).toEqual([])
  })

  test('issues once for each person of the platform, however often they come', async () => {
    const before = issued()
    const person = { sub: 'u2', name: 'Grace Hopper' }
    for (let at = 0; at < 3; at += 1)
      expect((await launch({ shop, platform, connection }, person)).status).toBe(200)
    expect(issued()).toBe(before + 1)
    await launch({ shop, platform, connection }, { sub: 'u3', name: 'Grace Hopper' })
    expect(issued()).toBe(before + 2)
  })

  test('within a frame, has one button to a tab of its own, and may be shown by the platform alone', async () => {
    const person = { sub: 'u4', name: 'Mary Somerville' }
    const answer = await launch({ shop, platform, connection }, person, { headers: inFrame })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain('frame-ancestors https://lms.example.org')
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
    const link = /href="(\/claim\/[0-9a-z]+)" target="_blank"/.exec(page)?.[1] ?? ''
    const claim = await shop.ask(link, { headers: { accept: 'text/html' } })
    expect(claim.status).toBe(200)
    expect(await claim.text()).toContain('M. S.')
    clock.pass(16 * 60)
    expect((await shop.ask(link, { headers: { accept: 'text/html' } })).status).toBe(410)
  })

  test('where the browser keeps no cookie, still issues, and lets nobody in without another step', async () => {
    const before = issued()
    const person = { sub: 'u5', name: 'Sophie Germain' }
    const odd = { headers: wholeTab, withCookie: false }
    const answer = await launch({ shop, platform, connection }, person, odd)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    expect(issued()).toBe(before + 1)
  })

  test.each([
    ['a teacher', [teacherRole]],
    ['a teacher who also learns', [learnerRole, teacherRole]],
    [
      'an administrator of the site',
      ['http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator'],
    ],
    ['nobody in particular', []],
  ])('issues nothing to %s', async (_who, roles) => {
    const before = issued()
    const odd = { claims: { [platform.claim('roles')]: roles }, headers: wholeTab }
    const answer = await launch({ shop, platform, connection }, { sub: 't', name: 'T' }, odd)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Learners collect their certificate here')
    expect(issued()).toBe(before)
  })

  test('takes a student by the institution where the platform names no role of the course', async () => {
    const roles = ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student']
    const odd = { claims: { [platform.claim('roles')]: roles } }
    const answer = await launch({ shop, platform, connection }, { sub: 'u6', name: 'Emmy' }, odd)
    expect(await answer.text()).toContain('target="_blank"')
  })

  test('without a name waits for one, told as a line of the batch, and issues when it comes', async () => {
    const before = issued()
    for (let at = 0; at < 2; at += 1) {
      const answer = await launch({ shop, platform, connection }, { sub: 'u7' })
      expect(await answer.text()).toContain('Your name is missing')
    }
    expect(issued()).toBe(before)
    const [batch = ''] = shop.service.ledger.connections.batches(connection.record.id, 1)
    const lines = shop.service.ledger.batches.lines(batch, { line: 0, offset: 0 }, 500)
    expect(lines.filter(({ code }) => code === 'name-missing')).toHaveLength(1)
    await launch({ shop, platform, connection }, { sub: 'u7', name: 'Hypatia' })
    expect(issued()).toBe(before + 1)
  })

  test('issues what the custom parameters of the link say, within the course', async () => {
    const achievement = 'area-information'
    const own = shop.service.catalogue.courses[0]?.achievements.find(
      ({ earnedBy }) => earnedBy.kind === 'area-completed',
    )
    const custom = { [platform.claim('custom')]: { achievement: own?.id ?? achievement } }
    const before = issued()
    const person = { sub: 'u8', name: 'Rosalind' }
    await launch({ shop, platform, connection }, person, { claims: custom })
    expect(issued()).toBe(before + 1)
    const strange = { [platform.claim('custom')]: { achievement: 'master-of-arts' } }
    const refused = await launch({ shop, platform, connection }, person, { claims: strange })
    expect(refused.status).toBe(404)
    expect(issued()).toBe(before + 1)
  })

  test('tells learners apart by an address only where the operator says that it may', async () => {
    const trusting = await connectPlatform(shop, { run: '2026-mail', trustsEmail: true })
    const plain = await connectPlatform(shop, { run: '2026-plain' })
    const person = { sub: 'u9', name: 'Victim', email: 'victim@example.org' }
    await launch({ shop, platform, connection: plain }, person)
    expect(shop.service.ledger.learners.byKey('email:victim@example.org')).toBeUndefined()
    await launch({ shop, platform, connection: trusting }, person)
    expect(shop.service.ledger.learners.byKey('email:victim@example.org')).toBeDefined()
  })

  test('issues nothing to whoever had everything erased, and says so', async () => {
    const world = { shop, platform, connection }
    const person = { sub: 'u11', name: 'Gone' }
    await launch(world, person)
    const learner = shop.service.ledger.learners.byKey('lms:https://lms.example.org u11')?.id ?? ''
    shop.service.erasure.erase({ learner }, 'test')
    const before = issued()
    for (let at = 0; at < 2; at += 1)
      expect(await (await launch(world, person)).text()).toContain('Your data were erased here')
    expect(issued()).toBe(before)
  })

  test('fetches keys that the platform changed a moment ago', async () => {
    const before = platform.asked
    platform.publish([{ ...platform.jwk, kid: 'k2' }])
    const { state, nonce, target, cookie } = await begin(shop, connection)
    const claims = platform.claimsFor({ sub: 'u10', name: 'New Key' }, { nonce, target })
    const token = await platform.sign(claims, { kid: 'k2' })
    const answer = await end(shop, connection, { id_token: token, state }, { cookie })
    platform.publish([platform.jwk])
    expect(answer.status).toBe(200)
    expect(platform.asked).toBeGreaterThan(before)
  })
})

describe('what a platform is told', () => {
  test('are our addresses, in the form that Canvas fetches and under the names that others show', async () => {
    const config = await json(await shop.ask(`/lti/${connection.record.id}/config.json`))
    const address = `https://badges.example.org/lti/${connection.record.id}`
    expect(config).toMatchObject({
      target_link_uri: `${address}/launch`,
      oidc_initiation_url: `${address}/login`,
      public_jwk_url: `${address}/jwks.json`,
      redirect_uris: [`${address}/launch`],
      extensions: [{ platform: 'canvas.instructure.com' }],
    })
  })

  test('is the public half of a key, and nothing of the other', async () => {
    const { keys } = await json<{ keys: Record<string, unknown>[] }>(
      await shop.ask(`/lti/${connection.record.id}/jwks.json`),
    )
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })
})
