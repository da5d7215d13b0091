import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fetchPublic } from '../../src/checking/remote.ts'
import { statusOf } from '../../src/web/problem.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'

let shop: Shop
let knocks = 0
const inside = createServer((_request, response) => {
  knocks += 1
  response.end('{}')
})

beforeAll(async () => {
  shop = await openShop({ fetch: fetchPublic, env: { TRUST_PROXY: '1' } })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await shop.close()
  inside.closeAllConnections()
  inside.close()
})

const port = () => (inside.address() as AddressInfo).port

const hosts = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1'],
  ...[
    '0.0.0.0',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:0:0:1]',
  ],
  ...[
    'localhost',
    'localhost.',
    'LOCALHOST',
    '\uff11\uff12\uff17.0.0.1',
    '127\u30020\u30020\u30021',
  ],
  ...['10.0.0.1', '192.168.0.1', '172.31.255.255', '169.254.169.254', '[fd00::1]', '[fe80::1]'],
  ...[
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    'intranet',
    '[64:ff9b::a9fe:a9fe]',
  ],
]

const others = [
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:25/_HELO',
  'data:application/json,{}',
  'javascript:alert(1)',
  'jar:https://x.example!/',
  'https://user:secret@example.org/',
  'https://example.org@127.0.0.1/',
  'https://example.org:22/',
  'https://example.org:0/',
  'https://',
  'https:///etc/passwd',
  '//127.0.0.1/',
  'http://127.0.0.1#@example.org/',
  'https://127.0.0.1\\@example.org/',
]

const addresses = () => [
  ...hosts.flatMap((host) => [`https://${host}/c/1`, `http://${host}:${port()}/c/1`]),
  ...others,
]

let caller = 0
const ask = (path: string, body: string | FormData, type?: string) => {
  caller += 1
  const headers: Record<string, string> = {
    'x-forwarded-for': `2001:db8:${caller.toString(16)}::1`,
    ...(type ? { 'content-type': type } : {}),
  }
  return shop.ask(path, { method: 'POST', body, headers })
}

describe('an address that leads inside', () => {
  test('is not asked for by a program', async () => {
    for (const url of addresses()) {
      const response = await ask('/api/verify', JSON.stringify({ url }), 'application/json')
      expect([url, response.status]).toEqual([url, 422])
      expect(['address-unreachable', 'no-credential-found']).toContain(await problemCode(response))
    }
    expect(knocks).toBe(0)
  })
  test('is not asked for by the form', async () => {
    for (const url of addresses()) {
      const form = new FormData()
      form.set('link', url)
      const response = await ask('/verify', form)
      expect([url, response.status]).toEqual([url, statusOf['address-unreachable']])
      expect(await response.text()).not.toContain('root:')
    }
    expect(knocks).toBe(0)
  })
  test('is no fault of ours', () => expect(shop.faults).toEqual([]))
})
