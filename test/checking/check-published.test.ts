import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkPublished } from '../../src/checking/check-published.ts'
import { NotThere } from '../../src/checking/outside/fetched.ts'
import { receiveText } from '../../src/checking/receiving/receive-text.ts'
import { openStrangers, type Strangers, signAnything } from '../support/strangers.ts'

let strangers: Strangers
let issuer: string

beforeAll(async () => {
  strangers = await openStrangers()
  issuer = strangers.badge.issuer.id
})
afterAll(() => strangers.close())

const sign = (document: object) => signAnything(strangers.issuer, document)

type Published = object | string | Error

/** What is found of a credential while this stands at its address; the issuer's keys are to be had as they are. */
async function found(credential: object | string, published: Published, ownIssuer?: string) {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
  const asked: string[] = []
  const settings = {
    now: () => new Date(),
    onFault: (_: unknown, thrown: unknown) => {
      throw thrown
    },
    fetch: async (url: URL) => {
      const own = (await strangers.issuer.published(url.pathname))?.text
      if (!url.pathname.startsWith('/c/'))
        return { contentType: 'application/json', body: Buffer.from(own ?? '') }
      asked.push(url.href)
      if (published instanceof Error) throw published
      const body = typeof published === 'string' ? published : JSON.stringify(published)
      return { contentType: 'application/vc', body: Buffer.from(body) }
    },
    ...(ownIssuer === undefined ? {} : { ownIssuers: new Set([ownIssuer]) }),
  }
  const finding = await checkPublished(receiveText(Buffer.from(text), undefined), settings)
  return { told: `${finding.outcome} ${finding.reason}`, asked }
}

const toldOf = async (...all: Parameters<typeof found>) => (await found(...all)).told

const later = () => ({ ...strangers.badge, name: 'Corrected', validFrom: '2027-01-01T00:00:00Z' })
const earlier = () => ({ ...strangers.badge, name: 'Older', validFrom: '2020-01-01T00:00:00Z' })

describe.each([
  ['of somebody else', undefined],
  ['of our own', 'ours'],
])('a credential %s', (_whose, ours) => {
  const own = () => (ours ? issuer : undefined)

  test('is the one that is published', async () => {
    expect(await toldOf(strangers.badge, strangers.badge, own())).toBe('passed published-same')
  })
  test('is the same as JWT', async () => {
    expect(await toldOf(strangers.record.jwt, strangers.badge, own())).toBe('passed published-same')
    expect(await toldOf(strangers.badge, strangers.record.jwt, own())).toBe('passed published-same')
  })
  test('is replaced by a newer one that is published, in either form', async () => {
    const newer = await sign(later())
    expect(await toldOf(strangers.badge, newer, own())).toBe('failed published-newer')
    expect(await toldOf(strangers.record.jwt, newer, own())).toBe('failed published-newer')
  })
  test('is asked for once, at its own address', async () => {
    const { asked } = await found(strangers.badge, strangers.badge, own())
    expect(asked).toEqual([strangers.badge.id])
  })
})

describe('a credential of somebody else', () => {
  const nothing = 'skipped published-not-found'

  test('is not replaced by what somebody else signed, or nobody', async () => {
    const forged = await signAnything(strangers.checker, later())
    expect(await toldOf(strangers.badge, forged)).toBe(nothing)
    expect(await toldOf(strangers.badge, later())).toBe(nothing)
    const genuine = await sign(later())
    expect(await toldOf(strangers.badge, { ...genuine, name: 'Changed' })).toBe(nothing)
  })
  test('is not replaced by another credential, nor by an older one', async () => {
    const another = await sign({ ...later(), id: `${strangers.badge.id}x` })
    expect(await toldOf(strangers.badge, another)).toBe(nothing)
    expect(await toldOf(strangers.badge, await sign(earlier()))).toBe(nothing)
  })
  test.each<[string, Published]>([
    ['a page', '<!doctype html><title>Badge</title>'],
    ['other JSON', '{"id":1}'],
    ['a clean no', new NotThere('answered 404')],
    ['an erased document', new NotThere('answered 410', true)],
    ['no answer', new Error('timeout')],
  ])('need not be published: %s says nothing', async (_what, published) => {
    expect(await toldOf(strangers.badge, published)).toBe(nothing)
  })
  test.each([
    'urn:uuid:5bb8ef40-fd32-4b0c-8d6c-0a6a4bd6c8c1',
    'https://elsewhere.example/c/1',
    'https://badges.example.org:8443/c/1',
    'https://badges.example.org.elsewhere.example/c/1',
    'http://badges.example.org/c/1',
    'did:web:badges.example.org',
  ])('is looked for nowhere with the id %s', async (id) => {
    const { told, asked } = await found(await sign({ ...strangers.badge, id }), strangers.badge)
    expect([told, asked]).toEqual(['skipped published-nowhere', []])
  })
})

describe('a credential of our own', () => {
  const stolen = 'failed published-not-ours'
  const toldOfOurs = (credential: object, published: Published) =>
    toldOf(credential, published, issuer)

  test('that we do not publish was signed by somebody with our key', async () => {
    expect(await toldOfOurs(strangers.badge, new NotThere('answered 404'))).toBe(stolen)
  })
  test('that we could not publish, neither', async () => {
    for (const id of [
      'urn:uuid:5bb8ef40-fd32-4b0c-8d6c-0a6a4bd6c8c1',
      'https://elsewhere.example/c/1',
    ])
      expect(await toldOfOurs(await sign({ ...strangers.badge, id }), strangers.badge)).toBe(stolen)
  })
  test('that says another thing than we publish under its id, neither, whatever its date', async () => {
    const renamed = { ...strangers.badge, name: 'Doctor of Everything' }
    expect(await toldOfOurs(await sign(renamed), strangers.badge)).toBe(stolen)
    expect(await toldOfOurs(await sign(later()), strangers.badge)).toBe(stolen)
  })
  test('with an older date than we publish is no longer the one that counts', async () => {
    expect(await toldOfOurs(await sign(earlier()), strangers.badge)).toBe('failed published-newer')
  })
  test('that we have erased cannot be told from one that never was', async () => {
    expect(await toldOfOurs(strangers.badge, new NotThere('answered 410', true))).toBe(
      'unknown published-erased',
    )
  })
  test('is not accused when our address does not answer with a credential', async () => {
    for (const published of [new Error('timeout'), '<html></html>', later()])
      await expect(toldOfOurs(strangers.badge, published)).rejects.toThrow()
  })
})
