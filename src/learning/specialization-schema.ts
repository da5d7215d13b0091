import { z } from 'zod'
import { emblem, line, localised, prose, slug } from './catalogue-values.ts'
import type { Recognition, Requirement, Specialization } from './specialization.ts'

const day = z.iso.date('must be a day such as 2026-11-30')
const address = z
  .string()
  .regex(/^(?:https:\/\/|urn:)\S+$/, 'must be an https address or a urn')
  .max(2000)
const hours = z.number().positive().max(10_000)
const level = z.int().min(1).max(8)

const which = {
  from: z.array(slug).min(1).optional(),
  awarded: z
    .strictObject({
      since: day.optional(),
      until: day.optional(),
      withinMonths: z.int().min(1).max(600).optional(),
    })
    .optional(),
}

const threshold = z
  .strictObject({
    percent: z.number().min(0).max(100).optional(),
    grade: z.strictObject({ atLeast: line, order: z.array(line).min(1).max(100) }).optional(),
    distinction: z.literal(true).optional(),
  })
  .refine((reaches) => Object.values(reaches).filter((one) => one !== undefined).length === 1, {
    error: 'must be exactly one of percent, grade and distinction',
  })

const achievementName = z.union([slug, address], {
  error: 'must be the id of an achievement, or an https address',
})

const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(requirement).min(1).max(50) }),
    z.strictObject({
      kind: z.literal('at-least'),
      count: z.int().min(1),
      of: z.array(requirement).min(1).max(50),
    }),
    z.strictObject({ kind: z.literal('not'), of: requirement }),
    z.strictObject({ kind: z.literal('rule'), rule: slug }),
    z.strictObject({ kind: z.literal('achievement'), achievement: achievementName, ...which }),
    z.strictObject({ kind: z.literal('skill'), skill: slug, level, ...which }),
    z.strictObject({
      kind: z.literal('alignment'),
      target: address,
      level: level.nullable(),
      ...which,
    }),
    z.strictObject({
      kind: z.literal('hours'),
      atLeast: hours,
      skills: z.array(slug).min(1).optional(),
      ...which,
    }),
    z.strictObject({ kind: z.literal('credits'), atLeast: hours, ...which }),
    z.strictObject({
      kind: z.literal('result'),
      achievement: achievementName.optional(),
      reaches: threshold,
      ...which,
    }),
    z.strictObject({ kind: z.literal('statement'), statement: slug }),
  ]),
) as z.ZodType<Requirement>

export const recognitionSchema: z.ZodType<Recognition> = z.strictObject({
  id: slug,
  issuer: z
    .string()
    .regex(/^(?:own|did:[a-z0-9]+:\S+|https:\/\/\S+)$/, 'must be own, a DID or an https address')
    .max(2000),
  skills: z.array(slug).min(1).nullable(),
  maxHours: hours.nullable(),
  since: day.nullable(),
  until: day.nullable(),
  alignments: z.array(z.strictObject({ target: address, skill: slug, level: level.nullable() })),
})

const places = z.int().min(1).max(100_000).nullable()

export const specializationSchema: z.ZodType<Specialization> = z.strictObject({
  id: slug,
  name: localised(line),
  description: localised(prose),
  profile: slug,
  hours: z.strictObject({
    total: hours.nullable(),
    parts: z.array(z.strictObject({ name: localised(line), hours })),
  }),
  places: z.strictObject({ total: places, perCountry: places }),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, ISO 3166-1')),
  applications: z.strictObject({ from: day.nullable(), until: day.nullable() }),
  applyAt: z
    .string()
    .regex(/^https:\/\/\S+$/, 'must be an https address')
    .max(2000)
    .optional(),
  modules: z
    .array(z.strictObject({ id: slug, name: localised(line), hours, skills: z.array(slug).min(1) }))
    .max(200),
  admission: z.strictObject({
    validDays: z.int().min(1).max(3650),
    statements: z.array(
      z.strictObject({ id: slug, name: localised(line), needs: z.enum(['document', 'review']) }),
    ),
    rules: z
      .array(
        z.strictObject({
          id: slug,
          name: localised(line),
          advice: localised(prose),
          requires: requirement,
          points: z.int().min(0).max(1000),
        }),
      )
      .min(1)
      .max(100),
    eligible: requirement,
    considered: requirement.nullable(),
    waivers: z.strictObject({ from: z.array(slug).min(1) }).nullable(),
  }),
  eligibility: z.strictObject({
    version: line,
    name: localised(line),
    description: localised(prose),
    criteria: localised(prose),
    emblem,
    issuer: slug.nullable().default(null),
  }),
})
