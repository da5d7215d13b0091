import { inPath, type Json, jsonAnswer, nullable, problem, security, text } from './parts.ts'

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
