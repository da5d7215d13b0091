import { isObject, type JsonObject, type ParsedToken, type TokenHeader } from './received.ts'
import { parseStrictJson } from './strict-json.ts'

const base64url = /^[A-Za-z0-9_-]+$/

/** Decodes base64url only in its one canonical spelling, so that no second token text passes for the same bytes. */
function decode(part: string): Buffer | undefined {
  if (!base64url.test(part)) return undefined
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : undefined
}

const texts = ['kid', 'typ', 'cty']

function readHeader(bytes: Uint8Array): JsonObject | undefined {
  try {
    const header = parseStrictJson(bytes)
    if (!isObject(header) || typeof header.alg !== 'string') return undefined
    const isText = texts.every(
      (name) => header[name] === undefined || (typeof header[name] === 'string' && header[name]),
    )
    return isText && (header.jwk === undefined || isObject(header.jwk)) ? header : undefined
  } catch {
    return undefined
  }
}

const known = ['alg', 'jwk', ...texts]

/**
 * Takes a compact JWS (RFC 7515 §7.1) apart; `undefined` for anything but three canonical base64url parts, the first of
 * them strict JSON with an `alg`. Whether it is one to rely on is not judged here.
 */
export function parseToken(token: string): ParsedToken | undefined {
  const [header, payload, signature, ...more] = token.split('.', 4).map(decode)
  if (!header || !payload || !signature || more.length > 0) return undefined
  const read = readHeader(header)
  if (!read) return undefined
  const furtherMembers = Object.keys(read).filter((name) => !known.includes(name))
  const { alg, kid, typ, cty, jwk } = read as unknown as TokenHeader
  return {
    header: {
      alg,
      ...(kid === undefined ? {} : { kid }),
      ...(typ === undefined ? {} : { typ }),
      ...(cty === undefined ? {} : { cty }),
      ...(jwk === undefined ? {} : { jwk }),
    },
    furtherMembers,
    payload,
    signature,
  }
}
