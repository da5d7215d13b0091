import { eventTypes } from '../../webhooks/webhooks.ts'
import {
  inPath,
  instant,
  type Json,
  jsonAnswer,
  jsonBody,
  named,
  nullable,
  objectOf,
  problem,
  query,
  security,
  text,
} from './parts.ts'

const states = { enum: ['waiting', 'delivered', 'given-up'] }
const count = { type: 'integer', minimum: 0 }

const endpoint: Json = objectOf(
  {
    id: text,
    url: { type: 'string', format: 'uri' },
    events: { type: 'array', items: { enum: eventTypes } },
    scope: { type: 'array', items: text, description: 'Courses and specializations; none for all' },
    state: { enum: ['active', 'disabled'] },
    why: { enum: ['gone', 'failing', null] },
    bothUntil: {
      type: ['string', 'null'],
      description: 'Until then the secret before it signs too',
    },
    failingSince: nullable,
    heldUntil: nullable,
    createdAt: instant,
    deliveries: objectOf({ waiting: count, delivered: count, 'given-up': count }),
    secret: { type: 'string', description: 'Only where it was just made' },
    publicKey: { type: 'string', description: 'Of v1a signatures; only where it was just made' },
  },
  ['id', 'url', 'events', 'scope', 'state', 'createdAt'],
)

const delivery: Json = objectOf(
  {
    id: text,
    endpoint: text,
    message: { type: 'string', description: 'The webhook-id' },
    type: { enum: [...eventTypes, 'webhook.test'] },
    about: { type: 'string', description: 'Id of the credential, enrolment or endpoint' },
    happenedAt: instant,
    state: states,
    attempts: count,
    dueAt: instant,
    firstAt: nullable,
    begunAt: nullable,
    status: { type: ['integer', 'null'], description: 'HTTP status of the last answer' },
    answer: nullable,
    changedAt: instant,
  },
  ['id', 'type', 'state', 'attempts', 'dueAt', 'status', 'answer'],
)

export const webhookSchemas: Json = { WebhookEndpoint: endpoint, WebhookDelivery: delivery }

const guarded = (summary: string, parameters: readonly Json[], answers: Json, more: Json = {}) => ({
  summary,
  security,
  parameters,
  ...more,
  responses: { ...answers, default: problem },
})

const id = inPath('id')
const told = (description: string) => ({ 200: jsonAnswer(description, named('WebhookEndpoint')) })

/** Who is told of what happens. */
export const webhookPaths: Json = {
  '/api/webhooks': {
    get: guarded('Who is told of what happens', [], {
      200: jsonAnswer(
        'The endpoints that the caller may see',
        objectOf({ endpoints: { type: 'array', items: named('WebhookEndpoint') } }, ['endpoints']),
      ),
    }),
    post: guarded(
      'Tell an address of what happens',
      [],
      { 201: jsonAnswer('The endpoint with its secret', named('WebhookEndpoint')) },
      {
        requestBody: jsonBody(
          objectOf(
            {
              url: { type: 'string', format: 'uri' },
              events: { type: 'array', items: { enum: eventTypes } },
              scope: { type: 'array', items: text },
            },
            ['url'],
          ),
        ),
      },
    ),
  },
  '/api/webhooks/{id}': {
    get: guarded('One endpoint', [id], told('The endpoint')),
    delete: guarded('Remove it with all that was to be told to it', [id], {
      204: { description: 'It is removed' },
    }),
  },
  '/api/webhooks/{id}/rotate': {
    post: guarded('Give it another secret', [id], told('The endpoint with its new secret'), {
      requestBody: jsonBody(
        objectOf({ keepHours: { type: 'number', minimum: 0, maximum: 720, default: 24 } }),
        false,
      ),
    }),
  },
  '/api/webhooks/{id}/test': {
    post: guarded('Send it a test at once', [id], {
      200: jsonAnswer('What came of it', named('WebhookDelivery')),
    }),
  },
  '/api/webhooks/{id}/enable': {
    post: guarded('Send there again after it was disabled', [id], told('The endpoint')),
  },
  '/api/webhooks/{id}/deliveries': {
    get: guarded(
      'What was sent and what was answered, the newest first',
      [
        id,
        query('state', states, 'Only these'),
        query('after', text, 'Go on behind this one'),
        query('limit', { type: 'integer', minimum: 1, maximum: 1_000 }, 'At most so many'),
      ],
      {
        200: jsonAnswer(
          'A page of deliveries',
          objectOf({
            deliveries: { type: 'array', items: named('WebhookDelivery') },
            next: nullable,
          }),
        ),
      },
    ),
  },
  '/api/webhooks/{id}/deliveries/{delivery}/resend': {
    post: guarded('Send one again, under the same webhook-id', [id, inPath('delivery')], {
      200: jsonAnswer('The delivery, in line again', named('WebhookDelivery')),
    }),
  },
}

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  schema: text,
  description,
})

const ofCredentials = objectOf(
  {
    id: text,
    url: { type: 'string', format: 'uri' },
    achievement: text,
    course: text,
    run: text,
    subject: nullable,
    reason: { type: 'string', description: 'Public reason, of a revocation' },
  },
  ['id', 'url', 'achievement', 'course', 'run', 'subject'],
)
const ofEnrolments = objectOf({ id: text, specialization: text }, ['id', 'specialization'])

const message = (type: string): Json => ({
  post: {
    summary: `What is sent for ${type}`,
    parameters: [
      header('webhook-id', 'The same each time this is sent'),
      header('webhook-timestamp', 'Seconds since 1970, of this attempt'),
      header('webhook-signature', 'v1 and v1a signatures, with spaces between'),
    ],
    requestBody: jsonBody(
      objectOf(
        {
          type: { const: type },
          timestamp: instant,
          data: type.startsWith('credential.') ? ofCredentials : ofEnrolments,
        },
        ['type', 'timestamp', 'data'],
      ),
    ),
    responses: {
      '2XX': { description: 'It was taken' },
      410: { description: 'Nothing is wanted any more: the endpoint is disabled' },
      default: { description: 'It is sent again, for three days' },
    },
  },
})

/** The `webhooks` of the description: what endpoints are sent (Standard Webhooks). */
export const webhookMessages: Json = Object.fromEntries(
  eventTypes.map((type) => [type, message(type)]),
)
