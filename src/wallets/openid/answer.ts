/** What a wallet is answered, whatever carries it. */
export interface Answer {
  readonly status: number
  /** Nothing for 204. */
  readonly body?: object
  /** `WWW-Authenticate`, for a token that is missing or no good (RFC 6750 §3). */
  readonly challenge?: string
}

/** The words of OAuth and OpenID4VCI 1.0 §6.3, §8.3.1 and §11.3 for why not. */
export type ProtocolError =
  | 'invalid_request'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_token'
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'unknown_credential_identifier'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'invalid_encryption_parameters'
  | 'credential_request_denied'
  | 'invalid_notification_id'
  | 'invalid_notification_request'

/** A request that a wallet has to change; never leaves this room but as an {@link Answer}. */
export class ProtocolRefusal extends Error {
  override name = 'ProtocolRefusal'
  readonly error: ProtocolError

  /** @param description for whoever makes wallets; ASCII without quotes (RFC 6749 §5.2) and without anything sent. */
  constructor(error: ProtocolError, description: string) {
    super(description)
    this.error = error
  }
}

/** An error in the words of the protocol. */
export function errorAnswer(error: ProtocolError, description: string): Answer {
  const body = { error, error_description: description }
  if (error !== 'invalid_token') return { status: 400, body }
  return {
    status: 401,
    body,
    challenge: `Bearer error="${error}", error_description="${description}"`,
  }
}

/** Does the work, and puts a refusal of it into the words of the protocol. */
export async function answered(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (thrown) {
    if (!(thrown instanceof ProtocolRefusal)) throw thrown
    return errorAnswer(thrown.error, thrown.message)
  }
}
