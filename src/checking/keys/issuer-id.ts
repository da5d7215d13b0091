import { isObject, type JsonObject } from '../receiving/received.ts'

const idOf = (party: unknown): string | undefined => {
  const id = isObject(party) ? party.id : party
  return typeof id === 'string' ? id : undefined
}

/** The issuer's id, written as a string or as an object with an id (VC DM 2.0 §4.7). */
export const issuerId = ({ issuer }: JsonObject): string | undefined => idOf(issuer)

/** The same of the holder of a presentation (VC DM 2.0 §4.13). */
export const holderId = ({ holder }: JsonObject): string | undefined => idOf(holder)
