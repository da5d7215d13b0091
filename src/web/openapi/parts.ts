export type Json = Readonly<Record<string, unknown>>

export const text = { type: 'string' }
export const nullable = { type: ['string', 'null'] }
export const instant = { type: 'string', format: 'date-time' }
export const security = [{ token: [] }]
export const problem = { $ref: '#/components/responses/Problem' }
export const idempotencyKey = { name: 'Idempotency-Key', in: 'header', schema: text }

/** A schema that the description has under a name. */
export const named = (schema: string): Json => ({ $ref: `#/components/schemas/${schema}` })

export const answer = (description: string, contentType = 'application/json'): Json => ({
  description,
  content: { [contentType]: {} },
})

export const jsonAnswer = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } },
})

/** An object with these members, of which some have to be there. */
export const objectOf = (properties: Json, required: readonly string[] = []): Json => ({
  type: 'object',
  required,
  properties,
})

export const jsonBody = (schema: Json, required = true): Json => ({
  required,
  content: { 'application/json': { schema } },
})

export const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: text })

export const query = (name: string, schema: Json, description: string, required = false): Json => ({
  name,
  in: 'query',
  required,
  schema,
  description,
})
