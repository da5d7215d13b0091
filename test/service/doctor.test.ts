import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { NotThere } from '../../src/checking/outside/fetched.ts'
import type { FetchDocument } from '../../src/checking/remote.ts'
import { diagnoseMachine } from '../../src/service/doctor-machine.ts'
import { diagnoseOutside, type Knock } from '../../src/service/doctor-outside.ts'
import type { Service } from '../../src/service/service.ts'
import { openMailServer } from '../support/mail-server.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

const dayMs = 24 * 60 * 60 * 1_000
const roomy = () => ({ free: 50e9, all: 100e9 })
type Workshop = Awaited<ReturnType<typeof openWorkshop>>

let open: Workshop | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function workshop(options: Parameters<typeof openWorkshop>[0] = {}): Promise<Service> {
  open = await openWorkshop(options)
  return open.service
}

const statesOf = (found: readonly { check: string; state: string }[]) =>
  Object.fromEntries(found.map(({ check, state }) => [check, state]))

const good = async (): Promise<Knock> => ({
  date: new Date(),
  certificateUntil: new Date(Date.now() + 60 * dayMs),
})

/** What others get: what is published, unless it is replaced. */
function world(replaced: Readonly<Record<string, string | Error>> = {}) {
  const its: { service?: Service } = {}
  const fetch: FetchDocument = async (url) => {
    const given = Object.entries(replaced).find(([path]) => url.pathname.startsWith(path))?.[1]
    if (given instanceof Error) throw given
    const document = await its.service?.published(url.pathname)
    const text = given ?? document?.text
    if (text === undefined) throw new NotThere('nothing')
    return { contentType: 'application/json', body: new TextEncoder().encode(text) }
  }
  return { fetch, its }
}

async function outside(replaced: Parameters<typeof world>[0], knock = good) {
  const { fetch, its } = world(replaced)
  its.service = await workshop({ fetch })
  await issueOne(its.service)
  return diagnoseOutside(its.service, knock)
}

describe('doctor, looking from outside', () => {
  test('finds all fine where others get what we publish', async () => {
    expect(statesOf(await outside({}))).toEqual({
      'did outside': 'fine',
      'credential outside': 'fine',
      'list outside': 'fine',
      certificate: 'fine',
      clock: 'fine',
    })
  })

  test.each([
    ['did outside', '/.well-known/', '{"id":"did:web:elsewhere"}'],
    ['credential outside', '/c/', '{}'],
    ['list outside', '/status/', '<html>Please sign in</html>'],
  ])('finds %s bad where others get something else, or nothing', async (check, path, text) => {
    const found = await outside({ [path]: text })
    expect(statesOf(found)).toMatchObject({ [check]: 'bad' })
    expect(found.find((each) => each.check === check)?.remedy).toContain('proxy')
    await open?.close()
    expect(statesOf(await outside({ [path]: new NotThere('404') }))).toMatchObject({
      [check]: 'bad',
    })
  })

  test('says that it could not look where nobody answers, which is not fine', async () => {
    const gone = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    const found = await outside({ '/': gone }, () => Promise.reject(gone))
    expect(new Set(Object.values(statesOf(found)))).toEqual(new Set(['unknown']))
    expect(found.every(({ isFine }) => !isFine)).toBe(true)
  })

  test('finds a certificate that ends soon or does not hold, and a clock that is wrong', async () => {
    const soon = async () => ({
      date: new Date(Date.now() + 120_000),
      certificateUntil: new Date(Date.now() + 5 * dayMs),
    })
    expect(statesOf(await outside({}, soon))).toMatchObject({ certificate: 'bad', clock: 'bad' })
    await open?.close()
    const expired = Object.assign(new Error('certificate has expired'), {
      code: 'CERT_HAS_EXPIRED',
    })
    const found = await outside({}, () => Promise.reject(expired))
    expect(statesOf(found)).toMatchObject({ certificate: 'bad' })
  })

  test('reads its own bytes where PUBLIC_URL names this machine', async () => {
    const fetch = async () => Promise.reject(new Error('nobody is asked'))
    const service = await workshop({ env: { PUBLIC_URL: 'http://localhost:8080' }, fetch })
    expect(statesOf(await diagnoseOutside(service))).toEqual({ outside: 'fine' })
  })
})

describe('doctor, looking at the machine', () => {
  test('finds all fine on one that is', async () => {
    const service = await workshop()
    expect(service.ledger.faults()).toEqual([])
    expect(statesOf(await diagnoseMachine(service, roomy))).toEqual({
      disk: 'fine',
      'file modes': 'fine',
      'key ages': 'fine',
      'mail server': 'fine',
    })
  })

  test.each([
    [0.9, 2],
    [5, 100],
  ])('finds %d GiB of %d too little', async (free, all) => {
    const room = () => ({ free: free * 1024 ** 3, all: all * 1024 ** 3 })
    expect(statesOf(await diagnoseMachine(await workshop(), room))).toMatchObject({ disk: 'bad' })
  })

  test('finds a key file that others may read', async () => {
    const service = await workshop()
    const [name = ''] = readdirSync(service.config.keysDir)
    chmodSync(join(service.config.keysDir, name), 0o640)
    const found = await diagnoseMachine(service, roomy)
    expect(found.find(({ check }) => check === 'file modes')).toMatchObject({
      state: 'bad',
      detail: expect.stringContaining(name),
      remedy: expect.stringContaining('chmod 600'),
    })
  })

  test('finds keys that are years old', async () => {
    const service = await workshop()
    const later = await workshopLater(service)
    expect(statesOf(await diagnoseMachine(later, roomy))).toMatchObject({ 'key ages': 'bad' })
  })

  test('greets the mail server, sends nothing, and finds one that does not answer', async () => {
    const post = await openMailServer()
    const env = { SMTP_URL: post.url, MAIL_FROM: 'office@example.org' }
    const service = await workshop({ env })
    expect(statesOf(await diagnoseMachine(service, roomy))).toMatchObject({ 'mail server': 'fine' })
    expect(post.arrived).toEqual([])
    await post.close()
    expect(statesOf(await diagnoseMachine(service, roomy))).toMatchObject({ 'mail server': 'bad' })
  })
})

async function workshopLater({ config }: Service): Promise<Service> {
  const now = () => new Date(Date.now() + 800 * dayMs)
  return (await openWorkshop({ dataDir: config.dataDir, now })).service
}
