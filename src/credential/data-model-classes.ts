import {
  baseContextFirst,
  bitstringEntry,
  digestGiven,
  envelopeContext,
  relatedOnce,
  subjectClaims,
} from './data-model-rules.ts'
import {
  contextItem,
  dataUrl,
  digestMultibase,
  digestSri,
  languageText,
  mediaType,
  positiveInteger,
  typeName,
  uriOr,
} from './data-model-values.ts'
import { statusIdNotList, validityOrder } from './member-rules.ts'
import {
  a,
  any,
  type Member,
  open,
  optional,
  required,
  type Shape,
  set,
  some,
  typed,
} from './rule-vocabulary.ts'
import { dateTime, listIndex, text, uri } from './value-rules.ts'

const type = required(some(typeName))
const named = { name: optional(any(languageText)), description: optional(any(languageText)) }

/** VC DM 2.0 §4.5: the objects that must have a type, and may have an id. */
const typedThing = (id: Member = optional(uri), ...between: Shape['between']): Shape =>
  open({ id, type }, ...between)

/** What credentials of either version have. */
const envelope = {
  '@context': required(set(contextItem)),
  id: optional(uri),
  type,
  ...named,
  issuer: required(uriOr('Issuer')),
  credentialSubject: required(some(a('Subject'))),
  credentialStatus: optional(any(a('Status'))),
  credentialSchema: optional(any(a('Schema'))),
  refreshService: optional(any(a('RefreshService'))),
  termsOfUse: optional(any(a('TermsOfUse'))),
  evidence: optional(any(a('Evidence'))),
}

const credential = (members: Shape['members']): Shape =>
  typed(open({ ...envelope, ...members }, baseContextFirst, validityOrder, relatedOnce), [
    'VerifiableCredential',
  ])

const presentation = (members: Shape['members']): Shape =>
  typed(
    open(
      {
        '@context': required(set(contextItem)),
        id: optional(uri),
        type,
        holder: optional(uriOr('Holder')),
        termsOfUse: optional(any(a('TermsOfUse'))),
        ...members,
      },
      baseContextFirst,
    ),
    ['VerifiablePresentation'],
  )

const enveloped = (name: string): Shape =>
  typed(open({ '@context': required(some(text)), id: required(dataUrl), type }, envelopeContext), [
    name,
  ])

const statusEntry = {
  statusPurpose: optional(text),
  statusListIndex: optional(listIndex),
  statusListCredential: optional(uri),
  statusSize: optional(positiveInteger),
  statusMessage: optional(set(a('StatusMessage'))),
  statusReference: optional(any(uri)),
}

const status = (id: Member): Shape =>
  open({ id, type, ...statusEntry }, bitstringEntry, statusIdNotList)

/** VC DM 2.0 §4 and §5; the classes ending in ` 1.1` are those of VC DM 1.1 §4 and §5. */
export const dataModelClasses: Readonly<Record<string, Shape>> = {
  VerifiableCredential: credential({
    validFrom: optional(dateTime),
    validUntil: optional(dateTime),
    relatedResource: optional(any(a('RelatedResource'))),
    confidenceMethod: optional(any(a('Reserved'))),
    renderMethod: optional(any(a('Reserved'))),
  }),
  'VerifiableCredential 1.1': credential({
    issuanceDate: required(dateTime),
    expirationDate: optional(dateTime),
    credentialStatus: optional(any(a('FirstStatus'))),
    refreshService: optional(any(a('Schema'))),
  }),
  VerifiablePresentation: presentation({
    verifiableCredential: optional(any(a('Presented'))),
  }),
  // A token may stand there as it is (VC DM 1.1 §6.3.1), so what stands there is left to its own check.
  'VerifiablePresentation 1.1': presentation({}),
  EnvelopedVerifiableCredential: enveloped('EnvelopedVerifiableCredential'),
  EnvelopedVerifiablePresentation: enveloped('EnvelopedVerifiablePresentation'),
  Issuer: open({ id: required(uri), ...named }),
  Holder: open({ id: required(uri) }),
  Subject: open({ id: optional(uri) }, subjectClaims),
  Status: status(optional(uri)),
  FirstStatus: status(required(uri)),
  StatusMessage: open({ status: required(text), message: required(text) }),
  Schema: typedThing(required(uri)),
  RefreshService: typedThing(),
  TermsOfUse: typedThing(),
  Evidence: typedThing(),
  RelatedResource: open(
    {
      id: required(uri),
      digestSRI: optional(any(digestSri)),
      digestMultibase: optional(any(digestMultibase)),
      mediaType: optional(mediaType),
    },
    digestGiven,
  ),
  // VC DM 2.0 §5.10: whatever is put to a reserved use says its type.
  Reserved: open({ type }),
  // Each is a credential of its own and checked as one.
  Presented: open({ type }),
} satisfies Record<string, Shape>
