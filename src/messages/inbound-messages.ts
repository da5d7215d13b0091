import type { RefusalText } from './messages.ts'

/** What a learner, or whoever else opens the link in a course, is shown. */
export interface LaunchMessages {
  readonly title: string
  /** Above the names of what was earned. */
  readonly ready: string
  readonly signing: string
  readonly open: string
  readonly openHint: string
  readonly instructor: RefusalText
  readonly nothing: RefusalText
  readonly noName: RefusalText
  readonly erased: RefusalText
}

/** Words about machines that tell us of completions. */
export interface InboundMessages {
  readonly launch: LaunchMessages
}

type InboundRefusalCode =
  | 'connection-not-found'
  | 'connection-invalid'
  | 'connection-incomplete'
  | 'webhook-unsigned'
  | 'webhook-stale'
  | 'message-unreadable'
  | 'xapi-version-unknown'
  | 'statement-conflict'
  | 'lti-login-unknown'
  | 'lti-state-lost'
  | 'lti-signature-wrong'
  | 'lti-token-foreign'
  | 'lti-token-expired'
  | 'lti-deployment-unknown'
  | 'lti-token-replayed'
  | 'lti-message-unsupported'
  | 'lti-keys-unreachable'

/** What machines, and whoever comes from a course, are refused with. */
export type InboundRefusals = Readonly<Record<InboundRefusalCode, RefusalText>>
