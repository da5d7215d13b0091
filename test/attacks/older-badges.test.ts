import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'

const context = 'https://w3id.org/openbadges/v2'
const assertion = {
  '@context': context,
  type: 'Assertion',
  id: 'https://x.example/1',
  recipient: { type: 'email', hashed: false, identity: 'maria@example.org' },
  badge: 'https://x.example/badge',
  verification: { type: 'HostedBadge' },
  issuedOn: '2020-01-01T00:00:00Z',
}
const { '@context': _, type: __, ...bare } = assertion
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an older badge', () => {
  let world: ForeignWorld
  beforeAll(async () => {
    world = await openForeignWorld()
  })
  afterAll(() => world.close())

  test.each([
    ['a hosted assertion', JSON.stringify(assertion)],
    ['one of version 1.0', JSON.stringify(bare)],
    ['a badge class', JSON.stringify({ '@context': [context], type: 'BadgeClass' })],
    ['a signed assertion', `${encoded({ alg: 'RS256' })}.${encoded(assertion)}.AAAA`],
  ])('%s is said to be what it is', async (_name, text) => {
    await expect(world.shop.service.verify(Buffer.from(text))).rejects.toMatchObject({
      code: 'open-badges-2',
    })
  })

  test('does not hide a credential that has members of such names', async () => {
    const { report } = await world.shop.service.verify(
      Buffer.from(JSON.stringify({ ...bare, type: ['VerifiableCredential'] })),
    )
    expect(report.verdict).toBe('invalid')
  })
})
