import { decodeProtectedHeader, SignJWT } from 'jose'
import type { IssuerSigner } from './issuer-keys.ts'

/** Media type in the header, so that it is taken for nothing else the issuer signs. */
export const pageTokenType = 'colophon-page+jwt'

/** What an issuer says of the page of one credential. */
export interface PageStatement {
  readonly iss: string
  /** Id of the credential that the page is of. */
  readonly sub: string
  readonly page: unknown
}

/** With Ed25519, so that the same statement gives the same token (RFC 8032 §5.1.6). */
export function signPageToken(
  { iss, sub, page }: PageStatement,
  { key, privateKey }: IssuerSigner,
): Promise<string> {
  return new SignJWT({ iss, sub, page })
    .setProtectedHeader({ alg: 'EdDSA', typ: pageTokenType, kid: key.id })
    .sign(privateKey)
}

/** A statement taken apart; nothing about it has been verified. */
export interface UnverifiedPageToken {
  readonly token: string
  readonly kid: string
  readonly statement: PageStatement
}

const form = /^[\w-]{10,2000}\.[\w-]{10,20000}\.[\w-]{86}$/

/** The statement in a text; `undefined` for anything else. */
export function parsePageToken(text: string): UnverifiedPageToken | undefined {
  const token = text.trim()
  if (!form.test(token)) return undefined
  try {
    const { alg, kid, typ } = decodeProtectedHeader(token)
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    const { iss, sub, page } = Object(JSON.parse(payload)) as Readonly<Record<string, unknown>>
    const isOne = alg === 'EdDSA' && typ === pageTokenType && typeof kid === 'string'
    return isOne && typeof iss === 'string' && typeof sub === 'string'
      ? { token, kid, statement: { iss, sub, page } }
      : undefined
  } catch {
    return undefined
  }
}
