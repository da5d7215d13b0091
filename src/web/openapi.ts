import { csvFormats } from '../learning/csv.ts'
import { revocationReasons } from '../messages/messages.ts'
import { accountPaths } from './openapi/accounts.ts'
import { actPaths } from './openapi/acts.ts'
import { auditPaths } from './openapi/audit.ts'
import { cataloguePaths } from './openapi/catalogue.ts'
import { verify, verifyBatch } from './openapi/checking.ts'
import { completed } from './openapi/complete.ts'
import { connectionPaths, connectionSecret } from './openapi/connections.ts'
import { correctionPaths } from './openapi/corrections.ts'
import { eligibilityPaths } from './openapi/eligibility.ts'
import { enrolmentPaths } from './openapi/enrolments.ts'
import { groups } from './openapi/groups.ts'
import { importPaths } from './openapi/imports.ts'
import { issuerPaths } from './openapi/issuers.ts'
import { oid4vciPaths, walletToken } from './openapi/oid4vci.ts'
import {
  answer,
  idempotencyKey,
  inPath,
  type Json,
  jsonBody,
  objectOf,
  problem,
  query,
  security,
  text,
} from './openapi/parts.ts'
import { previewPaths } from './openapi/previews.ts'
import { receiptPaths } from './openapi/receipts.ts'
import { safetyPaths } from './openapi/safety.ts'
import { schemas } from './openapi/schemas.ts'
import { specializationPaths } from './openapi/specializations.ts'
import { statisticsPaths } from './openapi/statistics.ts'
import { vcApiPaths } from './openapi/vc-api.ts'
import { walletPaths } from './openapi/wallets.ts'
import { webhookMessages, webhookPaths, webhookSchemas } from './openapi/webhooks.ts'
import { refusalCodes, statusOf } from './problem.ts'

const open = (summary: string, contentType: string, ...parameters: Json[]): Json => ({
  summary,
  parameters,
  responses: { 200: answer(summary, contentType), default: problem },
})
const guarded = (operation: Json): Json => ({ ...operation, security })

const file = { type: 'string', format: 'binary' }

const twoFiles: Json = { schema: objectOf({ file, profiles: file }, ['file']) }

const completions: Json = guarded({
  summary: 'Import completions and issue what they earned',
  parameters: [
    query('course', text, 'Course of the catalogue', true),
    query('run', text, 'Run of the course', true),
    query('format', { enum: csvFormats }, 'Form of a CSV'),
    query('columns', text, 'JSON object: what a column is, and the header over it'),
    query('completedOn', text, 'Day of completion where a CSV has none, YYYY-MM-DD'),
    query('dates', { enum: ['dmy', 'mdy', 'ymd'] }, 'Order of dates in a CSV'),
    query('lang', text, 'Language for learners without one'),
    query('matchByName', { type: 'boolean' }, 'Tell learners apart by name alone'),
    query('dryRun', { type: 'boolean' }, 'Show everything, write nothing'),
    query('issuer', text, 'Who issues: a partner, or `programme`'),
    query('reissueErased', { type: 'boolean' }, 'Issue anew what was erased'),
    query('mail', { type: 'boolean' }, 'Whether learners are written to, where mail is set up'),
    idempotencyKey,
  ],
  requestBody: {
    required: true,
    content: { 'text/csv': {}, 'application/json': {}, 'multipart/form-data': twoFiles },
  },
  responses: {
    200: answer('A dry run: every line, which column was taken for what, and dates as read'),
    202: answer('Reserved for good; Location names the batch'),
    default: problem,
  },
})

const paths: Json = {
  '/': { get: open('What this is, for each of its readers', 'text/html') },
  '/verify': {
    get: open('The form to check a credential', 'text/html'),
    post: {
      summary: 'Check a credential, as a page',
      requestBody: { required: true, content: { 'multipart/form-data': {} } },
      responses: { 200: answer('The report as a page', 'text/html'), default: problem },
    },
  },
  '/verify/batch': {
    get: open('The form to check many at once', 'text/html'),
    post: {
      summary: 'Check many at once, as pages',
      requestBody: { required: true, content: { 'multipart/form-data': {} } },
      responses: { 303: { description: 'To the page of the results' }, default: problem },
    },
  },
  '/verify/batch/{secret}': {
    get: open(
      'How far it is and what was found; with .csv as a table',
      'text/html',
      inPath('secret'),
    ),
  },
  '/verify/batch/{secret}/{number}': {
    get: open('The report of one item', 'text/html', inPath('secret'), inPath('number')),
  },
  '/c/{id}': {
    get: open(
      'The public page of a credential, or by Accept or suffix one of its forms',
      'text/html',
      inPath('id'),
    ),
  },
  '/c/{id}/status.json': {
    get: open('Its state and public reason', 'application/json', inPath('id')),
  },
  ...previewPaths,
  '/accessibility': { get: open('The accessibility statement', 'text/html') },
  '/s/{share}': {
    get: open(
      'What a learner shows of a credential by a link with an end',
      'text/html',
      inPath('share'),
    ),
  },
  '/achievements': { get: open('Every achievement', 'text/html') },
  '/achievements/{id}': {
    get: open('One achievement, or its picture with .png or .svg', 'text/html', inPath('id')),
  },
  '/achievements/{id}/{lang}': {
    get: open('A translation of an achievement', 'text/html', inPath('id'), inPath('lang')),
  },
  '/skills/{id}': { get: open('One skill', 'text/html', inPath('id')) },
  '/problems': { get: open('Every code and what it means', 'text/html') },
  '/problems/{code}': { get: open('What a code means', 'text/html', inPath('code')) },
  '/status/{number}': { get: open('A status list', 'application/vc', inPath('number')) },
  '/.well-known/did.json': { get: open('The DID document', 'application/did+json') },
  '/.well-known/colophon-checkpoint': {
    get: open('How far the audit log has come, signed', 'application/json'),
  },
  '/.well-known/jwks.json': { get: open('The keys as JWKs', 'application/jwk-set+json') },
  '/keys/{kid}': { get: open('One key', 'application/jwk+json', inPath('kid')) },
  '/healthz': { get: open('The process answers', 'application/json') },
  '/metrics': {
    get: open('Counts for a program that watches; elsewhere than here with a token', 'text/plain'),
  },
  '/readyz': { get: open('It can issue and verify', 'application/json') },
  '/docs': {
    get: {
      ...open('This description as a page', 'text/html'),
      parameters: [query('group', text, 'Only this part of it')],
    },
  },
  '/openapi.json': { get: open('This description', 'application/json') },
  '/robots.txt': { get: open('For robots', 'text/plain') },
  '/assets/style.css': { get: open('The style sheet', 'text/css') },
  '/assets/check.js': {
    get: open('The script of the form that checks', 'application/javascript'),
  },
  '/assets/desk.css': {
    get: open('The style sheet of the operator’s desk', 'text/css'),
  },
  '/assets/desk.js': {
    get: open('The script of live pages at the desk', 'application/javascript'),
  },
  '/api/verify': { post: verify },
  '/api/verify/batch': { post: verifyBatch },
  '/api/completions': { post: completions },
  '/api/batches/{id}': {
    get: guarded(open('What an import came to', 'application/json', inPath('id'))),
  },
  '/api/batches/{id}/result.csv': {
    get: guarded(open('The same, line by line', 'text/csv', inPath('id'))),
  },
  '/api/credentials/{id}/revoke': {
    post: guarded({
      summary: 'Revoke a credential for good',
      parameters: [inPath('id')],
      requestBody: jsonBody(
        objectOf({ reason: text, code: { enum: revocationReasons } }, ['reason']),
      ),
      responses: { 200: answer('Its new state'), default: problem },
    }),
  },
}

const allPaths: Json = {
  ...paths,
  ...accountPaths,
  ...auditPaths,
  ...correctionPaths,
  ...eligibilityPaths,
  ...enrolmentPaths,
  ...oid4vciPaths,
  ...receiptPaths,
  ...safetyPaths,
  ...specializationPaths,
  ...vcApiPaths,
  ...walletPaths,
  ...webhookPaths,
  ...actPaths,
  ...cataloguePaths,
  ...connectionPaths,
  ...statisticsPaths,
  ...issuerPaths,
  ...importPaths,
}

/** The OpenAPI 3.1 description; a test holds it against the routes that are really there. */
export function openApi(publicUrl: URL): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Colophon',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl.origin }],
    tags: groups.map(({ name, description }) => ({ name, description })),
    paths: completed(allPaths, statusOf),
    webhooks: webhookMessages,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, walletToken, connectionSecret },
      schemas: {
        ...schemas,
        ...webhookSchemas,
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: { code: { enum: [...refusalCodes, 'fault'] }, title: text, detail: text },
        },
      },
      responses: {
        Problem: {
          description: 'What was refused and why (RFC 9457)',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
    },
  }
}
