import { describe, expect, test } from '@jest/globals'
import { findDataLoss } from '../../src/proof/data-loss.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import { exampleEndorsement, firstVersionBadge, maximalBadge } from '../credential/maximal-badge.ts'

describe('safe mode', () => {
  test.each([
    ['a complete badge', exampleBadge],
    ['a badge with every member of every class', maximalBadge],
    ['a badge of VC DM 1.1', firstVersionBadge],
    ['an endorsement', () => exampleEndorsement('urn:uuid:1')],
  ])('finds nothing lost in %s', async (_, make) => {
    expect(await findDataLoss(make())).toBeUndefined()
  })

  test('knows endorsementJwt, which the npm package does not', async () => {
    expect(
      await findDataLoss({ ...exampleBadge(), endorsementJwt: ['aaa.bbb.ccc'] }),
    ).toBeUndefined()
  })

  test('names a member that no context defines', async () => {
    const badge = exampleBadge()
    badge.credentialSubject.achievement.hours = 20
    expect(await findDataLoss(badge)).toMatchObject({
      reason: 'statement-dropped',
      what: expect.stringContaining('hours'),
    })
  })

  test('names a relative id', async () => {
    expect(await findDataLoss({ ...exampleBadge(), id: '123' })).toMatchObject({
      reason: 'statement-dropped',
      what: expect.stringContaining('123'),
    })
  })

  test('misses the 1EdTech extensions when their context is left out', async () => {
    const badge = exampleBadge()
    badge['@context'].pop()
    expect(await findDataLoss(badge)).toMatchObject({ reason: 'statement-dropped' })
  })

  test('says which context is not pinned, and does not fetch it', async () => {
    const badge = exampleBadge()
    badge['@context'].push('https://example.org/more.json')
    expect(await findDataLoss(badge)).toEqual({
      reason: 'context-not-pinned',
      url: 'https://example.org/more.json',
    })
  })

  test('says so when a protected term is redefined', async () => {
    const badge = exampleBadge()
    badge['@context'].push({ name: 'https://example.org/other' })
    expect(await findDataLoss(badge)).toEqual({
      reason: 'not-json-ld',
      what: 'protected term redefinition',
    })
  })
})
