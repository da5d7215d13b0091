import { complain } from './hold-to-classes.ts'
import { credentialsV1, credentialsV2 } from './member-rules.ts'
import { isObject, listOf, type MemberRule } from './rule-vocabulary.ts'

/** VC DM 2.0 §4.3, VC DM 1.1 §4.1: the base context comes first, for it protects its terms from those that follow. */
export const baseContextFirst: MemberRule = (node, path) => {
  const [first] = listOf(node['@context'])
  return first === credentialsV2 || first === credentialsV1
    ? []
    : complain(`${path}.@context`, 'base-context', `must start with ${credentialsV2}`)
}

/** VC DM 2.0 §4.13: an envelope says of itself only what the base context of 2.0 defines. */
export const envelopeContext: MemberRule = (node, path) =>
  listOf(node['@context']).includes(credentialsV2)
    ? []
    : complain(`${path}.@context`, 'base-context', `must hold ${credentialsV2}`)

/** VC DM 2.0 §4.8: each subject must be the subject of one or more claims. */
export const subjectClaims: MemberRule = (node, path) =>
  Object.keys(node).length > 0 ? [] : complain(path, 'subject-claims', 'must say something')

/** VC DM 2.0 §5.3: each related resource has a digest of at least one of the two kinds. */
export const digestGiven: MemberRule = (node, path) =>
  'digestSRI' in node || 'digestMultibase' in node
    ? []
    : complain(path, 'digest-given', 'must have a digestSRI or a digestMultibase')

/** VC DM 2.0 §5.3: the id is unique among the related resources. */
export const relatedOnce: MemberRule = (node, path) => {
  const ids = listOf(node.relatedResource).map((entry) => (isObject(entry) ? entry.id : undefined))
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? complain(
          `${path}.relatedResource[${index}].id`,
          'related-id-unique',
          'must not stand there twice',
        )
      : [],
  )
}

const entryMembers = ['statusPurpose', 'statusListIndex', 'statusListCredential']

/** Bitstring Status List 1.0 §2.1: what an entry of that type needs; other types say for themselves. */
export const bitstringEntry: MemberRule = (node, path) => {
  if (!listOf(node.type).includes('BitstringStatusListEntry')) return []
  const missing = entryMembers
    .filter((name) => !(name in node))
    .flatMap((name) => complain(`${path}.${name}`, 'has-required-member', 'is missing'))
  const needsMessage = Number(node.statusSize ?? 1) > 1 && !('statusMessage' in node)
  return needsMessage
    ? [
        ...missing,
        ...complain(
          path,
          'status-message-given',
          'must have a statusMessage: statusSize is over 1',
        ),
      ]
    : missing
}
