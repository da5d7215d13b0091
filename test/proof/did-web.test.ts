import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { didWebOf, didWebUrl } from '../../src/proof/did.ts'

describe('the address of a did:web', () => {
  test.each([
    ['did:web:w3c-ccg.github.io', 'https://w3c-ccg.github.io/.well-known/did.json'],
    ['did:web:w3c-ccg.github.io:user:alice', 'https://w3c-ccg.github.io/user/alice/did.json'],
    ['did:web:example.com%3A3000:user:alice', 'https://example.com:3000/user/alice/did.json'],
    ['did:web:localhost%3A8080', 'https://localhost:8080/.well-known/did.json'],
    ['did:web:Example.COM', 'https://example.com/.well-known/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
    ['did:web:example.com:caf%C3%A9', 'https://example.com/caf%C3%A9/did.json'],
  ])('of %s is %s', (did, address) => {
    expect(didWebUrl(did)?.href).toBe(address)
  })
  test.each([
    ['no host', 'did:web:'],
    ['another method', 'did:key:example.com'],
    ['the method in capitals', 'DID:WEB:example.com'],
    ['an empty segment', 'did:web:example.com::alice'],
    ['an empty last segment', 'did:web:example.com:'],
    ['dots that lead up', 'did:web:example.com:..:alice'],
    ['dots that lead up, encoded', 'did:web:example.com:%2e%2E:alice'],
    ['a dot that leads nowhere', 'did:web:example.com:.'],
    ['a hidden separator', 'did:web:example.com:users%2Fmallory'],
    ['a hidden backslash', 'did:web:example.com:users%5Cmallory'],
    ['a line break', 'did:web:example.com:alice%0A'],
    ['half a character', 'did:web:example.com:%C3'],
    ['a path written as one', 'did:web:example.com/alice'],
    ['a query', 'did:web:example.com?service=files'],
    ['a fragment', 'did:web:example.com#key-1'],
    ['a user', 'did:web:alice@example.com'],
    ['a user, encoded', 'did:web:alice%40example.com'],
    ['a port as an address has it', 'did:web:example.com:3000/x'],
    ['a port that is none', 'did:web:example.com%3A99999'],
    ['a port with a zero before it', 'did:web:example.com%3A080'],
    ['a port of words', 'did:web:example.com%3Ahttp'],
    ['an address in short figures', 'did:web:127.1'],
    ['an address in one figure', 'did:web:2130706433'],
    ['an address in hexadecimal', 'did:web:0x7f000001'],
    ['an address of IPv6', 'did:web:%5B%3A%3A1%5D'],
    ['an empty label', 'did:web:example..com'],
    ['a last dot', 'did:web:example.com.'],
    ['a host in another script', 'did:web:еxample.com'],
    ['a host of a thousand letters', `did:web:${'a.'.repeat(600)}com`],
  ])('is none with %s', (_what, did) => {
    expect(didWebUrl(did)).toBeUndefined()
  })
  test('of an origin leads back to it', () => {
    for (const origin of ['https://badges.example.org', 'https://localhost:8443'])
      expect(didWebUrl(didWebOf(new URL(origin)))?.origin).toBe(origin)
  })
  test('never has another host than the DID, whatever stands in it', () => {
    const part = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9.%_@:/?#[\]\\-]{0,20}$/),
      fc.constantFrom('..', '%2e%2e', '%2F', '%5C', '%3A80', '%00', '@', 'example.org', '1', ''),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const did = `did:web:${parts.join(':')}`
        const url = didWebUrl(did)
        if (!url) return
        const [host = '', ...path] = did.slice('did:web:'.length).split(':')
        expect(url.hostname).toBe(host.split(/%3A/i)[0]?.toLowerCase())
        expect(url.pathname.split('/')).toHaveLength((path.length || 1) + 2)
        expect([url.protocol, url.username, url.search, url.hash]).toEqual(['https:', '', '', ''])
      }),
      { numRuns: 2_000 },
    )
  })
})
