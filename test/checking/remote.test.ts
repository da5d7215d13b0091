import { describe, expect, test } from '@jest/globals'
import { isPublicAddress } from '../../src/checking/outside/public-address.ts'
import { fetchPublic } from '../../src/checking/remote.ts'

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '168.63.129.16',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))
  test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})

describe('the guarded fetch', () => {
  test.each([
    'http://example.org/',
    'https://example.org:8443/',
    'https://user@example.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[2606:2800:220:1::1]/',
    'https://2130706433/',
    'https://localhost/',
  ])('refuses %s without connecting', async (address) => {
    // Not any refusal will do: "connection refused" would mean that it had knocked.
    await expect(fetchPublic(new URL(address))).rejects.toThrow(/^not a public /)
  })
})
