type Json = Readonly<Record<string, unknown>>

const problem = { $ref: '#/components/responses/Problem' }
const object = { type: 'object' }

const body = (required: readonly string[], properties: Json): Json => ({
  required: true,
  content: {
    'application/json': { schema: { type: 'object', required, properties } },
  },
})

const answer = (description: string, schema: Json = object): Json => ({
  description,
  content: { 'application/json': { schema } },
})

const onlyWithKey =
  'Only where VC_API_KEY is set, else 404; with the bearer token VC_API_TOKEN where that is set.'

const issue = (parameters: readonly Json[]): Json => ({
  summary: 'Sign a credential of any kind with a separate did:key',
  description: onlyWithKey,
  parameters,
  requestBody: body(['credential'], { credential: object, options: object }),
  responses: { 201: answer('{"verifiableCredential": …}'), default: problem },
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
    report: { $ref: '#/components/schemas/Report' },
  },
}

const verify = (member: string): Json => ({
  summary: `Check a ${member === 'verifiableCredential' ? 'credential' : 'presentation'}`,
  description: 'The document, its envelope, or a JWT as text; options: checks, challenge, domain.',
  requestBody: body([member], { [member]: {}, options: object }),
  responses: {
    200: answer('It holds', judgement),
    400: answer('It does not, or could not be looked at', judgement),
    default: problem,
  },
})

/** The paths of the VC-API, for other people's test suites. */
export const vcApiPaths: Json = {
  '/vc-api/credentials/issue': { post: issue([]) },
  '/vc-api/{suite}/credentials/issue': {
    post: issue([{ name: 'suite', in: 'path', required: true, schema: { type: 'string' } }]),
  },
  '/vc-api/credentials/status': {
    post: {
      summary: 'Set or clear the status of a credential signed here',
      description: onlyWithKey,
      requestBody: body(['credentialId', 'credentialStatus'], {
        credentialId: { type: 'string' },
        credentialStatus: object,
        status: { type: 'boolean' },
      }),
      responses: { 200: answer('Done'), default: problem },
    },
  },
  '/vc-api/status/{name}': {
    get: {
      summary: 'A status list of the VC-API',
      parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'The signed list', content: { 'application/vc': {} } },
        default: problem,
      },
    },
  },
  '/vc-api/credentials/verify': { post: verify('verifiableCredential') },
  '/vc-api/presentations/verify': { post: verify('verifiablePresentation') },
}
