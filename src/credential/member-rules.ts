import {
  isObject,
  isText,
  type Json,
  listOf,
  type MemberRule,
  type Rule,
} from './rule-vocabulary.ts'

export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'

// OB 3.0: the released context files of 3.0 share this pattern.
const badgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/

const error = (path: string, rule: Rule, message: string) =>
  [{ path, rule, severity: 'error', message }] as const

/** VC DM 2.0 §4.3 and OB 3.0: the order of contexts decides their meaning. */
export const contextOrder: MemberRule = (node, path) => {
  const [first, second] = listOf(node['@context'])
  const isOrdered =
    (first === credentialsV2 || first === credentialsV1) &&
    isText(second) &&
    badgeContext.test(second)
  return isOrdered
    ? []
    : error(
        `${path}.@context`,
        'context-order',
        `must start with ${credentialsV2} and then an Open Badges 3.0 context`,
      )
}

const instant = (candidate: unknown): number => {
  if (!isText(candidate)) return Number.NaN
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(candidate) ? candidate : `${candidate}Z`)
}

const periods = [
  ['validFrom', 'validUntil'],
  ['issuanceDate', 'expirationDate'],
] as const

/** VC DM 2.0 §4.9: validUntil must not precede validFrom; 1.1 says the same under its own names. */
export const validityOrder: MemberRule = (node, path) =>
  periods.flatMap(([from, until]) =>
    instant(node[until]) < instant(node[from])
      ? error(`${path}.${until}`, 'validity-order', `must not be before ${from}`)
      : [],
  )

/** OB 3.0 "AchievementSubject": a subject without `id` must at least have an `identifier`. */
export const subjectIdentified: MemberRule = (node, path) =>
  'id' in node || 'identifier' in node
    ? []
    : error(path, 'subject-identified', 'must have an id, an identifier, or both')

export const criteriaTold: MemberRule = (node, path) =>
  'id' in node || 'narrative' in node
    ? []
    : error(path, 'criteria-told', 'must have an id, a narrative, or both')

/** OB 3.0 "IdentityHash": algorithm, dollar sign, digest in hexadecimal; MD5 is legacy. */
export const identityHashForm: MemberRule = (node, path) => {
  const { hashed, identityHash } = node
  if (hashed !== true || !isText(identityHash)) return []
  return /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i.test(identityHash)
    ? []
    : error(
        `${path}.identityHash`,
        'identity-hash-form',
        'must be "sha256$" (or "md5$") and the digest in hexadecimal, since hashed is true',
      )
}

const idsOf = (nodes: unknown): readonly unknown[] =>
  listOf(nodes).flatMap((node) => (isObject(node) ? node.id : []))

/** A result whose description is nowhere in the achievement cannot be read: its scale is unknown. */
export const resultDescriptionsKnown: MemberRule = (node, path) => {
  const achievement: Json = isObject(node.achievement) ? node.achievement : {}
  const known = idsOf(achievement.resultDescription)
  return listOf(node.result).flatMap((result, index) => {
    const id = isObject(result) ? result.resultDescription : undefined
    return id === undefined || known.includes(id)
      ? []
      : error(
          `${path}.result[${index}].resultDescription`,
          'result-description-known',
          'must be the id of a resultDescription of the achievement',
        )
  })
}

/** Bitstring Status List 1.0 §2.1: an entry is not the list. */
export const statusIdNotList: MemberRule = (node, path) =>
  'id' in node && node.id === node.statusListCredential
    ? error(`${path}.id`, 'status-id-not-list', 'must not be the URL of the status list')
    : []
