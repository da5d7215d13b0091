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

/** `/desk/connections`. */
export interface ConnectionDeskMessages {
  readonly title: string
  readonly lead: string
  readonly table: string
  readonly columns: {
    readonly label: string
    readonly kind: string
    readonly course: string
    readonly run: string
    readonly taken: string
    readonly refused: string
    readonly ignored: string
  }
  readonly kinds: Readonly<Record<'webhook' | 'xapi' | 'openedx' | 'lti', string>>
  readonly none: string
  readonly make: string
  readonly labelHint: string
  readonly runHint: string
  readonly settings: string
  readonly activities: string
  readonly activitiesHint: string
  readonly platform: string
  readonly platformHint: string
  readonly fields: {
    readonly issuer: string
    readonly clientId: string
    readonly deployments: string
    readonly authUrl: string
    readonly jwksUrl: string
    readonly frames: string
  }
  readonly oneALine: string
  readonly trustsEmail: string
  readonly trustsEmailHint: string
  readonly save: string
  readonly saved: string
  readonly addresses: string
  readonly addressesHint: string
  readonly names: Readonly<
    Record<'url' | 'endpoint' | 'login' | 'launch' | 'jwks' | 'config', string>
  >
  readonly user: string
  readonly secret: string
  readonly secretUrl: string
  readonly secretNote: string
  readonly showSecret: string
  readonly showSecretHint: string
  readonly remove: string
  readonly removeHint: string
}

/** Words about machines that tell us of completions. */
export interface InboundMessages {
  /** Heading of all that machines, and whoever comes from a course, are refused with. */
  readonly refusals: string
  readonly launch: LaunchMessages
  readonly desk: ConnectionDeskMessages
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
