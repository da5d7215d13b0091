import {
  answer,
  inPath,
  instant,
  type Json,
  jsonAnswer,
  jsonBody,
  nullable,
  objectOf,
  problem,
  security,
  text,
} from './parts.ts'

const rights: Json = {
  label: { type: 'string', maxLength: 200, description: 'What colleagues call it' },
  role: { enum: ['admin', 'issuer', 'reviewer', 'provider'] },
  scope: {
    type: 'array',
    items: text,
    description: 'Courses, or for a provider specializations; none for all',
  },
  provider: { type: 'string', description: 'Whose applicants a provider sees' },
}

const account = objectOf({
  id: text,
  login: text,
  ...rights,
  provider: nullable,
  hasPassword: { type: 'boolean' },
  signsInBy: { type: ['string', 'null'], description: 'The organisation that vouches for them' },
  createdAt: instant,
  disabledAt: nullable,
})

const body = (properties: Json, required: readonly string[] = []): Json =>
  jsonBody({ ...objectOf(properties, required), additionalProperties: false })

/** Who may use the service, for administrators. */
export const accountPaths: Json = {
  '/api/accounts': {
    get: {
      summary: 'People who may sign in at the desk',
      security,
      responses: {
        200: jsonAnswer('All of them', objectOf({ accounts: { type: 'array', items: account } })),
        default: problem,
      },
    },
    post: {
      summary: 'Make an account; its password is answered this once',
      security,
      requestBody: body(
        { login: text, ...rights, withPassword: { type: 'boolean', default: true } },
        ['login', 'role'],
      ),
      responses: {
        201: jsonAnswer('Made', objectOf({ account, password: text })),
        default: problem,
      },
    },
  },
  '/api/accounts/{id}': {
    patch: {
      summary: 'Change an account, or take it out of use',
      security,
      parameters: [inPath('id')],
      requestBody: body({ ...rights, disabled: { type: 'boolean' } }),
      responses: { 200: jsonAnswer('As it is now', objectOf({ account })), default: problem },
    },
  },
  '/api/accounts/{id}/password': {
    post: {
      summary: 'Set a random password, answered this once; all its sessions end',
      security,
      parameters: [inPath('id')],
      responses: { 200: jsonAnswer('Set', objectOf({ password: text })), default: problem },
    },
  },
  '/api/tokens': {
    get: {
      summary: 'Tokens of the API, never their text',
      security,
      responses: { 200: answer('All of them, the newest first'), default: problem },
    },
    post: {
      summary: 'Make a token; its text is answered this once',
      security,
      requestBody: body(rights, ['role']),
      responses: { 201: jsonAnswer('Made', objectOf({ token: text })), default: problem },
    },
  },
  '/api/tokens/{id}': {
    delete: {
      summary: 'Take a token out of use for good',
      security,
      parameters: [inPath('id')],
      responses: { 204: { description: 'Revoked' }, default: problem },
    },
  },
}
