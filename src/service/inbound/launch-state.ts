import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import type { LinkSecrets } from '../../proof/link-secrets.ts'

/** What is remembered between the beginning of a launch and its end, by the browser and not by us. */
export interface LaunchState {
  readonly nonce: string
  /** SHA-256 of the secret that the browser was given. */
  readonly browser: string
  /** ISO 8601 instant. */
  readonly endsAt: string
}

const maxLength = 2_000

export const hashOfBrowser = (secret: string) =>
  createHash('sha256').update(secret).digest('base64url')

/** Whether two secrets are the same, told in a time that gives nothing away. */
export function isSameSecret(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const lostState = () =>
  new Refusal('lti-state-lost', 'state is not of a launch that began here within ten minutes')

const macOf = (connection: string, payload: string, secrets: LinkSecrets) =>
  secrets.of('launch-state', `${connection}.${payload}`)

/** The state as a text that only we can have made, and for one connection. */
export function sealState(connection: string, state: LaunchState, secrets: LinkSecrets): string {
  const payload = Buffer.from(JSON.stringify(state)).toString('base64url')
  return `${payload}.${macOf(connection, payload, secrets)}`
}

/** The state in a text. @throws Refusal `lti-state-lost` for one that we did not make, or that has ended. */
export function openState(
  connection: string,
  text: string,
  { secrets, now }: { readonly secrets: LinkSecrets; readonly now: Date },
): LaunchState {
  const [payload = '', mac = ''] = text.length > maxLength ? [] : text.split('.')
  if (payload === '' || !isSameSecret(mac, macOf(connection, payload, secrets))) throw lostState()
  const state = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as LaunchState
  if (state.endsAt <= now.toISOString()) throw lostState()
  return state
}
