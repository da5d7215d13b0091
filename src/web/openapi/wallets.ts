import { answer, inPath, type Json, jsonAnswer, problem } from './parts.ts'

const reference = inPath('reference')

const protocols = jsonAnswer('{"protocols": {"vcapi": …}}', {
  type: 'object',
  required: ['protocols'],
  properties: { protocols: { type: 'object', additionalProperties: { type: 'string' } } },
})

const message = {
  type: 'object',
  properties: {
    verifiablePresentation: {},
    verifiablePresentationRequest: { type: 'object' },
  },
}

/** Paths of offers to wallets. */
export const walletPaths: Json = {
  '/wallets/{reference}': {
    get: {
      summary:
        'An offer to wallets: a page, or for application/json the protocols it can be had by',
      parameters: [reference],
      responses: { 200: answer('The page', 'text/html'), default: problem },
    },
  },
  '/vc-api/exchanges/{reference}/protocols': {
    get: {
      summary: 'The protocols that an offer can be had by',
      parameters: [reference],
      responses: { 200: protocols, default: problem },
    },
  },
  '/vc-api/exchanges/{reference}': {
    post: {
      summary: 'Take an offer by a VC-API exchange: ask, then present',
      parameters: [reference],
      requestBody: { content: { 'application/json': { schema: message } } },
      responses: { 200: jsonAnswer('A request, or what was offered', message), default: problem },
    },
  },
}
