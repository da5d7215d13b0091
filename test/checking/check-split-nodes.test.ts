import { describe, expect, test } from '@jest/globals'
import { splitNodes } from '../../src/checking/form/check-split-nodes.ts'
import { exampleBadge, type Loose } from '../credential/example-badge.ts'
import { exampleEndorsement, firstVersionBadge, maximalBadge } from '../credential/maximal-badge.ts'

const endorsed = (): Loose => {
  const badge = exampleBadge()
  badge.validUntil = '2027-01-01T00:00:00Z'
  badge.endorsement = [exampleEndorsement(badge.id)]
  return badge
}

describe('a node that JSON-LD would join with another', () => {
  test.each([
    ['the example', exampleBadge],
    ['every member of every class, with the issuer told three times', maximalBadge],
    ['a badge of VC DM 1.1', firstVersionBadge],
    ['a badge with an endorsement of itself', endorsed],
  ])('is not in %s', (_, make) => {
    expect(splitNodes(make())).toEqual([])
  })

  test('is not in a badge that its issuer gave itself', () => {
    const badge = exampleBadge()
    badge.credentialSubject.id = badge.issuer.id
    expect(splitNodes(badge)).toEqual([])
  })

  test.each(['validUntil', 'credentialStatus', 'awardedDate'])(
    'is found when %s moved into an endorsement of the badge',
    (key) => {
      const badge = endorsed()
      const subject = badge.endorsement[0].credentialSubject
      subject.type.push('VerifiableCredential')
      subject[key] = badge[key]
      delete badge[key]
      expect(splitNodes(badge)).toEqual([
        { path: '$.endorsement[0].credentialSubject', id: badge.id },
      ])
    },
  )

  test('is found when it comes before the credential that it belongs to', () => {
    const [endorsement] = endorsed().endorsement
    endorsement.issuer.image = { id: 'urn:uuid:2', type: 'Image', caption: 'A lamp' }
    const badge = exampleBadge()
    badge.issuer.endorsement = [endorsement]
    badge.endorsement = [{ ...exampleEndorsement(badge.id), id: 'urn:uuid:2' }]
    expect(splitNodes(badge)).toEqual([
      { path: '$.issuer.endorsement[0].issuer.image', id: 'urn:uuid:2' },
    ])
  })

  test('is found behind a mere reference to the same id', () => {
    const { id, ...rest } = exampleBadge()
    const { awardedDate, ...badge } = {
      id,
      endorsement: [1, 2].map(() => exampleEndorsement(id)),
      ...rest,
    }
    for (const [index, endorsement] of badge.endorsement.entries())
      endorsement.id = `urn:uuid:${index}`
    badge.endorsement[1].credentialSubject.awardedDate = awardedDate
    expect(splitNodes(badge)).toEqual([{ path: '$.endorsement[1].credentialSubject', id }])
  })

  test('is found when results moved from the subject to the issuer of the same id', () => {
    const badge = exampleBadge()
    badge.credentialSubject.id = badge.issuer.id
    badge.issuer.type.push('AchievementSubject')
    badge.issuer.result = badge.credentialSubject.result
    delete badge.credentialSubject.result
    expect(splitNodes(badge)).toEqual([{ path: '$.credentialSubject', id: badge.issuer.id }])
  })

  test('is found by its blank label', () => {
    const badge = exampleBadge()
    badge.credentialSubject.result[0].id = '_:b0'
    expect(splitNodes(badge)).toEqual([{ path: '$.credentialSubject.result[0]', id: '_:b0' }])
  })

  test.each([null, 1, 'text', []])('is not in %j', (document) => {
    expect(splitNodes(document)).toEqual([])
  })
})
