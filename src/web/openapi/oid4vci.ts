import { inPath, type Json, jsonAnswer, jsonBody, objectOf, problem, text } from './parts.ts'

const object = { type: 'object' }

const refused: Json = jsonAnswer('What was refused, in the words of OAuth', {
  type: 'object',
  required: ['error'],
  properties: { error: text, error_description: text },
})

const document = (summary: string): Json => ({
  get: { summary, responses: { 200: jsonAnswer(summary, object), default: problem } },
})

const withToken = [{ walletToken: [] }]

/** The access token that a wallet was given, not one of the API's. */
export const walletToken: Json = { type: 'http', scheme: 'bearer' }

/** The addresses of OpenID4VCI 1.0. */
export const oid4vciPaths: Json = {
  '/.well-known/openid-credential-issuer': document('What wallets can fetch, and where'),
  '/.well-known/oauth-authorization-server': document('Where wallets get a token'),
  '/oid4vci/offers/{reference}': {
    get: {
      summary: 'A Credential Offer',
      parameters: [inPath('reference')],
      responses: { 200: jsonAnswer('The offer', object), default: problem },
    },
  },
  '/oid4vci/token': {
    post: {
      summary: 'A token for the pre-authorized code and the transaction code',
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: objectOf({ grant_type: text, 'pre-authorized_code': text, tx_code: text }, [
              'grant_type',
              'pre-authorized_code',
              'tx_code',
            ]),
          },
        },
      },
      responses: { 200: jsonAnswer('The token', object), default: refused },
    },
  },
  '/oid4vci/nonce': {
    post: {
      summary: 'A nonce for one proof',
      responses: { 200: jsonAnswer('The nonce', object), default: refused },
    },
  },
  '/oid4vci/credential': {
    post: {
      summary: 'The credential, bound to the key that the proof is of',
      security: withToken,
      requestBody: jsonBody(
        objectOf({ credential_configuration_id: text, proofs: object }, [
          'credential_configuration_id',
          'proofs',
        ]),
      ),
      responses: { 200: jsonAnswer('The credential', object), default: refused },
    },
  },
  '/oid4vci/notification': {
    post: {
      summary: 'What became of it in the wallet',
      security: withToken,
      requestBody: jsonBody(
        objectOf({ notification_id: text, event: text }, ['notification_id', 'event']),
      ),
      responses: { 204: { description: 'Heard' }, default: refused },
    },
  },
}
