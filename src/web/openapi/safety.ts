import {
  answer,
  inPath,
  type Json,
  jsonAnswer,
  jsonBody,
  nullable,
  objectOf,
  problem,
  security,
  text,
} from './parts.ts'

const standing: Json = {
  type: 'object',
  properties: {
    kid: text,
    reissued: { type: 'integer' },
    void: { type: 'integer' },
    left: { type: 'integer' },
    over: { type: 'integer' },
    boundLeft: { type: 'integer' },
    isRunning: { type: 'boolean' },
    orderedAt: nullable,
    endedAt: nullable,
  },
}

/** What is done so that nothing is lost: keys, backups, checkpoints. */
export const safetyPaths: Json = {
  '/api/keys': {
    get: {
      summary: 'The signing keys of every issuer, never their private halves',
      security,
      responses: { 200: answer('Of the programme first'), default: problem },
    },
  },
  '/api/keys/rotate': {
    post: {
      summary: 'Put new keys in place of the active ones, which go on verifying',
      security,
      requestBody: jsonBody(objectOf({ issuer: text }), false),
      responses: { 200: answer('The keys that were made'), default: problem },
    },
  },
  '/api/keys/{kid}/retire': {
    post: {
      summary: 'Take a key out of use, and make another in its place',
      security,
      parameters: [inPath('kid')],
      requestBody: jsonBody(objectOf({ compromised: { type: 'boolean' } }), false),
      responses: { 200: answer('Its state, and the keys that were made'), default: problem },
    },
  },
  '/api/keys/{kid}/reissue': {
    post: {
      summary: 'Sign anew everything that a retired key signed',
      security,
      parameters: [inPath('kid')],
      responses: { 202: jsonAnswer('Begun; GET tells how far it is', standing), default: problem },
    },
    get: {
      summary: 'How far signing anew is',
      security,
      parameters: [inPath('kid')],
      responses: { 200: jsonAnswer('How far it is', standing), default: problem },
    },
  },
}
