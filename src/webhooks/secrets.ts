import type { WebhookEndpoint } from '../ledger/webhook-record.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import {
  type SignedMessage,
  sealText,
  secretText,
  signAsymmetric,
  signSymmetric,
} from '../proof/webhook-signature.ts'

type Keyed = Pick<WebhookEndpoint, 'id' | 'generation' | 'bothUntil'>

/** What a receiver checks signatures with; shown when an endpoint is made and when its secret is changed. */
export interface ReceiverKeys {
  readonly secret: string
  readonly publicKey: string
}

const nameOf = (id: string, generation: number) => `${id} ${generation}`

/** @throws Refusal `key-unusable`, `key-permissions`. */
export function receiverKeys({ id, generation }: Keyed, secrets: LinkSecrets): ReceiverKeys {
  const name = nameOf(id, generation)
  return {
    secret: secretText(secrets.bytesOf('webhook', name)),
    publicKey: sealText(secrets.bytesOf('webhook-seal', name)),
  }
}

/** The generations that sign now, the newest first. */
const inUse = ({ generation, bothUntil }: Keyed, now: Date): number[] =>
  generation > 1 && bothUntil !== null && new Date(bothUntil) > now
    ? [generation, generation - 1]
    : [generation]

/** `webhook-signature`: of each secret in use both kinds, with a space between. */
export function signaturesOf(
  message: SignedMessage,
  endpoint: Keyed,
  { secrets, now }: { readonly secrets: LinkSecrets; readonly now: Date },
): string {
  const names = inUse(endpoint, now).map((generation) => nameOf(endpoint.id, generation))
  return [
    ...names.map((name) => signSymmetric(message, secrets.bytesOf('webhook', name))),
    ...names.map((name) => signAsymmetric(message, secrets.bytesOf('webhook-seal', name))),
  ].join(' ')
}
