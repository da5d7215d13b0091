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
  query,
  security,
  text,
} from './parts.ts'

const object = { type: 'object' }
const texts = { type: 'array', items: text }

const settings: Json = {
  activities: {
    type: 'object',
    additionalProperties: text,
    description: 'Ids of activities, or course keys, and the course or module that each is',
  },
  platform: {
    ...objectOf(
      {
        issuer: text,
        clientId: text,
        deployments: texts,
        authUrl: text,
        jwksUrl: text,
        frames: texts,
      },
      ['issuer', 'clientId', 'authUrl', 'jwksUrl'],
    ),
    type: ['object', 'null'],
    description: 'The platform of a connection of kind lti',
  },
  trustsEmail: { type: 'boolean', description: 'Addresses of the platform tell learners apart' },
}

const connection: Json = objectOf({
  id: text,
  kind: { enum: ['webhook', 'xapi', 'openedx', 'lti'] },
  label: text,
  course: text,
  run: text,
  state: { enum: ['active', 'removed'] },
  createdAt: instant,
  removedAt: nullable,
  settings: objectOf(settings),
  addresses: { type: 'object', additionalProperties: text },
  counts: object,
})

const wish = objectOf(
  {
    kind: { enum: ['webhook', 'xapi', 'openedx', 'lti'] },
    label: text,
    course: text,
    run: text,
    ...settings,
  },
  ['kind', 'label', 'course', 'run'],
)

const guarded = (operation: Json): Json => ({ ...operation, security })
const one = [inPath('id')]

const asIssuer: Json = {
  '/api/connections': {
    get: guarded({
      summary: 'The machines that may tell of completions',
      responses: {
        200: jsonAnswer(
          'Those in use',
          objectOf({ connections: { type: 'array', items: connection } }),
        ),
        default: problem,
      },
    }),
    post: guarded({
      summary: 'Let a machine tell of completions',
      requestBody: jsonBody(wish),
      responses: {
        201: jsonAnswer('The connection, with its addresses and its secret', connection),
        default: problem,
      },
    }),
  },
  '/api/connections/{id}': {
    get: guarded({
      summary: 'One connection, and the batches it added to',
      parameters: one,
      responses: { 200: jsonAnswer('The connection', connection), default: problem },
    }),
    put: guarded({
      summary: 'Put other settings in the place of those there are',
      parameters: one,
      requestBody: jsonBody(objectOf(settings)),
      responses: { 200: jsonAnswer('The connection', connection), default: problem },
    }),
    delete: guarded({
      summary: 'Take a connection out of use for good',
      parameters: one,
      responses: { 200: answer('It is removed; what it brought stays'), default: problem },
    }),
  },
  '/api/connections/{id}/secret': {
    post: guarded({
      summary: 'Show its secret once more, for administrators',
      parameters: one,
      responses: {
        200: jsonAnswer('The secret', objectOf({ secret: nullable, url: nullable })),
        default: problem,
      },
    }),
  },
}

const bySecret = [{ connectionSecret: [] }]
const version = { name: 'X-Experience-API-Version', in: 'header', required: true, schema: text }

const statements: Json = {
  '/xapi/about': {
    get: {
      summary: 'Which versions of xAPI are spoken',
      responses: { 200: answer('They'), default: problem },
    },
  },
  '/xapi/statements': {
    post: {
      summary: 'Statements of completions',
      security: bySecret,
      parameters: [version],
      requestBody: jsonBody({ type: ['object', 'array'] }),
      responses: { 200: jsonAnswer('The id of each', texts), default: problem },
    },
    put: {
      summary: 'One statement, under an id',
      security: bySecret,
      parameters: [version, query('statementId', text, 'Its id', true)],
      requestBody: jsonBody(object),
      responses: { 204: { description: 'It is taken' }, default: problem },
    },
  },
}

const connectionInPath = [inPath('connection')]
const form = (schema: Json): Json => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema } },
})
const begun = { 302: { description: 'To the platform' } }
const login = objectOf(
  {
    iss: text,
    login_hint: text,
    target_link_uri: text,
    lti_message_hint: text,
    client_id: text,
  },
  ['iss', 'login_hint', 'target_link_uri'],
)

const launches: Json = {
  '/lti/{connection}/login': {
    get: {
      summary: 'Begin a launch of LTI 1.3',
      parameters: connectionInPath,
      responses: { ...begun, default: problem },
    },
    post: {
      summary: 'Begin a launch of LTI 1.3',
      parameters: connectionInPath,
      requestBody: form(login),
      responses: { ...begun, default: problem },
    },
  },
  '/lti/{connection}/launch': {
    get: {
      summary: 'The way back to the course',
      parameters: connectionInPath,
      responses: { 200: answer('Where to go', 'text/html'), default: problem },
    },
    post: {
      summary: 'A launch of LTI 1.3: issues what it proves, and lets its learner in',
      parameters: connectionInPath,
      requestBody: form(objectOf({ id_token: text, state: text }, ['id_token', 'state'])),
      responses: {
        200: answer('What was earned, with a button', 'text/html'),
        303: { description: 'To the learner’s own view' },
        default: problem,
      },
    },
  },
  '/lti/{connection}/jwks.json': {
    get: {
      summary: 'The keys of the tool',
      parameters: connectionInPath,
      responses: { 200: answer('A JWK Set'), default: problem },
    },
  },
  '/lti/{connection}/config.json': {
    get: {
      summary: 'What a platform is set up with',
      parameters: connectionInPath,
      responses: { 200: answer('The configuration of the tool'), default: problem },
    },
  },
}

/** The id of a connection and its secret, not a token of the API. */
export const connectionSecret: Json = { type: 'http', scheme: 'basic' }

/** Machines that tell of completions, and what they are set up by. */
export const connectionPaths: Json = {
  ...asIssuer,
  '/hooks/{connection}': {
    post: {
      summary: 'Completions signed by Standard Webhooks, or an event of Open edX',
      parameters: connectionInPath,
      requestBody: jsonBody(object),
      responses: {
        200: answer('What each line came to; nothing new was reserved'),
        202: answer('What each line came to; what is reserved is being signed'),
        default: problem,
      },
    },
  },
  ...statements,
  ...launches,
}
