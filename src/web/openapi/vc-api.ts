import {
  answer,
  inPath,
  type Json,
  jsonAnswer,
  jsonBody,
  named,
  objectOf,
  problem,
  text,
} from './parts.ts'

const object = { type: 'object' }

const body = (required: readonly string[], properties: Json): Json =>
  jsonBody(objectOf(properties, required))

const onlyWithKey =
  'Only where VC_API_KEY is set, else 404; with the bearer token VC_API_TOKEN where that is set.'

const issue = (parameters: readonly Json[]): Json => ({
  summary: 'Sign a credential of any kind with a separate did:key',
  description: onlyWithKey,
  parameters,
  requestBody: body(['credential'], { credential: object, options: object }),
  responses: { 201: jsonAnswer('{"verifiableCredential": …}', object), default: problem },
})

const judgement = {
  type: 'object',
  required: ['verified', 'checks', 'warnings', 'errors', 'problemDetails'],
  properties: {
    verified: { type: 'boolean' },
    checks: { type: 'array' },
    warnings: { type: 'array' },
    errors: { type: 'array' },
    problemDetails: { type: 'array' },
    report: named('Report'),
  },
}

const verify = (member: string): Json => ({
  summary: `Check a ${member === 'verifiableCredential' ? 'credential' : 'presentation'}`,
  description: 'The document, its envelope, or a JWT as text; options: checks, challenge, domain.',
  requestBody: body([member], { [member]: {}, options: object }),
  responses: {
    200: jsonAnswer('It holds', judgement),
    400: jsonAnswer('It does not, or could not be looked at', judgement),
    default: problem,
  },
})

/** The paths of the VC-API, for other people's test suites. */
export const vcApiPaths: Json = {
  '/vc-api/credentials/issue': { post: issue([]) },
  '/vc-api/{suite}/credentials/issue': {
    post: issue([inPath('suite')]),
  },
  '/vc-api/credentials/status': {
    post: {
      summary: 'Set or clear the status of a credential signed here',
      description: onlyWithKey,
      requestBody: body(['credentialId', 'credentialStatus'], {
        credentialId: text,
        credentialStatus: object,
        status: { type: 'boolean' },
      }),
      responses: { 200: jsonAnswer('Done', object), default: problem },
    },
  },
  '/vc-api/status/{name}': {
    get: {
      summary: 'A status list of the VC-API',
      parameters: [inPath('name')],
      responses: {
        200: answer('The signed list', 'application/vc'),
        default: problem,
      },
    },
  },
  '/vc-api/credentials/verify': { post: verify('verifiableCredential') },
  '/vc-api/presentations/verify': { post: verify('verifiablePresentation') },
}
