import { describe, expect, test } from '@jest/globals'
import { conform } from '../../src/credential/conform.ts'
import { achievementTypes } from '../../src/credential/enumerations.ts'
import { type Rule, rules } from '../../src/credential/rule-vocabulary.ts'
import { exampleBadge, type Loose } from './example-badge.ts'
import { exampleEndorsement, firstVersionBadge, maximalBadge } from './maximal-badge.ts'

interface Twin {
  readonly rule: Rule
  readonly path: string
  readonly severity?: 'warning'
  readonly spoil: (badge: Loose) => void
}

const subject = '$.credentialSubject'
const achievement = `${subject}.achievement`

/** For each rule at least one badge that is good but for one thing, and what is complained of. */
const twins: readonly Twin[] = [
  {
    rule: 'is-object',
    path: `${achievement}.image`,
    spoil: (b) => {
      b.credentialSubject.achievement.image = 'https://badges.example.org/ceco.png'
    },
  },
  {
    rule: 'is-object',
    path: subject,
    spoil: (b) => {
      b.credentialSubject = [b.credentialSubject]
    },
  },
  {
    rule: 'is-object',
    path: '$.issuer',
    spoil: (b) => {
      b.issuer = 'did:web:badges.example.org'
    },
  },
  {
    rule: 'is-object',
    path: '$.credentialStatus',
    spoil: (b) => {
      b.credentialStatus = [b.credentialStatus]
    },
  },
  {
    rule: 'is-array',
    path: '$.evidence',
    spoil: (b) => {
      b.evidence = b.evidence[0]
    },
  },
  {
    rule: 'is-text',
    path: '$.name',
    spoil: (b) => {
      b.name = { '@value': 'Certificate', '@language': 'en' }
    },
  },
  {
    rule: 'is-text',
    path: `${subject}.result[0].value`,
    spoil: (b) => {
      b.credentialSubject.result[0].value = 87
    },
  },
  {
    rule: 'is-uri',
    path: `${achievement}.alignment[0].targetUrl`,
    spoil: (b) => {
      b.credentialSubject.achievement.alignment[0].targetUrl = 'eqf/5'
    },
  },
  {
    rule: 'is-boolean',
    path: `${subject}.identifier[0].hashed`,
    spoil: (b) => {
      b.credentialSubject.identifier[0].hashed = 'true'
    },
  },
  {
    rule: 'is-number',
    path: `${subject}.creditsEarned`,
    spoil: (b) => {
      b.credentialSubject.creditsEarned = '2'
    },
  },
  {
    rule: 'is-date-time',
    path: '$.awardedDate',
    spoil: (b) => {
      b.awardedDate = '2026-02-30T00:00:00Z'
    },
  },
  {
    rule: 'is-date-time',
    path: '$.validFrom',
    spoil: (b) => {
      b.validFrom = '2026-11-22'
    },
  },
  {
    rule: 'has-time-zone',
    path: '$.validFrom',
    severity: 'warning',
    spoil: (b) => {
      b.validFrom = '2026-11-22T00:00:00'
    },
  },
  {
    rule: 'is-date',
    path: '$.issuer.dateOfBirth',
    spoil: (b) => {
      b.issuer.dateOfBirth = '1990-2-1'
    },
  },
  {
    rule: 'is-email',
    path: '$.issuer.email',
    spoil: (b) => {
      b.issuer.email = 'badges at example.org'
    },
  },
  {
    rule: 'is-compact-jws',
    path: '$.endorsementJwt[0]',
    spoil: (b) => {
      b.endorsementJwt = ['not a token']
    },
  },
  {
    rule: 'is-language-tag',
    path: `${achievement}.inLanguage`,
    spoil: (b) => {
      b.credentialSubject.achievement.inLanguage = 'Greek'
    },
  },
  {
    rule: 'is-listed-value',
    path: `${achievement}.achievementType`,
    spoil: (b) => {
      b.credentialSubject.achievement.achievementType = 'Mooc'
    },
  },
  {
    rule: 'is-listed-value',
    path: `${achievement}.image.type`,
    spoil: (b) => {
      b.credentialSubject.achievement.image.type = 'Picture'
    },
  },
  {
    rule: 'is-list-index',
    path: '$.credentialStatus.statusListIndex',
    spoil: (b) => {
      b.credentialStatus.statusListIndex = '42abc'
    },
  },
  {
    rule: 'is-list-index',
    path: '$.credentialStatus.statusListIndex',
    severity: 'warning',
    spoil: (b) => {
      b.credentialStatus.statusListIndex = 94567
    },
  },
  {
    rule: 'has-required-member',
    path: `${achievement}.criteria`,
    spoil: (b) => {
      delete b.credentialSubject.achievement.criteria
    },
  },
  {
    rule: 'has-only-known-members',
    path: `${achievement}.image.width`,
    spoil: (b) => {
      b.credentialSubject.achievement.image.width = 300
    },
  },
  {
    rule: 'has-type',
    path: '$.issuer.type',
    spoil: (b) => {
      b.issuer.type = ['Organization']
    },
  },
  {
    rule: 'has-type',
    path: '$.type',
    spoil: (b) => {
      b.type = ['OpenBadgeCredential']
    },
  },
  {
    rule: 'single-value',
    path: '$.proof',
    severity: 'warning',
    spoil: (b) => {
      b.proof = b.proof[0]
    },
  },
  {
    rule: 'single-value',
    path: '$.issuer.type',
    severity: 'warning',
    spoil: (b) => {
      b.issuer.type = 'Profile'
    },
  },
  {
    rule: 'single-value',
    path: '$.credentialSchema',
    severity: 'warning',
    spoil: (b) => {
      b.credentialSchema = b.credentialSchema[0]
    },
  },
  {
    rule: 'single-value',
    path: '$.termsOfUse',
    severity: 'warning',
    spoil: (b) => {
      b.termsOfUse = { type: ['TrustFrameworkPolicy'] }
    },
  },
  {
    rule: 'no-null',
    path: `${achievement}.version`,
    spoil: (b) => {
      b.credentialSubject.achievement.version = null
    },
  },
  {
    rule: 'no-empty-array',
    path: `${achievement}.tag`,
    spoil: (b) => {
      b.credentialSubject.achievement.tag = []
    },
  },
  {
    rule: 'no-private-key',
    path: '$.issuer.publicKey',
    spoil: (b) => {
      b.issuer.publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'AA', d: 'AA' }
    },
  },
  {
    rule: 'no-private-key',
    path: '$.issuer',
    spoil: (b) => {
      b.issuer.secretKeyMultibase = 'zAA'
    },
  },
  {
    rule: 'context-order',
    path: '$.@context',
    spoil: (b) => {
      b['@context'] = [b['@context'][1], b['@context'][0], b['@context'][2]]
    },
  },
  {
    rule: 'context-order',
    path: '$.@context',
    spoil: (b) => {
      b['@context'][1] = 'https://purl.imsglobal.org/spec/ob/v3p0/context-4.0.json'
    },
  },
  {
    rule: 'context-extensions',
    path: '$.credentialSchema[0].type',
    spoil: (b) => {
      b['@context'].pop()
    },
  },
  {
    rule: 'subject-identified',
    path: subject,
    spoil: (b) => {
      delete b.credentialSubject.id
      delete b.credentialSubject.identifier
    },
  },
  {
    rule: 'criteria-told',
    path: `${achievement}.criteria`,
    spoil: (b) => {
      b.credentialSubject.achievement.criteria = {}
    },
  },
  {
    rule: 'identity-hash-form',
    path: `${subject}.identifier[0].identityHash`,
    spoil: (b) => {
      b.credentialSubject.identifier[0].identityHash = 'ann@example.org'
    },
  },
  {
    rule: 'result-description-known',
    path: `${subject}.result[0].resultDescription`,
    spoil: (b) => {
      b.credentialSubject.result[0].resultDescription = 'urn:uuid:0'
    },
  },
  {
    rule: 'status-id-not-list',
    path: '$.credentialStatus.id',
    spoil: (b) => {
      b.credentialStatus.id = b.credentialStatus.statusListCredential
    },
  },
  {
    rule: 'validity-order',
    path: '$.validUntil',
    spoil: (b) => {
      b.validUntil = '2026-11-22T00:30:00+01:00'
    },
  },
]

describe('a badge that conforms', () => {
  test.each([
    ['the example', exampleBadge],
    ['one with every member of every class', maximalBadge],
    ['one of VC DM 1.1', firstVersionBadge],
    ['an endorsement', () => exampleEndorsement('did:web:badges.example.org')],
    [
      'the other name of the type',
      () =>
        Object.assign(exampleBadge(), { type: ['VerifiableCredential', 'AchievementCredential'] }),
    ],
  ])('%s', (_, make) => {
    expect(conform(make())).toEqual([])
  })

  test.each([...achievementTypes, 'ext:SpecializationEligibility'])('may be a %s', (type) => {
    const badge = exampleBadge()
    badge.credentialSubject.achievement.achievementType = type
    expect(conform(badge)).toEqual([])
  })

  test('names its recipient plainly when not hashed', () => {
    const badge = exampleBadge()
    badge.credentialSubject.identifier = [
      { type: 'IdentityObject', hashed: false, identityHash: 'Ann Berg', identityType: 'name' },
    ]
    expect(conform(badge)).toEqual([])
  })

  test('may carry members of other contexts in the open classes', () => {
    const badge = exampleBadge()
    badge.issuer.legalName = 'BIBLIO'
    expect(conform(badge)).toEqual([])
  })
})

describe('a rule', () => {
  test('has a failing twin', () => {
    expect([...new Set(twins.map(({ rule }) => rule))].sort()).toEqual([...rules].sort())
  })

  test.each(twins)('$rule complains of $path, and of nothing else', (twin) => {
    const badge = exampleBadge()
    twin.spoil(badge)
    expect(conform(badge)).toEqual([
      {
        path: twin.path,
        rule: twin.rule,
        severity: twin.severity ?? 'error',
        message: expect.any(String),
      },
    ])
  })

  test('holds inside endorsements too', () => {
    const badge = maximalBadge()
    delete badge.credentialSubject.achievement.endorsement[0].name
    expect(conform(badge)).toMatchObject([
      { path: `${achievement}.endorsement[0].name`, rule: 'has-required-member' },
    ])
  })

  test('of VC DM 1.1 asks for issuanceDate, and orders its own dates', () => {
    const badge = firstVersionBadge()
    badge.expirationDate = '2020-01-01T00:00:00Z'
    expect(conform(badge)).toMatchObject([{ path: '$.expirationDate', rule: 'validity-order' }])
    delete badge.issuanceDate
    expect(conform(badge)).toMatchObject([{ path: '$.issuanceDate' }])
  })

  test.each([null, 1, 'text', [], true])('complains of %j, which is no document', (document) => {
    expect(conform(document)).toContainEqual(expect.objectContaining({ path: '$' }))
  })
})
