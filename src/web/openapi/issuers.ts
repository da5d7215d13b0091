import { inPath, type Json, jsonAnswer, nullable, objectOf, problem, text } from './parts.ts'

const id = inPath('id')

const shown = (summary: string, ...types: readonly string[]): Json => ({
  summary,
  responses: {
    200: { description: summary, content: Object.fromEntries(types.map((type) => [type, {}])) },
    default: problem,
  },
})

const ofPartner = (summary: string, ...types: readonly string[]): Json => ({
  ...shown(summary, ...types),
  parameters: [id],
})

const scope: Json = {
  type: ['object', 'null'],
  properties: {
    achievements: { type: 'array', items: text },
    from: { type: 'string', format: 'date' },
    until: nullable,
  },
}

const issuer = objectOf({
  id: text,
  did: text,
  name: text,
  page: text,
  scope,
  mandate: nullable,
  keys: { type: 'array', items: objectOf({ kid: text, algorithm: text, state: text }) },
})

/** Who issues: the programme, and its partners on its behalf. */
export const issuerPaths: Json = {
  '/issuer': { get: shown('Who issues, and with which keys', 'text/html') },
  '/issuers/{id}': {
    get: ofPartner('A partner, as a page or as a Profile', 'text/html', 'application/ld+json'),
  },
  '/issuers/{id}/did.json': { get: ofPartner('Its DID document', 'application/did+json') },
  '/issuers/{id}/jwks.json': { get: ofPartner('Its keys as JWKs', 'application/jwk-set+json') },
  '/issuers/{id}/mandate.json': {
    get: ofPartner('What it may issue, signed by the programme', 'application/vc'),
  },
  '/api/issuers': {
    get: {
      summary: 'Who issues, within which scope, and with which keys',
      responses: {
        200: jsonAnswer(
          'The programme first',
          objectOf({ issuers: { type: 'array', items: issuer } }, ['issuers']),
        ),
        default: problem,
      },
    },
  },
}
