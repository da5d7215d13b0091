import { receiveDocument } from './receive-text.ts'
import { receiveToken } from './receive-token.ts'
import type { JsonObject, Received } from './received.ts'

function attempt(read: () => Received): Received | undefined {
  try {
    return read()
  } catch {
    // What cannot be read does not verify, and is counted as such.
    return undefined
  }
}

/** The endorsements that something carries, as documents and as tokens (OB 3.0 §B.1); nothing about them is checked. */
export function receiveEndorsements(holder: JsonObject): (Received | undefined)[] {
  const documents = [holder.endorsement].flat().filter((each) => each !== undefined)
  const tokens = [holder.endorsementJwt].flat().filter((each) => each !== undefined)
  return [
    ...documents.map((document) =>
      attempt(() => receiveDocument(document as JsonObject, JSON.stringify(document), 'json')),
    ),
    ...tokens.map((token) => attempt(() => receiveToken(String(token), 'jwt'))),
  ]
}
