import { createHash } from 'node:crypto'
import { foldName } from '../names.ts'
import { isObject, type JsonObject } from './receiving/received.ts'
import type { Finding } from './report.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'person',
  outcome,
  reason,
})

const maxIdentities = 50
// Longer than any name, address or identifier that people have; every spelling of it is hashed for every identity.
const maxTyped = 1_000

/** As typed, and as issuers commonly write it: OB 3.0 has no rule for the case of an e-mail address. */
const spellingsOf = (typed: string): readonly string[] => [
  ...new Set(
    [typed, typed.trim(), typed.trim().toLowerCase(), foldName(typed)].flatMap((text) => [
      text,
      text.normalize('NFC'),
    ]),
  ),
]

const hashForm = /^(sha256|md5)\$([0-9a-f]+)$/i

/** OB 3.0 "IdentityHash": the digest of the identifier with the salt appended, in hexadecimal of either case. */
function isHashOf(identityHash: string, salt: string, typed: string): boolean {
  const [, algorithm = '', digest = ''] = hashForm.exec(identityHash) ?? []
  return (
    algorithm !== '' &&
    spellingsOf(typed).some((spelling) => {
      const found = createHash(algorithm.toLowerCase())
        .update(spelling + salt)
        .digest('hex')
      return found === digest.toLowerCase()
    })
  )
}

function isSame({ hashed, identityHash, salt }: JsonObject, typed: string): boolean {
  if (typeof identityHash !== 'string') return false
  if (hashed === true) return isHashOf(identityHash, typeof salt === 'string' ? salt : '', typed)
  return foldName(identityHash) === foldName(typed)
}

const isIdentifier = (typed: string) => /^(did|urn|https?|mailto):\S+$/i.test(typed)

/** The identities that the typed text could be compared with: an address with addresses, a name with names. */
function comparable(identities: readonly JsonObject[], typed: string): readonly JsonObject[] {
  const isAddress = typed.includes('@') && !/\s/.test(typed)
  return identities.filter(({ identityType }) =>
    isAddress ? identityType === 'emailAddress' : identityType !== 'emailAddress',
  )
}

/**
 * Whether the person asked about is the one the credential names: by subject id, or by an IdentityObject of name,
 * e-mail address or number (OB 3.0 §9.1.4 "Recipient"). It says nothing about whether the credential is genuine.
 *
 * @param asked a name, an e-mail address, a number, or a subject id, as somebody typed it; what is over 1,000 characters
 *   names nobody.
 */
export function checkPerson(credential: JsonObject, asked: string): Finding {
  const typed = asked.trim()
  if (typed.length > maxTyped) return finding('skipped', 'person-not-named')
  const subjects = [credential.credentialSubject].flat().filter(isObject)
  const ids = subjects.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  if (ids.includes(typed) || ids.includes(`mailto:${typed}`))
    return finding('passed', 'person-matches')
  if (isIdentifier(typed))
    return ids.length > 0
      ? finding('failed', 'person-differs')
      : finding('skipped', 'person-not-named')
  const identities = subjects
    .flatMap(({ identifier }) => [identifier].flat())
    .filter(isObject)
    .slice(0, maxIdentities)
  const candidates = comparable(identities, typed)
  if (candidates.some((identity) => isSame(identity, typed)))
    return finding('passed', 'person-matches')
  return candidates.length > 0
    ? finding('failed', 'person-differs')
    : finding('skipped', 'person-not-named')
}
