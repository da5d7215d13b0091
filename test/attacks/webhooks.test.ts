import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { guardedPost, type PostSettings } from '../../src/checking/outside/guarded-post.ts'
import type { Caller } from '../../src/ledger/caller.ts'
import { settingsCaller } from '../../src/service/access.ts'
import { isVouchedFor, parseAddress } from '../../src/webhooks/address.ts'
import { selfSigned } from '../support/certificate.ts'
import { openReceiver } from '../support/receiver.ts'
import { codeOf, refusalOf } from '../support/refused.ts'
import { openWorkshop } from '../support/workshop.ts'

const { cert, key } = selfSigned(['hooks.example', 'more.example'])
let port = 0
let play: (url: string) => { status: number; headers?: Record<string, string> } = () => ({
  status: 204,
})
const asked: string[] = []
const server = createServer({ cert, key }, (request, response) => {
  asked.push(request.url ?? '')
  const { status, headers = {} } = play(request.url ?? '')
  request.resume().on('end', () => response.writeHead(status, headers).end())
})

let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  workshop = await openWorkshop()
})
afterEach(() => {
  asked.length = 0
  play = () => ({ status: 204 })
})
afterAll(async () => {
  await workshop.close()
  server.closeAllConnections()
  server.close()
})

const message = { headers: { 'content-type': 'application/json' }, body: '{}' }
const post = (url: string, settings: PostSettings = {}) =>
  guardedPost({
    port,
    ca: cert,
    resolve: async () => ['127.0.0.1'],
    isAllowed: (address) => address === '127.0.0.1',
    ...settings,
  })(new URL(url), message)

const production = { isProduction: true, hosts: [] as string[] }
const add = (url: string, rules = production) => codeOf(() => parseAddress(url, rules))

describe('the address of an endpoint', () => {
  test.each([
    'http://hooks.example/',
    'https://hooks.example:8443/',
    'https://hooks.example:22/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.8/',
    'https://localhost/',
    'https://metadata/',
    'https://user:word@hooks.example/',
    'https://hooks.example/#x',
    'http://127.0.0.1:8080/',
    'http://localhost:8080/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//hooks.example/',
    'hooks.example',
    '',
    `https://hooks.example/${'a'.repeat(2_000)}`,
  ])('is not %s in production', (url) => {
    expect(add(url)).toBe('webhook-address')
  })

  test('is any other https address, with its path and query', () => {
    expect(add('https://hooks.example/a?token=b')).toBeUndefined()
  })

  test('may be this machine where nothing is at stake, and no other', () => {
    const rules = { isProduction: false, hosts: [] }
    expect(add('http://127.0.0.1:9000/', rules)).toBeUndefined()
    expect(add('http://localhost:9000/', rules)).toBeUndefined()
    for (const url of ['http://10.0.0.8/', 'http://127.0.0.1.nip.example/', 'ftp://127.0.0.1/'])
      expect(add(url, rules)).toBe('webhook-address')
  })

  test('may be what the operator vouches for, on that port alone', () => {
    const rules = { isProduction: true, hosts: ['records.campus.example:8080', '10.0.0.8:80'] }
    expect(add('http://records.campus.example:8080/hook', rules)).toBeUndefined()
    expect(add('http://10.0.0.8/hook', rules)).toBeUndefined()
    for (const url of [
      'http://records.campus.example/hook',
      'http://records.campus.example:8081/',
      'http://x.records.campus.example:8080/',
      'http://10.0.0.8:22/',
    ])
      expect(add(url, rules)).toBe('webhook-address')
    expect(isVouchedFor(new URL('gopher://10.0.0.8:80/'), rules)).toBe(false)
  })
})

describe('a message', () => {
  test('is posted over TLS to a public address', async () => {
    expect(await post('https://hooks.example/x')).toMatchObject({ status: 204 })
    expect(asked).toEqual(['/x'])
  })

  test.each([
    ['10.0.0.8'],
    ['169.254.169.254'],
    ['127.0.0.1'],
    ['::1'],
    ['fd00::1'],
    ['93.184.216.34', '192.168.1.1'],
  ])('is not posted where the name leads to %s', async (...addresses) => {
    const shipped = guardedPost({ port, ca: cert, resolve: async () => addresses })
    await expect(shipped(new URL('https://hooks.example/'), message)).rejects.toThrow(
      'not a public address',
    )
    expect(asked).toEqual([])
  })

  test('goes by the address that was looked at: a second answer of the name is never asked for', async () => {
    let looked = 0
    const resolve = async () => {
      looked += 1
      return [looked === 1 ? '127.0.0.1' : '169.254.169.254']
    }
    expect(await post('https://hooks.example/', { resolve })).toMatchObject({ status: 204 })
    await expect(post('https://hooks.example/', { resolve })).rejects.toThrow(
      'not a public address',
    )
  })

  test('follows no redirect, to metadata or anywhere', async () => {
    play = () => ({ status: 302, headers: { location: 'http://169.254.169.254/latest/' } })
    expect(await post('https://hooks.example/')).toMatchObject({ status: 302 })
    play = () => ({ status: 307, headers: { location: '/again' } })
    expect(await post('https://hooks.example/')).toMatchObject({ status: 307 })
    expect(asked).toEqual(['/', '/'])
  })

  test('is not posted to a server without the right certificate', async () => {
    const withoutTrust = guardedPost({
      port,
      resolve: async () => ['127.0.0.1'],
      isAllowed: () => true,
    })
    await expect(withoutTrust(new URL('https://hooks.example/'), message)).rejects.toThrow()
    await expect(post('https://other.example/')).rejects.toThrow()
    expect(asked).toEqual([])
  })

  test('is over in time, whatever the other side sends', async () => {
    const receiver = await openReceiver()
    const open = guardedPost({ deadlineMs: 300, isVouchedFor: () => true })
    const send = () => open(new URL(receiver.url), message)
    receiver.rules.play = (response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(64 * 1024)), 1)
      response.on('close', () => clearInterval(timer))
    }
    expect(await send()).toMatchObject({ status: 200 })
    receiver.rules.play = (response) => response.socket?.write('HTTP/1.1 200 OK\r\nX: ')
    await expect(send()).rejects.toThrow()
    receiver.rules.play = (response) =>
      response.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)
    await expect(send()).rejects.toThrow()
    receiver.rules.play = (response) =>
      response.socket?.end('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')
    await expect(send()).rejects.toThrow('answered 101')
    await receiver.close()
  })
})

describe('an issuer', () => {
  const issuer = (scope: readonly string[]): Caller => ({
    token: 'i',
    role: 'issuer',
    scope,
    provider: 'i',
  })
  const [own, other] = [issuer(['biblio-mooc']), issuer(['ceco'])]
  const url = 'https://hooks.example/'
  const { add: make } = {
    add: (by: Caller, over = {}) => workshop.service.webhooks.add({ url, ...over }, by),
  }

  test('is told of its own courses, and of nothing else', () => {
    expect(make(own)).toMatchObject({ scope: ['biblio-mooc'] })
    const refused = (over: object, by = own) => refusalOf(() => make(by, over)).code
    expect(refused({ scope: ['ceco'] })).toBe('forbidden')
    expect(refused({ events: ['enrolment.enrolled'] })).toBe('forbidden')
    expect(refused({ events: ['credential.issued', 'everything'] })).toBe('bad-request')
    expect(refused({ events: [] })).toBe('bad-request')
    expect(refused({ scope: ['nothing'] })).toBe('course-unknown')
    expect(refused({}, { ...own, role: 'provider' })).toBe('forbidden')
    expect(make(own, { scope: [] }).scope).toEqual(['biblio-mooc'])
  })

  test('finds no endpoint of another, nor one of the administrator that tells more', async () => {
    const { webhooks } = workshop.service
    const theirs = make(own)
    const all = make(settingsCaller)
    const asked = { state: null, after: null, limit: 10 }
    for (const { id } of [theirs, all])
      for (const call of [
        () => webhooks.find(id, other),
        () => webhooks.rotate(id, other),
        () => webhooks.enable(id, other),
        () => webhooks.remove(id, other),
        () => webhooks.deliveries(id, asked, other),
      ])
        expect(refusalOf(call).code).toBe('webhook-not-found')
    await expect(webhooks.test(theirs.id, other)).rejects.toMatchObject({
      code: 'webhook-not-found',
    })
    expect(webhooks.list(other)).toEqual([])
    expect(webhooks.list(own).every(({ scope }) => scope.length === 1)).toBe(true)
    expect(webhooks.find(theirs.id, own).id).toBe(theirs.id)
  })
})
