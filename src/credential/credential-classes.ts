import { achievementClasses } from './achievement-classes.ts'
import { contextOrder, statusIdNotList, validityOrder } from './member-rules.ts'
import { profileClasses } from './profile-classes.ts'
import { a, open, optional, required, type Shape, set, setOrOne, typed } from './rule-vocabulary.ts'
import { compactJws, dateTime, listIndex, text, uri } from './value-rules.ts'

const type = required(setOrOne(text))

/** What every credential has, in either version of the W3C data model. */
const envelope = {
  '@context': required(set(text)),
  id: required(uri),
  type,
  awardedDate: optional(dateTime),
  credentialSchema: optional(setOrOne(a('CredentialSchema'))),
  credentialStatus: optional(a('CredentialStatus')),
  description: optional(text),
  endorsement: optional(set(a('EndorsementCredential'))),
  endorsementJwt: optional(set(compactJws)),
  evidence: optional(set(a('Evidence'))),
  image: optional(a('Image')),
  issuer: required(a('Profile')),
  proof: optional(setOrOne(a('Proof'))),
  refreshService: optional(a('RefreshService')),
  termsOfUse: optional(setOrOne(a('TermsOfUse'))),
}

const validity = { validFrom: required(dateTime), validUntil: optional(dateTime) }
/** VC DM 1.1 §4.6 "Issuance Date", §4.8 "Expiration". */
const firstValidity = { issuanceDate: required(dateTime), expirationDate: optional(dateTime) }

const badgeTypes = [['VerifiableCredential'], ['OpenBadgeCredential', 'AchievementCredential']]
const endorsementTypes = [['VerifiableCredential'], ['EndorsementCredential']]
const badge = { name: optional(text), credentialSubject: required(a('AchievementSubject')) }
const endorsement = { name: required(text), credentialSubject: required(a('EndorsementSubject')) }

const credential = (members: Shape['members'], types: Shape['types']): Shape =>
  typed(open({ ...envelope, ...members }, contextOrder, validityOrder), ...types)

/** By name; the classes ending in ` 1.1` stand in when the first context is that of VC DM 1.1. */
export const classes: Readonly<Record<string, Shape>> = {
  ...achievementClasses,
  ...profileClasses,
  OpenBadgeCredential: credential({ ...badge, ...validity }, badgeTypes),
  'OpenBadgeCredential 1.1': credential({ ...badge, ...firstValidity }, badgeTypes),
  EndorsementCredential: credential({ ...endorsement, ...validity }, endorsementTypes),
  'EndorsementCredential 1.1': credential({ ...endorsement, ...firstValidity }, endorsementTypes),
  EndorsementSubject: typed(open({ id: required(uri), type, endorsementComment: optional(text) }), [
    'EndorsementSubject',
  ]),
  Evidence: typed(
    open({
      id: optional(uri),
      type,
      audience: optional(text),
      description: optional(text),
      genre: optional(text),
      name: optional(text),
      narrative: optional(text),
    }),
    ['Evidence'],
  ),
  CredentialSchema: open({ id: required(uri), type: required(text) }),
  // OB 3.0 allows one entry, and, unlike the W3C, asks for its id.
  CredentialStatus: open(
    {
      id: required(uri),
      type: required(text),
      statusPurpose: optional(text),
      statusListIndex: optional(listIndex),
      statusListCredential: optional(uri),
    },
    statusIdNotList,
  ),
  RefreshService: open({ id: required(uri), type: required(text) }),
  TermsOfUse: open({ type: required(setOrOne(text)) }),
  Proof: open({ type: required(text) }),
} satisfies Record<string, Shape>
