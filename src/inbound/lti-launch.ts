import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import type { Done, Person } from './piece.ts'

/** What a platform is told by, as its administrator has it (LTI 1.3 §3.1.3 and §5.1.1.1). */
export interface LtiPlatform {
  readonly issuer: string
  readonly clientId: string
  /** Empty for every deployment of this client. */
  readonly deployments: readonly string[]
  readonly authUrl: string
  readonly jwksUrl: string
  /** Origins whose pages may show ours within them, beside those of issuer and authUrl. */
  readonly frames: readonly string[]
}

export type Claims = Readonly<Record<string, unknown>>

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`

/** How far the platform's clock may be from ours, in seconds. */
const leeway = 60
const maxAge = 10 * 60

const foreign = (message: string) => new Refusal('lti-token-foreign', message)

function checkAudience({ aud, azp }: Claims, clientId: string): void {
  const audiences = Array.isArray(aud) ? aud : [aud]
  if (!audiences.includes(clientId)) throw foreign('aud is not the client id of this connection')
  // OpenID Connect Core §3.1.3.7, steps 4 and 5: of several audiences one has to be the party that asked.
  if (audiences.length > 1 && azp === undefined) throw foreign('azp has to say which of aud asked')
  if (azp !== undefined && azp !== clientId) throw foreign('azp is not the client id')
}

function checkTime({ exp, iat }: Claims, seconds: number): void {
  const isTimed = typeof exp === 'number' && typeof iat === 'number'
  const isNow = isTimed && exp > seconds - leeway && iat < seconds + leeway
  if (!isNow || seconds - iat > maxAge + leeway)
    throw new Refusal('lti-token-expired', 'exp or iat says that this token is not of now')
}

function checkMessage(claims: Claims, targetUrl: string): void {
  const type = claims[claim('message_type')]
  if (type !== 'LtiResourceLinkRequest' || claims[claim('version')] !== '1.3.0')
    throw new Refusal(
      'lti-message-unsupported',
      'Only LtiResourceLinkRequest of version 1.3.0 is taken',
    )
  const target = claims[claim('target_link_uri')]
  if (target !== targetUrl) throw foreign('target_link_uri is not the address of this connection')
}

/**
 * Holds the claims of a token, whose signature was checked before, to what LTI 1.3 §5.1.3 and OpenID Connect Core
 * §3.1.3.7 ask for. The nonce is the caller's to compare and to use up.
 *
 * @throws Refusal `lti-token-foreign`, `lti-token-expired`, `lti-deployment-unknown`, `lti-message-unsupported`.
 */
export function checkLaunch(
  claims: Claims,
  { platform, targetUrl, now }: { platform: LtiPlatform; targetUrl: string; now: Date },
): void {
  if (claims.iss !== platform.issuer) throw foreign('iss is not the platform of this connection')
  checkAudience(claims, platform.clientId)
  checkTime(claims, now.getTime() / 1_000)
  const deployment = claims[claim('deployment_id')]
  const { deployments } = platform
  const isKnown =
    typeof deployment === 'string' && (deployments.length === 0 || deployments.includes(deployment))
  if (!isKnown)
    throw new Refusal('lti-deployment-unknown', 'deployment_id is none of this connection')
  checkMessage(claims, targetUrl)
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 2_000) : '')

/** Who launches. An address tells learners apart only where the operator says that it may. */
export function launchPerson(claims: Claims, trustsEmail: boolean): Person & { sub: string } {
  const sub = textIn(claims.sub)
  const parts = [textIn(claims.given_name), textIn(claims.family_name)].filter(Boolean)
  return {
    sub,
    name: textIn(claims.name) || parts.join(' '),
    email: trustsEmail ? textIn(claims.email) : '',
    lmsId: sub === '' ? '' : `${textIn(claims.iss)} ${sub}`,
  }
}

const staff =
  /membership(?:\/\w+)?#(?:Administrator|ContentDeveloper|Instructor|Manager|Mentor|Officer|TeachingAssistant)$/
const staffWords = ['Instructor', 'Administrator', 'ContentDeveloper', 'TeachingAssistant']

/**
 * Whether somebody launches as a learner of the course and nothing else. Roles within the course decide; those of the
 * institution only where a platform names none of the course, since students teach elsewhere (LTI 1.3 Appendix A.2).
 */
export function isLearner(claims: Claims): boolean {
  const given = claims[claim('roles')]
  const roles = Array.isArray(given) ? given.map(String) : []
  if (roles.some((role) => staff.test(role) || staffWords.includes(role))) return false
  const ofCourse = roles.filter((role) => /membership(?:\/\w+)?#|^\w+$/.test(role))
  if (ofCourse.length > 0) return ofCourse.some((role) => /(?:^|#)Learner$/.test(role))
  const isStaff = roles.some((role) => /#(?:Administrator|Instructor|Faculty|Staff)$/.test(role))
  return !isStaff && roles.some((role) => /#(?:Student|Learner)$/.test(role))
}

/** What a launch proves: that the platform released this link to its learner. */
export interface Claimed {
  readonly done: Done
  /** Only this achievement, where the link names one. */
  readonly only: string | null
}

function modulesFor(achievement: string, course: Course): { course: boolean; modules: string[] } {
  const found = course.achievements.find(({ id }) => id === achievement)
  if (!found)
    throw new Refusal('achievement-unknown', `The course has no achievement ${achievement}`)
  const ids = course.modules.map(({ id }) => id)
  switch (found.earnedBy.kind) {
    case 'course-completed':
      return { course: true, modules: [] }
    case 'area-completed': {
      const { area } = found.earnedBy
      return {
        course: false,
        modules: course.modules.filter((module) => module.area === area).map(({ id }) => id),
      }
    }
    case 'modules-at-least':
      return { course: false, modules: ids.slice(0, found.earnedBy.count) }
    case 'admission':
      throw new Refusal('achievement-unknown', `${achievement} is not earned by learning`)
  }
}

/**
 * What the link stands for: the whole course, or what its custom parameters `achievement` or `modules` say (ids, with
 * spaces or commas between them).
 *
 * @throws Refusal `achievement-unknown` for an achievement or modules that the course does not have.
 */
export function launchClaim(claims: Claims, course: Course, today: string): Claimed {
  const given = claims[claim('custom')]
  const custom = typeof given === 'object' && given !== null ? (given as Claims) : {}
  const achievement = textIn(custom.achievement).trim()
  const modules = textIn(custom.modules)
    .split(/[\s,;|]+/)
    .filter(Boolean)
  const done = { completedOn: null, modules, lastActivityOn: null, score: null }
  if (achievement !== '') {
    const wanted = modulesFor(achievement, course)
    const completedOn = wanted.course ? today : null
    return { done: { ...done, completedOn, modules: wanted.modules }, only: achievement }
  }
  if (modules.length === 0) return { done: { ...done, completedOn: today }, only: null }
  const strange = modules.filter((id) => !course.modules.some((module) => module.id === id))
  if (strange.length > 0)
    throw new Refusal('achievement-unknown', `The course has no module ${strange.join(' ')}`)
  return { done, only: null }
}
