import { beforeAll, describe, expect, test } from '@jest/globals'
import { isPlainDisclosure } from '../../src/proof/disclosure-value.ts'
import { verifyProof } from '../../src/proof/verify-proof.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import { disclose, makeKey, type StrangersKey } from '../support/proof-maker.ts'

const tag = [0xd9, 0x5d, 0x01]
const multibase = (...bytes: (number | readonly number[])[]) =>
  `u${Buffer.from([tag, ...bytes].flat()).toString('base64url')}`

const bytes = (length: number, fill: number) => [0x58, length, ...Array(length).fill(fill)]
const head = [0x85, ...bytes(64, 1), ...bytes(35, 2), 0x81, ...bytes(64, 3)]
const labels = (...fills: number[]) => [
  0xa0 + fills.length,
  ...fills.flatMap((fill, index) => [index, ...bytes(32, fill)]),
]

describe('a disclosure', () => {
  test.each([
    ['two labels for two nodes', multibase(head, labels(4, 5), [0x82, 0, 1])],
    ['no node without a name', multibase(head, labels(), [0x80])],
    ['a number of two bytes', multibase(head, labels(4), [0x81, 0x19, 1, 0])],
    ['bytes marked as bytes', multibase(head, [0xa1, 0, 0xd8, 0x40, ...bytes(32, 4)], [0x80])],
  ])('is plain with %s', (_what, value) => {
    expect(isPlainDisclosure(value)).toBe(true)
  })
  test.each([
    ['one label for two nodes', multibase(head, labels(4, 4), [0x80])],
    [
      'one label for two nodes, of which one is marked as bytes',
      multibase(head, [0xa2, 0, ...bytes(32, 4), 1, 0xd8, 0x40, ...bytes(32, 4)], [0x80]),
    ],
    ['a text for a label', multibase(head, [0xa1, 0, 0x61, 0x41], [0x80])],
    ['a label for a text', multibase(head, [0xa1, 0x61, 0x41, ...bytes(32, 4)], [0x80])],
    ['one mandatory statement twice', multibase(head, labels(4), [0x82, 1, 1])],
    ['nothing after the tag', multibase()],
    ['something after its end', multibase(head, labels(4), [0x80, 0x00])],
    ['its end cut off', multibase(head, labels(4))],
    ['a list longer than all of it', multibase([0x9a, 0xff, 0xff, 0xff, 0xff])],
    ['bytes longer than all of it', multibase([0x85, 0x5a, 0xff, 0xff, 0xff, 0xff])],
    ['a list without end', multibase([0x9f])],
    ['lists in lists in lists', multibase(Array(5_000).fill(0x81))],
    ['marks on marks', multibase(Array(5_000).fill([0xd8, 0x40]).flat())],
    ['four parts', multibase([0x84, ...bytes(64, 1), ...bytes(35, 2), 0x80, 0xa0])],
  ])('is not plain with %s', (_what, value) => {
    expect(isPlainDisclosure(value)).toBe(false)
  })
})

describe('what a holder shows', () => {
  let key: StrangersKey
  beforeAll(async () => {
    key = await makeKey('P-256', 'did:example:issuer')
  })

  test('does not hold once two of its nodes share a label', async () => {
    const { proof: _, ...badge } = exampleBadge()
    const pointers = { mandatory: ['/issuer'], shown: ['/credentialSubject'] }
    const { shown } = await disclose(badge, key, pointers)
    const { proof, ...document } = shown
    expect(await verifyProof(document, proof, key.method)).toBe('holds')
    const raw = Buffer.from(proof.proofValue.slice(1), 'base64url')
    // Labels are the only byte strings of 32 bytes in it.
    const places = [...raw.keys()].filter((at) => raw[at] === 0x58 && raw[at + 1] === 0x20)
    expect(places.length).toBeGreaterThan(1)
    const [first = 0, second = 0] = places.slice(-2)
    raw.copy(raw, second, first, first + 34)
    const proofValue = `u${raw.toString('base64url')}`
    expect(await verifyProof(document, { ...proof, proofValue }, key.method)).toBe('malformed')
  })
})
