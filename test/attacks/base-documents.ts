import { maximalBadge } from '../credential/maximal-badge.ts'
import { schoolDid } from '../support/foreign-world.ts'

type Members = Readonly<Record<string, unknown>>

export const v1 = 'https://www.w3.org/2018/credentials/v1'
export const v2 = 'https://www.w3.org/ns/credentials/v2'
export const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const dataIntegrity = 'https://w3id.org/security/data-integrity/v2'
export const suite2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

export const subjectId = 'urn:uuid:6a16d4a0-2c0e-4f0b-9d55-0d9d7f1c2b11'
export const badgeId = 'urn:uuid:0c07b2d4-5a0e-4a8b-8a53-2f4e7c0f6f10'
const achievementId = 'https://school.example/achievements/cataloguing'
const scoreId = 'urn:uuid:f6ab1c2e-52f0-4c62-a7a1-7a3b1c0d9e11'

export const achievement = (): Members => ({
  id: achievementId,
  type: ['Achievement'],
  achievementType: 'Certificate',
  name: 'Cataloguing for everybody',
  description: 'How books are described',
  criteria: { narrative: 'Describe ten books' },
  resultDescription: [
    { id: scoreId, type: ['ResultDescription'], name: 'Final score', resultType: 'Percent' },
  ],
})

/** A badge of a school that nobody knows, without status; current at the time of the world. */
export const badge = (over: Members = {}): Members => ({
  '@context': [v2, badges],
  id: badgeId,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Certificate in cataloguing',
  issuer: { id: schoolDid, type: ['Profile'], name: 'School of the Plain' },
  validFrom: '2026-11-01T00:00:00Z',
  validUntil: '2027-11-01T00:00:00Z',
  awardedDate: '2026-10-30T00:00:00Z',
  credentialSubject: {
    id: subjectId,
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'Παναγιώτα Κ.',
        identityType: 'name',
      },
    ],
    achievement: achievement(),
    result: [{ type: ['Result'], resultDescription: scoreId, value: '87' }],
  },
  ...over,
})

/** A badge of the school with every member of every class of the standard; its endorsements are signed by nobody. */
export function fullBadge(over: Members = {}): Members {
  const text = JSON.stringify(maximalBadge()).replaceAll('did:web:badges.example.org', schoolDid)
  const { proof: _, credentialStatus: __, ...document } = JSON.parse(text)
  return { ...document, ...over }
}

/** The same by the first data model, which has other names for its dates. */
export function olderBadge(over: Members = {}): Members {
  const { validFrom, validUntil, ...rest } = badge()
  return {
    ...rest,
    '@context': [v1, badges, dataIntegrity],
    issuanceDate: validFrom,
    expirationDate: validUntil,
    ...over,
  }
}

/** A credential that is no badge. */
export const plain = (over: Members = {}): Members => ({
  '@context': [v2],
  id: 'urn:uuid:5f0ef4b1-9b45-4ad3-b3c8-31d8e4a4d001',
  type: ['VerifiableCredential'],
  name: 'Membership',
  issuer: schoolDid,
  validFrom: '2026-11-01T00:00:00Z',
  validUntil: '2027-11-01T00:00:00Z',
  credentialSubject: { id: subjectId, name: 'A member' },
  ...over,
})

export const past = '2026-11-10T00:00:00Z'

/** What Open Badges 3.0 §8.2.4.1 puts beside the badge in a JWT. */
export function claimsOf(document: Members): Members {
  const seconds = (instant: unknown) => Date.parse(String(instant)) / 1_000
  const { credentialSubject, issuer, validFrom, validUntil } = document as {
    credentialSubject: { id: string }
    issuer: { id: string }
    validFrom: string
    validUntil: string
  }
  return {
    iss: issuer.id,
    jti: document.id,
    sub: credentialSubject.id,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  }
}

export const payload = (document: Members = badge()): Members => ({
  ...document,
  ...claimsOf(document),
})
