import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import { jsonPath } from '../learning/json-path.ts'
import { type Activities, unknownTargets } from './activities.ts'
import type { LtiPlatform } from './lti-launch.ts'

/** What a connection is told beside its kind, course and run. */
export interface ConnectionSettings {
  readonly activities: Activities
  /** `null` until the platform has said what it is called; then nobody can launch. */
  readonly platform: LtiPlatform | null
  /** Whether the platform's addresses tell learners apart: only where nobody can give themselves another's. */
  readonly trustsEmail: boolean
}

const line = z.string().trim().min(1).max(500)
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(2_000)

const origin = httpsUrl.refine(
  (text) => URL.canParse(text) && new URL(text).origin === text,
  'must be an origin: https and a host, with nothing behind it',
)

const platform = z.strictObject({
  issuer: line,
  clientId: line,
  deployments: z.array(line).max(50).default([]),
  authUrl: httpsUrl,
  jwksUrl: httpsUrl,
  frames: z.array(origin).max(20).default([]),
})

const settings = z.strictObject({
  activities: z.record(line, line).default({}),
  platform: platform.nullable().default(null),
  trustsEmail: z.boolean().default(false),
})

const invalid = (details: { at: string; message: string }[]) =>
  new Refusal('connection-invalid', 'A connection cannot be made of this', { details })

/** Settings from outside. @throws Refusal `connection-invalid`, with every mistake. */
export function parseSettings(input: unknown, course: Course): ConnectionSettings {
  const parsed = settings.safeParse(input)
  if (!parsed.success)
    throw invalid(parsed.error.issues.map(({ path, message }) => ({ at: jsonPath(path), message })))
  const unknown = unknownTargets(parsed.data.activities, course)
  if (unknown.length > 0)
    throw invalid(
      unknown.map((name) => ({
        at: jsonPath(['activities', name]),
        message: 'must name the course or a module of it',
      })),
    )
  return parsed.data
}

/** Settings as they were kept. */
export const keptSettings = (json: string): ConnectionSettings =>
  JSON.parse(json) as ConnectionSettings
