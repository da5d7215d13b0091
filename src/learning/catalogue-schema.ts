import { z } from 'zod'
import { languages } from '../language.ts'
import type { Catalogue } from './catalogue.ts'
import { emblem, line, localised, prose, slug } from './catalogue-values.ts'
import { certificateSchema, plainCertificate } from './certificate-schema.ts'
import { partnerSchema } from './partner-schema.ts'
import { recognitionSchema, specializationSchema } from './specialization-schema.ts'

const url = z.url({ protocol: /^https$/, error: 'must be an https URL' }).nullable()

// Open Badges 3.0, AchievementType: the enumeration, or an extension that starts with `ext:`.
const achievementTypes = new Set(
  (
    'Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree ' +
    'Certificate CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree ' +
    'Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License ' +
    'MasterCertificate MasterDegree Membership MicroCredential ProfessionalDoctorate ' +
    'QualityAssuranceCredential ResearchDoctorate SecondarySchoolDiploma'
  ).split(' '),
)

const achievementType = z
  .string()
  .refine(
    (type) => achievementTypes.has(type) || /^ext:[\w.|-]+$/.test(type),
    'must be an Open Badges 3.0 achievement type, or start with ext:',
  )

const earnedBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course-completed') }),
  z.strictObject({ kind: z.literal('area-completed'), area: slug }),
  z.strictObject({
    kind: z.literal('modules-at-least'),
    count: z.int().min(1),
    unless: z.array(slug),
  }),
])

// Left out by most, so that catalogues without partners need not know of them.
const issuer = slug.nullable().default(null)
const percent = z.number().min(0).max(100)

const hours = z.number().positive().max(2000)

const achievement = z.strictObject({
  id: slug,
  version: line,
  achievementType,
  name: localised(line),
  description: localised(prose),
  criteria: localised(prose),
  earnedBy,
  tags: z.array(line),
  hours: hours.nullable(),
  eqfLevel: z.int().min(1).max(8).nullable(),
  skills: z.array(slug),
  profiles: z.array(slug),
  hasScore: z.boolean(),
  hasDistinction: z.boolean(),
  emblem,
  issuer,
})

const skill = z
  .strictObject({
    id: slug,
    name: localised(line),
    area: slug,
    framework: z.enum(['DigComp', 'EntreComp']).nullable(),
    frameworkArea: line.nullable(),
    level: z.int().min(1).max(8),
    profiles: z.array(slug),
  })
  .refine(({ framework, frameworkArea }) => (framework === null) === (frameworkArea === null), {
    path: ['frameworkArea'],
    error: 'must be named exactly if the framework is',
  })

const course = z.strictObject({
  id: slug,
  name: localised(line),
  language: z.enum(languages),
  weeks: z.int().min(1).max(104),
  modules: z
    .array(
      z.strictObject({
        id: slug,
        name: localised(line),
        area: slug,
        week: z.int().min(1),
        hours,
        skills: z.array(slug),
        activities: z.array(line),
        passFrom: percent.nullish(),
      }),
    )
    .min(1)
    .max(500),
  achievements: z.array(achievement).min(1),
  distinctionFrom: percent,
  passFrom: percent.nullish(),
  certificate: certificateSchema.nullable().default(null),
  issuer,
})

/** The form of a catalogue file; what refers to what is checked in catalogue-references.ts. */
export const catalogueSchema: z.ZodType<Catalogue> = z.strictObject({
  version: line,
  illustrative: z.boolean(),
  programme: z.strictObject({ name: localised(line), description: localised(prose), url }),
  issuer: z.strictObject({
    name: line,
    description: localised(prose),
    url,
    linkedInOrganizationId: z.string().regex(/^\d+$/, 'must be the number of the page').nullable(),
  }),
  issuers: z.array(partnerSchema).max(100).default([]),
  certificate: certificateSchema.default(plainCertificate as z.infer<typeof certificateSchema>),
  areas: z.array(z.strictObject({ id: slug, name: localised(line) })).min(1),
  skills: z.array(skill),
  profiles: z.array(
    z.strictObject({ id: slug, code: line, name: localised(line), description: localised(prose) }),
  ),
  courses: z.array(course).min(1),
  recognitions: z.array(recognitionSchema).default([]),
  specializations: z.array(specializationSchema).default([]),
})
