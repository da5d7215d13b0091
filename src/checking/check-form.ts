import { conform } from '../credential/conform.ts'
import { findDataLoss } from '../proof/data-loss.ts'
import { hiddenTerms } from './check-hidden-terms.ts'
import type { JsonObject } from './receive.ts'
import type { Finding } from './report.ts'

const typesOf = (credential: JsonObject): readonly unknown[] =>
  Array.isArray(credential.type) ? credential.type : [credential.type]

const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'form',
  outcome,
  reason,
})

/**
 * Whether the document says what it seems to say: every member is one that the pinned contexts define in its place,
 * so that the signature covers all that is shown, and a badge keeps the structural rules of Open Badges 3.0.
 */
export async function checkForm(credential: JsonObject): Promise<Finding> {
  const types = typesOf(credential)
  if (!types.includes('VerifiableCredential')) return finding('failed', 'form-not-a-credential')
  const hidden = hiddenTerms(credential)
  if (hidden.some(({ rule }) => rule === 'context-not-pinned'))
    return finding('unknown', 'form-context-not-pinned')
  if (hidden.length > 0) return finding('failed', 'form-term-hidden')
  // VC Data Integrity 1.0 §4.1 demands that data loss is an error; a JWT would not notice it by itself.
  const loss = await findDataLoss(credential)
  if (loss?.reason === 'context-not-pinned') return finding('unknown', 'form-context-not-pinned')
  if (loss) return finding('failed', 'form-term-hidden')
  const isBadge = badgeTypes.some((type) => types.includes(type))
  const errors = isBadge ? conform(credential).filter(({ severity }) => severity === 'error') : []
  return errors.length > 0
    ? finding('failed', 'form-nonconforming')
    : finding('passed', 'form-conforms')
}
