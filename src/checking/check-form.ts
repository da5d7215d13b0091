import { conform } from '../credential/conform.ts'
import { conformDataModel } from '../credential/data-model.ts'
import type { Complaint } from '../credential/rule-vocabulary.ts'
import { findDataLoss } from '../proof/data-loss.ts'
import { hiddenTerms } from './form/check-hidden-terms.ts'
import { hasWrongDigest } from './form/check-related.ts'
import { splitNodes } from './form/check-split-nodes.ts'
import type { JsonObject } from './receiving/received.ts'
import type { Finding, Warning } from './report.ts'

export interface CheckedForm {
  readonly finding: Finding
  readonly warnings: readonly Warning[]
}

const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential']

const ended = (
  outcome: Finding['outcome'],
  reason: Finding['reason'],
  {
    warnings = [],
    places = [],
  }: { warnings?: readonly Warning[]; places?: readonly string[] } = {},
): CheckedForm => ({
  finding: { check: 'form', outcome, reason, ...(places.length > 0 && { places }) },
  warnings,
})

const maxPlaces = 5
const maxPlaceLength = 200

/** Enough to find what is wrong, and no more than fits a page, whatever keys a document has. */
const placesIn = (paths: readonly string[]): readonly string[] =>
  [...new Set(paths)].slice(0, maxPlaces).map((path) => path.slice(0, maxPlaceLength))

function warningsOf(complaints: readonly Complaint[]): Warning[] {
  const found = complaints.filter(({ severity }) => severity === 'warning')
  const has = (rule: Complaint['rule']) => found.some((complaint) => complaint.rule === rule)
  return [
    ...(has('single-value') ? (['single-value-for-array'] as const) : []),
    ...(has('has-time-zone') ? (['date-without-zone'] as const) : []),
  ]
}

/**
 * The document without what is read by itself: its proof, against a closed list of what a proof may say, and the
 * credentials of a presentation, each a document of its own in a graph of its own.
 */
function ownContent(credential: JsonObject, kind: Kind): JsonObject {
  const { proof: _, verifiableCredential, ...document } = credential
  const isHeld = kind === 'VerifiableCredential' && verifiableCredential !== undefined
  return isHeld ? { ...document, verifiableCredential } : document
}

type Kind = 'VerifiableCredential' | 'VerifiablePresentation'

// Each class brings contexts that have to be gone through anew for its node, half a second for some thousand. A badge
// with everything in it names some hundred.
const maxClasses = 2_000

/** How many classes are named in a document, over all its nodes. */
function classesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce<number>((sum, each) => sum + classesIn(each), 0)
  const own = Array.isArray(value) ? undefined : (value as JsonObject).type
  return inner + (own === undefined ? 0 : [own].flat().length)
}

/**
 * Whether the document says what it seems to say: every member is one that the pinned contexts define in its place,
 * and nothing stands twice, so that the signature covers all that is shown and all that is checked; and whether a
 * badge keeps the structural rules of Open Badges 3.0, and any other credential those of the W3C. The cheap looks come
 * first, the JSON-LD processor last.
 */
export async function checkForm(
  credential: JsonObject,
  kind: Kind = 'VerifiableCredential',
): Promise<CheckedForm> {
  const types: readonly unknown[] = [credential.type].flat()
  if (!types.includes(kind)) return ended('failed', 'form-not-a-credential')
  const document = ownContent(credential, kind)
  const hidden = hiddenTerms(document)
  if (hidden.some(({ rule }) => rule === 'context-not-pinned'))
    return ended('unknown', 'form-context-not-pinned')
  const hiding = [
    ...hidden.map(({ path, key }) => `${path}.${key}`),
    ...splitNodes(document).map(({ path }) => path),
  ]
  if (hiding.length > 0) return ended('failed', 'form-term-hidden', { places: placesIn(hiding) })
  const isBadge = badgeTypes.some((type) => types.includes(type))
  const complaints = isBadge ? conform(credential) : conformDataModel(credential)
  const warnings = warningsOf(complaints)
  const wrong = [
    ...complaints.filter(({ severity }) => severity === 'error').map(({ path }) => path),
    ...(hasWrongDigest(credential) ? ['$.relatedResource'] : []),
  ]
  if (wrong.length > 0)
    return ended('failed', 'form-nonconforming', { warnings, places: placesIn(wrong) })
  if (classesIn(document) > maxClasses) return ended('unknown', 'form-too-complex', { warnings })
  // VC Data Integrity 1.0 "Data loss": an error by the standard, which a JWT would not notice by itself.
  const loss = await findDataLoss(document)
  if (loss?.reason === 'context-not-pinned') return ended('unknown', 'form-context-not-pinned')
  if (loss?.reason === 'too-complex') return ended('unknown', 'form-too-complex', { warnings })
  return loss ? ended('failed', 'form-term-hidden') : ended('passed', 'form-conforms', { warnings })
}
