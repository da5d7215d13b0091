import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { hasWrongDigest } from '../../src/checking/form/check-related.ts'
import { publishedDigests } from '../../src/proof/contexts.ts'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const [sha256 = '', sha384 = ''] = publishedDigests.get(v2) ?? []
const bytes = Buffer.from(sha256.slice('sha256-'.length), 'base64')
const multibase = (...parts: Buffer[]) => `u${Buffer.concat(parts).toString('base64url')}`
const otherSha256 = `sha256-${createHash('sha256').update('other').digest('base64')}`

const judge = (resource: object) => hasWrongDigest({ relatedResource: resource })

describe('the digest of a context that we have', () => {
  test.each([
    ['SHA-256', { digestSRI: sha256 }],
    ['SHA-384', { digestSRI: sha384 }],
    ['both, in one text', { digestSRI: `${sha256} ${sha384}` }],
    ['multibase of the digest', { digestMultibase: multibase(bytes) }],
    ['multibase of the multihash', { digestMultibase: multibase(Buffer.from([0x12, 32]), bytes) }],
    ['another algorithm, which cannot be compared', { digestSRI: 'sha512-AAAA' }],
    [
      'base58, which is not taken apart',
      { digestMultibase: 'zQmWvQxTqbG2Z9HPJgG57jjwR154cKhbtJenbyYTWkjgF3e' },
    ],
  ])('is right as %s', (_, digest) => {
    expect(judge({ id: v2, ...digest })).toBe(false)
  })

  test.each([
    ['SHA-256', { digestSRI: otherSha256 }],
    ['one of two in one text', { digestSRI: `${otherSha256} ${sha384}` }],
    ['one beside a right one', { digestSRI: sha384, digestMultibase: multibase(Buffer.alloc(32)) }],
    ['multihash', { digestMultibase: multibase(Buffer.from([0x12, 32]), Buffer.alloc(32)) }],
  ])('is wrong as another %s', (_, digest) => {
    expect(judge({ id: v2, ...digest })).toBe(true)
    expect(
      judge([
        { id: 'https://example.org/x', digestSRI: sha256 },
        { id: v2, ...digest },
      ]),
    ).toBe(true)
  })

  test('is not asked of what we do not have, nor of what is not there', () => {
    expect(judge({ id: 'https://example.org/x', digestSRI: otherSha256 })).toBe(false)
    expect(hasWrongDigest({})).toBe(false)
  })
})
