import { exampleBadge, type Loose } from './example-badge.ts'

const at = (path: string) => `https://badges.example.org/${path}`
const image = () => ({ id: at('image.png'), type: 'Image', caption: 'A lamp' })
const jws = () => ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln']
const identifier = () => [
  { type: 'IdentifierEntry', identifier: '42', identifierType: 'sourcedId' },
]
const alignment = () => [
  {
    type: ['Alignment'],
    targetCode: 'A1',
    targetDescription: 'A framework item',
    targetFramework: 'Framework',
    targetName: 'Item',
    targetType: 'CFItem',
    targetUrl: at('framework/1'),
  },
]

const profile = (): Loose => ({
  id: 'did:web:badges.example.org',
  type: ['Profile'],
  additionalName: 'A',
  address: {
    type: ['Address'],
    addressCountry: 'Greece',
    addressCountryCode: 'GR',
    addressLocality: 'Athens',
    addressRegion: 'Attica',
    geo: { type: 'GeoCoordinates', latitude: 37.98, longitude: 23.73 },
    postOfficeBoxNumber: '1',
    postalCode: '10431',
    streetAddress: 'Panepistimiou 1',
  },
  dateOfBirth: '1990-02-28',
  description: 'A consortium',
  email: 'badges@example.org',
  endorsementJwt: jws(),
  familyName: 'B',
  familyNamePrefix: 'van',
  givenName: 'C',
  honorificPrefix: 'Dr',
  honorificSuffix: 'PhD',
  image: image(),
  name: 'BIBLIO consortium',
  official: 'An official',
  otherIdentifier: identifier(),
  patronymicName: 'D',
  phone: '+30 210 0000000',
  url: 'https://badges.example.org',
})

/** An endorsement of `id`, with the contexts of its own that a credential inside a credential has. */
export const exampleEndorsement = (id: string): Loose => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: at(`endorsements/${encodeURIComponent(id)}`),
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement',
  description: 'Of a partner library',
  issuer: { id: 'did:web:library.example.org', type: ['Profile'], name: 'A library' },
  validFrom: '2026-11-22T00:00:00Z',
  credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Recommended' },
})

function maximalAchievement(): Loose {
  const { achievement } = exampleBadge().credentialSubject
  return {
    ...achievement,
    alignment: alignment(),
    creator: { ...profile(), parentOrg: profile() },
    creditsAvailable: 2.5,
    endorsement: [exampleEndorsement(achievement.id)],
    endorsementJwt: jws(),
    fieldOfStudy: 'Librarianship',
    humanCode: 'CECO-1',
    image: image(),
    otherIdentifier: identifier(),
    related: [
      { id: at('achievements/ceco/el'), type: ['Related'], inLanguage: 'el', version: '1.0' },
    ],
    resultDescription: [
      {
        id: 'urn:uuid:f6ab1c2e-52f0-4c62-a7a1-7a3b1c0d9e11',
        type: ['ResultDescription'],
        alignment: alignment(),
        allowedValue: ['C', 'B', 'A'],
        name: 'Final level',
        requiredLevel: at('levels/1'),
        requiredValue: 'B',
        resultType: 'RubricCriterionLevel',
        rubricCriterionLevel: [
          {
            id: at('levels/1'),
            type: ['RubricCriterionLevel'],
            alignment: alignment(),
            description: 'Works alone',
            level: 'Skilled',
            name: 'Skilled',
            points: '3',
          },
        ],
        valueMax: '100',
        valueMin: '0',
      },
    ],
    specialization: 'Community',
  }
}

/** Every member of every class of the standard at least once. */
export function maximalBadge(): Loose {
  const badge = exampleBadge()
  return {
    ...badge,
    description: 'Everything at once',
    image: image(),
    issuer: { ...profile(), endorsement: [exampleEndorsement(badge.issuer.id)] },
    validUntil: '2030-11-22T01:00:00.5+02:00',
    endorsement: [exampleEndorsement(badge.id)],
    endorsementJwt: jws(),
    evidence: [
      {
        id: at('e/1'),
        type: ['Evidence'],
        audience: 'Everyone',
        description: 'A project',
        genre: 'Report',
        name: 'Final project',
        narrative: 'How it went',
      },
    ],
    refreshService: { id: at('refresh/1'), type: '1EdTechCredentialRefresh' },
    credentialSubject: {
      ...badge.credentialSubject,
      achievement: maximalAchievement(),
      activityEndDate: '2026-11-20T00:00:00Z',
      activityStartDate: '2026-10-01T00:00:00Z',
      creditsEarned: 2.5,
      image: image(),
      licenseNumber: 'L-1',
      narrative: 'Took part',
      result: [
        {
          type: ['Result'],
          achievedLevel: at('levels/1'),
          alignment: alignment(),
          resultDescription: 'urn:uuid:f6ab1c2e-52f0-4c62-a7a1-7a3b1c0d9e11',
          status: 'Completed',
          value: 'A',
        },
      ],
      role: 'Learner',
      source: profile(),
      term: 'Autumn',
    },
    termsOfUse: [{ id: at('terms'), type: [at('terms#Policy')] }],
  }
}

/** The same badge as issuers wrote it before VC DM 2.0, with a status list of that time. */
export function firstVersionBadge(): Loose {
  const { validFrom, ...rest } = exampleBadge()
  rest['@context'][0] = 'https://www.w3.org/2018/credentials/v1'
  rest['@context'].push(
    'https://w3id.org/security/data-integrity/v2',
    'https://w3id.org/vc/status-list/2021/v1',
  )
  rest.credentialStatus.type = 'StatusList2021Entry'
  return { ...rest, issuanceDate: validFrom, expirationDate: '2030-01-01T00:00:00Z' }
}
