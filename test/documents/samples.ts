import type { SignedBadge } from '../../src/credential/open-badge.ts'
import type { CertificateInput } from '../../src/documents/certificate-drawing.ts'
import type { Language } from '../../src/language.ts'

export const emblem = { label: 'BIBLIO', ink: '#f4e9cf', ground: '#1f3a5f' } as const
export const pageUrl = 'https://badges.example.org/c/9mJ0pQ2rT5vX8yZ1bC3dE4'

interface Choices {
  readonly name?: string
  readonly title?: string
  readonly achievementType?: string
  readonly language?: Language
  readonly distinction?: boolean
  readonly description?: string
  readonly plain?: boolean
  /** An answer that somebody may enrol, in place of something earned. */
  readonly eligible?: { readonly until: string; readonly priority: string }
}

const resultsOfDecision = (priority: string): [string, string, string][] => [
  ['rules', 'ext:RuleVersion', `sha256-${'8e27634aeeff'.padEnd(64, '0')}`],
  ['priority', 'ext:PriorityPoints', priority],
]

const kindOf = ({ achievementType, eligible }: Choices) =>
  achievementType ?? (eligible ? 'ext:SpecializationEligibility' : 'CertificateOfCompletion')

/** A badge with everything a certificate can print; its proof is not real, as nothing here looks at it. */
export function sampleBadge(choices: Choices = {}): SignedBadge {
  const achievementId = 'https://badges.example.org/achievements/biblio-mooc'
  const descriptions = [
    ['hours', 'ext:StudyHours', '60'],
    ['score', 'Percent', '93'],
    ...(choices.distinction ? [['distinction', 'ext:Distinction', 'with distinction']] : []),
  ] as [string, string, string][]
  const { eligible } = choices
  const earned = choices.plain ? [] : descriptions
  const results = eligible ? resultsOfDecision(eligible.priority) : earned
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: pageUrl,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: choices.title ?? 'Digital competences for library professionals',
    issuer: {
      id: 'did:web:badges.example.org',
      type: ['Profile'],
      name: 'BIBLIO sample programme',
    },
    validFrom: '2026-11-22T09:30:00Z',
    ...(eligible ? { validUntil: eligible.until } : {}),
    awardedDate: '2026-11-20T00:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:0b1c2d3e-0000-4000-8000-000000000001',
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: choices.name ?? 'Eleni Papadopoulou',
          identityType: 'name',
        },
      ],
      achievement: {
        id: achievementId,
        type: ['Achievement'],
        achievementType: kindOf(choices),
        name: choices.title ?? 'Digital competences for library professionals',
        description:
          choices.description ??
          'Twelve weeks on data, digital services and the users of a modern library, with exercises after each module and a final project.',
        criteria: { narrative: 'Complete every module.' },
        inLanguage: choices.language ?? 'en',
        alignment:
          choices.plain || eligible
            ? []
            : [
                {
                  type: ['Alignment'],
                  targetName: 'EQF level 5',
                  targetUrl: 'https://europass.europa.eu/en/eqf',
                  targetCode: '5',
                  targetFramework: 'EQF',
                },
              ],
        resultDescription: results.map(([id, resultType]) => ({
          id: `${achievementId}#${id}`,
          type: ['ResultDescription'],
          name: id,
          resultType,
        })),
      },
      result: results.map(([id, , value]) => ({
        type: ['Result'],
        resultDescription: `${achievementId}#${id}`,
        value,
      })),
    },
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-11-22T09:30:00Z',
        verificationMethod: 'did:web:badges.example.org#key-1',
        proofPurpose: 'assertionMethod',
        proofValue: 'z3sample',
      },
    ],
  }
}

export function sampleInput(choices: Choices = {}): CertificateInput {
  const credential = sampleBadge(choices)
  return {
    credential,
    json: JSON.stringify(credential),
    language: choices.language ?? 'en',
    emblem,
    illustrative: true,
    url: pageUrl,
  }
}
