import { answer, inPath, problem, security } from './parts.ts'

const answers = (description: string, contentType = 'application/json') => ({
  200: answer(description, contentType),
  default: problem,
})

/** Paths of receipts, for the description of the API. */
export const receiptPaths = {
  '/receipts/jwks.json': {
    get: {
      summary: 'The keys that receipts are signed with',
      responses: answers('JWK Set', 'application/jwk-set+json'),
    },
  },
  '/verify/receipt': {
    post: {
      summary: 'Take a receipt away from a result page, as PDF or as text',
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': {} } },
      responses: answers('The receipt', 'application/pdf'),
    },
  },
  '/api/eligibility/{id}/receipt.{form}': {
    get: {
      summary: 'The signed receipt of a decision, as jwt or pdf',
      parameters: ['id', 'form'].map(inPath),
      security,
      responses: answers('The receipt', 'application/jwt'),
    },
  },
  '/api/receipts/verify': {
    post: {
      summary: 'Read a receipt: the compact JWS, or the PDF that carries it',
      requestBody: { required: true, content: { 'application/jwt': {}, 'application/pdf': {} } },
      responses: answers('Whether it is genuine, and what it says'),
    },
  },
} as const
