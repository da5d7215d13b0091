import { dataModelClasses } from './data-model-classes.ts'
import { type Classes, conformObject } from './hold-to-classes.ts'
import { type Complaint, isObject, listOf } from './rule-vocabulary.ts'

const classes: Classes = { shapes: dataModelClasses, tellsNull: true }

/** The other documents that the W3C data model knows, by the type that tells them; all else is a credential. */
const otherKinds = [
  'VerifiablePresentation',
  'EnvelopedVerifiableCredential',
  'EnvelopedVerifiablePresentation',
] as const

/**
 * Holds any credential, presentation or envelope to the W3C data model (VC DM 2.0 §4 and §5, or VC DM 1.1 where its
 * context comes first): identifiers, types, dates, language values, and the members that must have this or that.
 * Returns every complaint; none when the document conforms. Says nothing of what the contexts make of it, nor of
 * proofs, nor of the credentials inside a presentation, which are documents of their own.
 *
 * Takes JSON of limited depth, as strict parsing leaves it.
 */
export function conformDataModel(document: unknown): readonly Complaint[] {
  const types = isObject(document) ? listOf(document.type) : []
  const name = otherKinds.find((kind) => types.includes(kind)) ?? 'VerifiableCredential'
  return conformObject(name, document, { classes, path: '$' })
}
