import { ProtocolRefusal } from './answer.ts'
import { type Configuration, parseConfigurationId } from './configurations.ts'
import { preAuthorizedGrant } from './metadata.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface TokenRequest {
  readonly code: string
  readonly txCode: string
}

/**
 * A token request (OpenID4VCI 1.0 §6.1), as the fields of its form. `client_id` and what else a wallet may add changes
 * nothing here and is passed over (RFC 6749 §3.2).
 */
export function parseTokenRequest(fields: readonly (readonly [string, string])[]): TokenRequest {
  const once = (name: string): string | undefined => {
    const [value, ...more] = fields.filter(([given]) => given === name).map(([, text]) => text)
    if (more.length > 0) throw new ProtocolRefusal('invalid_request', `${name} is there twice`)
    return value || undefined
  }
  const grant = once('grant_type')
  if (grant === undefined) throw new ProtocolRefusal('invalid_request', 'grant_type is missing')
  if (grant !== preAuthorizedGrant)
    throw new ProtocolRefusal('unsupported_grant_type', `Only ${preAuthorizedGrant} is known here`)
  const code = once('pre-authorized_code')
  const txCode = once('tx_code')
  if (code === undefined)
    throw new ProtocolRefusal('invalid_request', 'pre-authorized_code is missing')
  if (txCode === undefined) throw new ProtocolRefusal('invalid_request', 'tx_code is missing')
  return { code, txCode }
}

export interface CredentialRequest {
  readonly configuration: Configuration
  /** The proof of the one key that it is to be bound to. */
  readonly proof: string
}

function configurationAsked(body: Json): Configuration {
  const { credential_configuration_id: id, credential_identifier: identifier } = body
  // §8.2: identifiers are those of a token response, and none of ours has any.
  if (identifier !== undefined)
    throw new ProtocolRefusal(
      'unknown_credential_identifier',
      'Send credential_configuration_id; no credential_identifiers were given',
    )
  if (typeof id !== 'string')
    throw new ProtocolRefusal(
      'invalid_credential_request',
      'credential_configuration_id is missing or no string',
    )
  const configuration = parseConfigurationId(id)
  if (!configuration)
    throw new ProtocolRefusal(
      'unknown_credential_configuration',
      'There is no such credential_configuration_id in the metadata',
    )
  return configuration
}

/** §8.3.1.2: without `proofs` it is `invalid_proof`; a `proof` of older drafts beside it is passed over like all unknown. */
function proofGiven({ proofs, proof }: Json): string {
  if (proofs === undefined)
    throw new ProtocolRefusal(
      'invalid_proof',
      proof === undefined ? 'proofs is missing' : 'Send proofs, not proof of older drafts',
    )
  if (!isObject(proofs) || Object.keys(proofs).join() !== 'jwt' || !Array.isArray(proofs.jwt))
    throw new ProtocolRefusal('invalid_proof', 'proofs has one member, jwt, which is an array')
  const [jwt, ...more]: unknown[] = proofs.jwt
  if (typeof jwt !== 'string' || more.length > 0)
    throw new ProtocolRefusal('invalid_proof', 'proofs.jwt has exactly one proof')
  return jwt
}

/** A credential request (OpenID4VCI 1.0 §8.2), as the JSON of its body. */
export function parseCredentialRequest(body: unknown): CredentialRequest {
  if (!isObject(body))
    throw new ProtocolRefusal('invalid_credential_request', 'Send one JSON object')
  if (body.credential_response_encryption !== undefined)
    throw new ProtocolRefusal(
      'invalid_encryption_parameters',
      'Responses are not encrypted here; the metadata offers none',
    )
  const configuration = configurationAsked(body)
  return { configuration, proof: proofGiven(body) }
}

export const notificationEvents = [
  'credential_accepted',
  'credential_failure',
  'credential_deleted',
] as const

export interface NotificationRequest {
  readonly id: string
  readonly event: (typeof notificationEvents)[number]
}

/** A notification request (OpenID4VCI 1.0 §11.1). Its description is for nobody here and is not looked at. */
export function parseNotification(body: unknown): NotificationRequest {
  const { notification_id: id, event } = isObject(body) ? body : {}
  const known = notificationEvents.find((name) => name === event)
  if (typeof id !== 'string' || !known)
    throw new ProtocolRefusal(
      'invalid_notification_request',
      `Send notification_id and event: ${notificationEvents.join(', ')}`,
    )
  return { id, event: known }
}
