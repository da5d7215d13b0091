import { describe, expect, test } from '@jest/globals'
import { type HiddenTerm, hiddenTerms } from '../../src/checking/form/check-hidden-terms.ts'
import { exampleBadge, type Loose } from '../credential/example-badge.ts'
import { exampleEndorsement, firstVersionBadge, maximalBadge } from '../credential/maximal-badge.ts'

const statusList = (): Loose => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://badges.example.org/status/1',
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  name: { '@value': 'Status list', '@language': 'en', '@direction': 'ltr' },
  issuer: 'did:web:badges.example.org',
  validFrom: '2026-11-22T00:00:00Z',
  credentialSubject: {
    id: 'https://badges.example.org/status/1#list',
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
  },
})

/** The rule that a badge breaks once spoilt, and where. */
function found(spoil: (badge: Loose) => void): readonly HiddenTerm[] {
  const badge = exampleBadge()
  spoil(badge)
  return hiddenTerms(badge)
}

const rename = (node: Loose, from: string, to: string) => {
  node[to] = node[from]
  delete node[from]
}

describe('nothing is hidden in', () => {
  test.each([
    ['the example', exampleBadge],
    ['a badge with every member of every class', maximalBadge],
    ['a badge of VC DM 1.1', firstVersionBadge],
    ['an endorsement', () => exampleEndorsement('urn:uuid:1')],
    ['a status list with a tagged name', statusList],
  ])('%s', (_, make) => {
    expect(hiddenTerms(make())).toEqual([])
  })
})

describe('a term is hidden', () => {
  test('behind its full IRI', () => {
    expect(
      found((b) => {
        b['https://www.w3.org/2018/credentials#validUntil'] = '2020-01-01T00:00:00Z'
      }),
    ).toMatchObject([{ path: '$', rule: 'key-not-plain' }])
  })

  test('behind a prefix', () => {
    const spoil = (b: Loose) => rename(b.credentialStatus, 'statusListIndex', 'cred:index')
    expect(found(spoil)).toMatchObject([
      { path: '$.credentialStatus', key: 'cred:index', rule: 'key-not-plain' },
    ])
  })

  test.each(['@nest', '@included', '@graph', '@reverse', '@id', '@type', '@value'])(
    'in the keyword %s',
    (key) => {
      const spoil = (b: Loose) => {
        b[key] = { validUntil: '2020-01-01T00:00:00Z' }
      }
      expect(found(spoil)).toEqual([{ path: '$', key, rule: 'key-not-plain' }])
    },
  )

  test('when no context defines it', () => {
    const spoil = (b: Loose) => {
      b.credentialSubject.hours = 20
    }
    expect(found(spoil)).toEqual([
      { path: '$.credentialSubject', key: 'hours', rule: 'term-undefined' },
    ])
  })

  test('when it is defined only in another class', () => {
    const spoil = (b: Loose) => {
      b.credentialSubject.achievement.statusListIndex = '1'
    }
    expect(found(spoil)).toMatchObject([{ key: 'statusListIndex', rule: 'term-undefined' }])
  })

  test('when its node lacks the type that defines it', () => {
    const spoil = (b: Loose) => {
      b.issuer.image.type = 'Picture'
      b.issuer.image.caption = 'A lamp'
    }
    expect(found(spoil)).toEqual([
      { path: '$.issuer.image', key: 'caption', rule: 'term-undefined' },
    ])
  })

  test.each([
    ['criteria', 'Criteria'],
    ['related', '1EdTechRevocationList'],
  ])('when %s is spelt as the class %s, which may mean the same', (from, to) => {
    expect(found((b) => rename(b.credentialSubject.achievement, from, to))).toEqual([
      { path: '$.credentialSubject.achievement', key: to, rule: 'key-not-plain' },
    ])
  })

  test('behind a context in a place that has none of its own', () => {
    const spoil = (b: Loose) => {
      b.issuer['@context'] = b['@context']
    }
    expect(found(spoil)).toEqual([{ path: '$.issuer', key: '@context', rule: 'context-nested' }])
  })

  test('when it is null, also in an array', () => {
    const spoil = (b: Loose) => {
      b.credentialSubject.achievement.tag = ['a', null]
      b.validUntil = null
    }
    expect(found(spoil)).toEqual([
      { path: '$.credentialSubject.achievement.tag[1]', key: 'tag', rule: 'null-value' },
      { path: '$.validUntil', key: 'validUntil', rule: 'null-value' },
    ])
  })

  test('in a language object of a badge', () => {
    const spoil = (b: Loose) => {
      b.name = { '@value': 'Certificate', '@language': 'en' }
    }
    expect(found(spoil)).toMatchObject([{ rule: 'key-not-plain' }, { rule: 'key-not-plain' }])
  })

  test('in a language object that is more than one', () => {
    const list = statusList()
    list.name['@id'] = 'urn:uuid:1'
    expect(hiddenTerms(list)).not.toEqual([])
  })

  test('inside an endorsement, by a context of its own', () => {
    const badge = maximalBadge()
    badge.endorsement[0]['@context'].push({ name: 'https://example.org/name' })
    expect(hiddenTerms(badge)).toEqual([
      { path: '$.endorsement[0]', key: '@context', rule: 'context-list' },
    ])
  })
})

test('32 endorsements may be embedded, and no more', () => {
  const badge = exampleBadge()
  badge.endorsement = Array.from({ length: 32 }, () => exampleEndorsement('urn:uuid:1'))
  expect(hiddenTerms(badge)).toEqual([])
  badge.issuer.endorsement = [exampleEndorsement('urn:uuid:2')]
  expect(hiddenTerms(badge)).toMatchObject([{ rule: 'context-too-many' }])
})

describe('the context list', () => {
  const v2 = 'https://www.w3.org/ns/credentials/v2'
  const badge = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

  test.each([
    ['a single text', v2],
    ['empty', []],
    ['without the W3C first', [badge, v2]],
    ['with one twice', [v2, badge, badge]],
    ['with an inline context', [v2, badge, { validTill: 'https://example.org/x' }]],
    ['with null', [v2, null]],
    ['too long', [v2, ...'12345678'].map(String)],
    ['missing', undefined],
  ])('may not be %s', (_, list) => {
    const spoil = (b: Loose) => {
      b['@context'] = list
      if (list === undefined) delete b['@context']
    }
    expect(found(spoil)).toEqual([{ path: '$', key: '@context', rule: 'context-list' }])
  })

  test('with a context we do not have is a case of its own', () => {
    const spoil = (b: Loose) => {
      b['@context'].push('https://example.org/more.json')
    }
    expect(found(spoil)).toEqual([{ path: '$', key: '@context', rule: 'context-not-pinned' }])
  })

  test.each([null, 1, 'text', []])('is missing in %j', (document) => {
    expect(hiddenTerms(document)).toMatchObject([{ rule: 'context-list' }])
  })
})
