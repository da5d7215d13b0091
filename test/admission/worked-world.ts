import type { ApplicationForm } from '../../src/admission/application-form.ts'
import { didDocument, makeParty, openForeignWorld } from '../support/foreign-world.ts'
import { withRawProof } from '../support/raw-proofs.ts'
import { issueOne } from '../support/workshop.ts'

const academy = 'https://academy.example'

/** What a certificate of the academy says beside what all of them say. */
export interface AcademyCertificate {
  readonly number: number
  readonly title: string
  readonly person: string
  readonly hours: string
  /** Names of the academy's own list of skills. */
  readonly skills: readonly string[]
  readonly validUntil?: string
}

const identity = (name: string) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name,
  identityType: 'name',
})

function certificate(issuer: string, told: AcademyCertificate) {
  const achievement = `${academy}/achievements/${told.number}`
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    id: `${academy}/credentials/${told.number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: told.title,
    issuer: { id: issuer, type: ['Profile'], name: 'An Academy of Examples' },
    validFrom: '2026-06-01T00:00:00Z',
    awardedDate: '2026-05-30T00:00:00Z',
    ...(told.validUntil && { validUntil: told.validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identity(told.person)],
      achievement: {
        id: achievement,
        type: ['Achievement'],
        name: told.title,
        description: told.title,
        criteria: { narrative: 'Pass the final test' },
        alignment: told.skills.map((skill) => ({
          type: ['Alignment'],
          targetName: skill,
          targetUrl: `${academy}/skills/${skill}`,
        })),
        resultDescription: [
          {
            id: `${achievement}#hours`,
            type: ['ResultDescription'],
            name: 'Hours of study',
            resultType: 'ext:StudyHours',
          },
        ],
      },
      result: [{ type: ['Result'], resultDescription: `${achievement}#hours`, value: told.hours }],
    },
  }
}

/** The service with the catalogue as it ships, and the academy that the catalogue recognises. */
export async function openWorkedWorld() {
  const world = await openForeignWorld()
  const { service } = world.shop
  const party = makeParty('did:web:academy.example')
  world.publish(`${academy}/.well-known/did.json`, didDocument(party))
  const proof = { key: party.keys.Ed25519, verificationMethod: party.keyId('Ed25519') }
  return {
    service,
    close: world.close,
    /** Signed by us: `achievement` for a learner of this name. */
    async ours(achievement: string, name: string): Promise<string> {
      const results = achievement === 'mooc-completion' ? {} : { results: [] }
      const key = `email:${name.toLowerCase().replaceAll(' ', '.')}@example.org`
      return (await issueOne(service, { achievement, name, key, ...results })).signed
    },
    /** Signed by the academy. */
    academys: async (told: AcademyCertificate): Promise<string> =>
      JSON.stringify(await withRawProof(certificate(party.did, told), proof)),
    form: (handed: readonly string[], over: Partial<ApplicationForm> = {}): ApplicationForm => ({
      specialization: 'ceco',
      sources: handed.map((text, at) => ({
        name: `file ${at + 1}`,
        check: () => service.verify(Buffer.from(text)),
      })),
      statements: [],
      person: null,
      country: 'GR',
      reference: null,
      appliedAt: null,
      ...over,
    }),
    provider: {
      token: 'token-of-library-school',
      role: 'provider' as const,
      scope: ['ceco'],
      provider: 'library-school',
    },
  }
}

export type WorkedWorld = Awaited<ReturnType<typeof openWorkedWorld>>
