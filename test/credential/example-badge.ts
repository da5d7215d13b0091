/** A complete badge with the members that Colophon itself writes; a fresh copy each time, free to change. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into it to break one member at a time
export type Loose = any

export const exampleBadge = (): Loose => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ],
  id: 'https://badges.example.org/c/0c07b2d4',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'BIBLIO MOOC - Certificate of completion',
  issuer: {
    id: 'did:web:badges.example.org',
    type: ['Profile'],
    name: 'BIBLIO consortium',
    url: 'https://badges.example.org',
    image: { id: 'https://badges.example.org/logo.png', type: 'Image' },
  },
  validFrom: '2026-11-22T00:00:00Z',
  awardedDate: '2026-11-22T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:6a16d4a0-2c0e-4f0b-9d55-0d9d7f1c2b11',
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
        identityType: 'emailAddress',
        salt: 'Kosher',
      },
    ],
    achievement: {
      id: 'https://badges.example.org/achievements/ceco',
      type: ['Achievement'],
      achievementType: 'CertificateOfCompletion',
      name: 'Community engagement and communication officer',
      description: 'Digital and transversal skills of librarians',
      inLanguage: 'en',
      version: '1.0',
      criteria: {
        id: 'https://badges.example.org/achievements/ceco',
        narrative: 'Pass all modules',
      },
      image: { id: 'https://badges.example.org/achievements/ceco.png', type: 'Image' },
      tag: ['libraries'],
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'EQF level 5',
          targetUrl: 'https://badges.example.org/eqf/5',
          targetFramework: 'EQF',
          targetType: 'ext:EQFLevel',
          targetCode: '5',
        },
      ],
      related: [
        {
          id: 'https://badges.example.org/achievements/ceco/el',
          type: ['Related'],
          inLanguage: 'el',
        },
      ],
      resultDescription: [
        {
          id: 'urn:uuid:f6ab1c2e-52f0-4c62-a7a1-7a3b1c0d9e11',
          type: ['ResultDescription'],
          name: 'Final score',
          resultType: 'Percent',
          valueMin: '0',
          valueMax: '100',
          requiredValue: '60',
        },
      ],
    },
    result: [
      {
        type: ['Result'],
        resultDescription: 'urn:uuid:f6ab1c2e-52f0-4c62-a7a1-7a3b1c0d9e11',
        value: '87',
      },
    ],
  },
  evidence: [{ id: 'https://badges.example.org/e/1', type: ['Evidence'], name: 'Final project' }],
  credentialSchema: [
    {
      id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
      type: '1EdTechJsonSchemaValidator2019',
    },
  ],
  credentialStatus: {
    id: 'https://badges.example.org/status/1#94567',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: 'https://badges.example.org/status/1',
  },
  proof: [
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-11-22T00:00:00Z',
      verificationMethod: 'did:web:badges.example.org#key-1',
      proofPurpose: 'assertionMethod',
      proofValue:
        'z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKoGrRPrVn',
    },
  ],
})
