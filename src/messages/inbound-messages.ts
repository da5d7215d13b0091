import type { DeskProblem } from './desk-messages.ts'

/** What a learner, or whoever else opens the link in a course, is shown. */
export interface LaunchMessages {
  readonly title: string
  /** Above the names of what was earned. */
  readonly ready: string
  readonly signing: string
  readonly open: string
  readonly openHint: string
  readonly instructor: DeskProblem
  readonly nothing: DeskProblem
  readonly noName: DeskProblem
  readonly erased: DeskProblem
}

/** Words about machines that tell us of completions. */
export interface InboundMessages {
  /** Heading of all that machines, and whoever comes from a course, are refused with. */
  readonly refusals: string
  readonly launch: LaunchMessages
}

/** Their page is one of its own. */
export const inboundRefusalCodes = [
  'connection-not-found',
  'connection-invalid',
  'connection-incomplete',
  'webhook-unsigned',
  'webhook-stale',
  'message-unreadable',
  'xapi-version-unknown',
  'statement-conflict',
  'lti-login-unknown',
  'lti-state-lost',
  'lti-signature-wrong',
  'lti-token-foreign',
  'lti-token-expired',
  'lti-deployment-unknown',
  'lti-token-replayed',
  'lti-message-unsupported',
  'lti-keys-unreachable',
] as const

export type InboundRefusalCode = (typeof inboundRefusalCodes)[number]

/** What machines, and whoever comes from a course, are refused with. */
export type InboundRefusals = Readonly<Record<InboundRefusalCode, DeskProblem>>
