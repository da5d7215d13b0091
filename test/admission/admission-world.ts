import type { ApplicationForm, Source } from '../../src/admission/application-form.ts'
import { type ForeignWorld, openForeignWorld, schoolDid } from '../support/foreign-world.ts'
import { issueOne } from '../support/workshop.ts'

type Members = Readonly<Record<string, unknown>>
type Handed = object | string | Uint8Array

const text = (en: string) => ({ en, it: null, el: null, bg: null, lv: null })
const rule = (id: string, points: number, requires: object) => ({
  id,
  name: text(id),
  advice: text(`Get ${id}`),
  points,
  requires,
})

export const cataloguing = 'https://school.example/achievements/cataloguing'

/** Another library school's hours count up to 30, for two skills; nobody else's do. */
export const recognitions = [
  {
    id: 'own',
    issuer: 'own',
    skills: null,
    maxHours: null,
    since: null,
    until: null,
    alignments: [],
  },
  {
    id: 'school',
    issuer: schoolDid,
    skills: ['managing-data', 'finding-information'],
    maxHours: 30,
    since: null,
    until: null,
    alignments: [
      { target: 'https://school.example/skills/data', skill: 'managing-data', level: 6 },
    ],
  },
]

/** A course that admits who completed the MOOC, or studied 20 hours of data elsewhere. */
export const specialization = {
  id: 'keeper',
  name: text('Keeper of data'),
  description: text('Keeps data'),
  profile: 'ceco',
  hours: { total: null, parts: [] },
  places: { total: 2, perCountry: null },
  countries: ['GR', 'IT'],
  applications: { from: '2026-11-01', until: '2026-12-31' },
  modules: [{ id: 'data', name: text('Data'), hours: 20, skills: ['managing-data'] }],
  admission: {
    validDays: 90,
    statements: [
      { id: 'host-library', name: text('Host library'), needs: 'document' },
      { id: 'project-idea', name: text('Project idea'), needs: 'review' },
    ],
    rules: [
      rule('mooc', 3, { kind: 'achievement', achievement: 'mooc-completion', from: ['own'] }),
      rule('data-hours', 2, { kind: 'hours', atLeast: 20, skills: ['managing-data'] }),
      rule('course', 1, { kind: 'achievement', achievement: cataloguing }),
      rule('host', 1, { kind: 'statement', statement: 'host-library' }),
      rule('idea', 1, { kind: 'statement', statement: 'project-idea' }),
    ],
    eligible: {
      kind: 'any',
      of: [
        { kind: 'rule', rule: 'mooc' },
        { kind: 'rule', rule: 'data-hours' },
      ],
    },
    considered: {
      kind: 'any',
      of: [
        { kind: 'rule', rule: 'host' },
        { kind: 'rule', rule: 'idea' },
      ],
    },
    waivers: { from: ['own', 'school'] },
  },
  eligibility: {
    version: '1',
    name: text('Eligible to become a keeper of data'),
    description: text('May enrol'),
    criteria: text('What is asked for'),
    emblem: { label: 'K', ink: '#1d3557', ground: '#f1f5f9' },
  },
}

const identity = (name: string) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name,
  identityType: 'name',
})

export interface SchoolBadge {
  readonly id?: string
  readonly name?: string | null
  readonly subject?: string
  readonly hours?: string
  readonly resultType?: string
  readonly achievement?: Members
  readonly over?: Members
}

const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
const badgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** A badge of the school before it is signed: 24 hours of data for Maria, unless told otherwise. */
export function schoolBadge(told: SchoolBadge = {}): Members {
  const { hours = '24', name = 'Maria Rossi', resultType = 'ext:StudyHours' } = told
  const resultId = `${cataloguing}#hours`
  return {
    '@context': [credentialsContext, badgesContext, extensions],
    id: told.id ?? 'https://school.example/credentials/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Certificate in cataloguing',
    issuer: { id: schoolDid, type: ['Profile'], name: 'School of the Plain' },
    validFrom: '2026-11-01T00:00:00Z',
    awardedDate: '2026-10-30T00:00:00Z',
    credentialSubject: {
      ...(told.subject === undefined ? {} : { id: told.subject }),
      type: ['AchievementSubject'],
      ...(name === null ? {} : { identifier: [identity(name)] }),
      achievement: {
        id: cataloguing,
        type: ['Achievement'],
        name: 'Cataloguing',
        description: 'How books are described',
        criteria: { narrative: 'Describe ten books' },
        alignment: [
          {
            type: ['Alignment'],
            targetName: 'Data',
            targetUrl: 'https://school.example/skills/data',
          },
        ],
        resultDescription: [
          { id: resultId, type: ['ResultDescription'], name: 'Hours of study', resultType },
        ],
        ...told.achievement,
      },
      result: [{ type: ['Result'], resultDescription: resultId, value: hours }],
    },
    ...told.over,
  }
}

const bytesOf = (handed: Handed): Uint8Array => {
  if (handed instanceof Uint8Array) return handed
  return Buffer.from(typeof handed === 'string' ? handed : JSON.stringify(handed))
}

/**
 * A service with a specialization, in a world with another school. `now` can be set; the catalogue is edited once more
 * where a test says so.
 */
export async function openAdmissionWorld(
  options: {
    readonly dataDir?: string
    readonly edit?: (catalogue: Record<string, unknown>) => void
    readonly env?: Record<string, string>
    /** The moment it opens. */
    readonly begin?: string
  } = {},
) {
  let now = new Date(options.begin ?? '2026-11-24T12:00:00Z')
  const world: ForeignWorld = await openForeignWorld({
    ...options,
    now: () => now,
    edit: (catalogue) => {
      catalogue.recognitions = recognitions
      catalogue.specializations = [specialization]
      options.edit?.(catalogue)
    },
  })
  const { service } = world.shop
  const file = (handed: Handed, name = 'file'): Source => ({
    name,
    check: () => service.verify(bytesOf(handed)),
  })
  return {
    ...world,
    service,
    setNow: (instant: string) => {
      now = new Date(instant)
    },
    file,
    link: (url: string): Source => ({ name: url, check: () => service.verifyAt(new URL(url)) }),
    form: (handed: readonly (Source | Handed)[], over: Partial<ApplicationForm> = {}) => ({
      specialization: 'keeper',
      sources: handed.map((each) =>
        typeof each === 'object' && 'check' in each ? (each as Source) : file(each),
      ),
      statements: [],
      person: null,
      country: null,
      reference: null,
      appliedAt: null,
      ...over,
    }),
    /** A badge of the school, signed. */
    signed: (told: SchoolBadge = {}) => world.sign(schoolBadge(told)),
    /** The certificate of the MOOC that we issued to Maria. */
    mooc: (key = 'email:maria@example.org', name = 'Maria Rossi') =>
      issueOne(service, { name, key }),
    caller: (provider: string, scope: readonly string[] = []) => ({
      token: `token-of-${provider}`,
      role: 'provider' as const,
      scope,
      provider,
    }),
  }
}

export type AdmissionWorld = Awaited<ReturnType<typeof openAdmissionWorld>>
