import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'

/** What is signed, by Standard Webhooks: the id, the seconds of this attempt and the body as it is sent. */
export interface SignedMessage {
  readonly id: string
  /** Whole seconds since 1970. */
  readonly seconds: number
  readonly body: string
}

const contentOf = ({ id, seconds, body }: SignedMessage) => `${id}.${seconds}.${body}`

/** A secret as receivers keep it. */
export const secretText = (secret: Uint8Array): string =>
  `whsec_${Buffer.from(secret).toString('base64')}`

/** `v1`: HMAC-SHA256 with a secret that both sides know. */
export const signSymmetric = (message: SignedMessage, secret: Uint8Array): string =>
  `v1,${createHmac('sha256', secret).update(contentOf(message)).digest('base64')}`

// RFC 8410 §7: the shell of a private key around its 32 bytes.
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')

const sealOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' })

/** The public half of a seed of 32 bytes, as receivers keep it. */
export function sealText(seed: Uint8Array): string {
  const { x = '' } = createPublicKey(sealOf(seed)).export({ format: 'jwk' })
  return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`
}

/** `v1a`: Ed25519, for receivers that would rather hold nothing secret. */
export const signAsymmetric = (message: SignedMessage, seed: Uint8Array): string =>
  `v1a,${sign(null, Buffer.from(contentOf(message)), sealOf(seed)).toString('base64')}`
