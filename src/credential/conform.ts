import { everywhere } from './conform-everywhere.ts'
import { classes } from './credential-classes.ts'
import { type Classes, conformObject } from './hold-to-classes.ts'
import { type Complaint, isObject, isText, listOf } from './rule-vocabulary.ts'

// Null is complained of once, by the rule that covers the whole document.
const badgeClasses: Classes = { shapes: classes, tellsNull: false }

const isEndorsement = (document: unknown): boolean =>
  isObject(document) && listOf(document.type).filter(isText).includes('EndorsementCredential')

/**
 * Holds a badge or an endorsement, of VC DM 2.0 or 1.1, to the structure of Open Badges 3.0 (its data models): which
 * members each class has, how often, and of what form. Returns every complaint, in the order of the table; none when
 * the document conforms. Says nothing of signatures or contexts' meaning.
 *
 * Takes JSON of limited depth, as strict parsing leaves it.
 */
export function conform(document: unknown): readonly Complaint[] {
  const name = isEndorsement(document) ? 'EndorsementCredential' : 'OpenBadgeCredential'
  return [
    ...conformObject(name, document, { classes: badgeClasses, path: '$' }),
    ...everywhere(document),
  ]
}
