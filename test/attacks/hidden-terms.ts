import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Family, Handed } from './attack.ts'
import { badge, badges, past, plain, v2 } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>
/** A document that says something where nobody reads it. */
type Disguise = readonly [name: string, document: Members]

const credentials = 'https://www.w3.org/2018/credentials#'
const end = `${credentials}validUntil`
const typedEnd = { '@value': past, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
const status = {
  id: 'https://school.example/status/1#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://school.example/status/1',
}

const { validUntil: _, ...endless } = badge()
const subject = endless.credentialSubject as Members
const achievement = subject.achievement as Members
const { id } = endless

const expired = (members: Members): Members => ({ ...endless, ...members })
const withContext = (extra: unknown, members: Members = {}): Members => ({
  ...endless,
  '@context': [v2, badges, extra],
  ...members,
})
const withSubject = (members: Members): Members => ({
  ...endless,
  credentialSubject: { ...subject, ...members },
})

const hiddenEnds: readonly Disguise[] = [
  ['whose end is a full IRI', expired({ [end]: typedEnd })],
  ['whose end is a full IRI in a list', expired({ [end]: [typedEnd] })],
  ['whose end is a compact IRI', expired({ 'cred:validUntil': past })],
  ['whose end is under @nest', expired({ '@nest': { validUntil: past } })],
  ['whose end is under two @nest', expired({ '@nest': [{ '@nest': { validUntil: past } }] })],
  ['whose end is under @included', expired({ '@included': [{ id, validUntil: past }] })],
  ['whose end is under @graph', expired({ '@graph': [{ id, [end]: past }] })],
  [
    'whose end is under @reverse',
    expired({ '@reverse': { [`${credentials}evidence`]: { id, [end]: past } } }),
  ],
  ['whose end is in an @index', expired({ '@index': past })],
  ['whose end is null', expired({ validUntil: null })],
  ['whose end begins with a capital', expired({ ValidUntil: past })],
  ['whose end has a blank behind its name', expired({ 'validUntil ': past })],
  ['whose end is spelt with a Cyrillic letter', expired({ 'v\u0430lidUntil': past })],
  ['whose end has an invisible letter in its name', expired({ 'valid\u200bUntil': past })],
  [
    'whose end is an alias of an inline context',
    withContext({ goodUntil: { '@id': end, '@type': 'xsd:dateTime' } }, { goodUntil: past }),
  ],
  [
    'whose end is an alias for @nest',
    withContext({ more: '@nest' }, { more: { validUntil: past } }),
  ],
  [
    'whose end is in a term of a scoped context',
    withContext(
      { more: { '@id': 'urn:more', '@context': { till: end } } },
      { more: { id, till: past } },
    ),
  ],
  [
    'whose end is in a type of a scoped context',
    withContext(
      { Endless: { '@id': 'urn:endless', '@context': { till: end } } },
      { type: ['VerifiableCredential', 'OpenBadgeCredential', 'Endless'], till: past },
    ),
  ],
  ['with an alias of a keyword', withContext({ id2: '@id' }, { id2: 'urn:uuid:other' })],
  ['with an inline context it does not use', withContext({ unused: 'urn:unused' })],
  ['with a @vocab', withContext({ '@vocab': credentials }, { anything: past })],
  ['with a @base', withContext({ '@base': 'https://elsewhere.example/' })],
  ['with a @language', withContext({ '@language': 'en' })],
  ['with an @import', withContext({ '@version': 1.1, '@import': badges })],
  ['with a null context', withContext(null)],
  ['with an empty context', withContext({})],
]

const hiddenInside: readonly Disguise[] = [
  ['with a context in its subject', withSubject({ '@context': [v2] })],
  [
    'with a context of its own in its achievement',
    withSubject({ achievement: { ...achievement, '@context': { name: 'urn:name' } } }),
  ],
  ['with a member that nothing defines', withSubject({ grade: 'A' })],
  ['with a class for a member', withSubject({ Achievement: achievement })],
  ['with a term of another type', withSubject({ statusListIndex: '5' })],
  ['with a @type beside its type', withSubject({ '@type': 'VerifiableCredential' })],
  ['with an @id beside its id', withSubject({ '@id': 'urn:uuid:other' })],
  ['with a @set for a value', withSubject({ result: { '@set': [] } })],
  ['with a @list for a value', withSubject({ result: { '@list': [] } })],
  [
    'with a language object for a name',
    withSubject({ achievement: { ...achievement, name: { '@value': 'Dr', '@language': 'en' } } }),
  ],
  ['with a label for an id', withSubject({ id: '_:b0' })],
]

const endorsement = {
  '@context': [v2, badges],
  id: 'urn:uuid:00000000-0000-4000-8000-00000000000e',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'An endorsement',
  issuer: endless.issuer,
  validFrom: endless.validFrom,
  credentialSubject: {
    id,
    type: ['EndorsementSubject'],
    endorsementComment: 'Well',
    validUntil: past,
    credentialStatus: status,
  },
}

const hiddenStatus: readonly Disguise[] = [
  ['whose status is a full IRI', expired({ [`${credentials}credentialStatus`]: status })],
  ['whose status is under @nest', expired({ '@nest': [{ credentialStatus: status }] })],
  [
    'whose status is said of it in its evidence',
    expired({ evidence: [{ id, type: ['Evidence'], credentialStatus: status }] }),
  ],
  [
    'whose end and status are said of it in an endorsement',
    expired({ endorsement: [endorsement] }),
  ],
]

const { validUntil: __, ...endlessPlain } = plain()

const hiddenInPlain: readonly Disguise[] = [
  ['whose end is a full IRI', { ...endlessPlain, [end]: past }],
  ['whose end is under @nest', { ...endlessPlain, '@nest': { validUntil: past } }],
  ['with a member that nothing defines', { ...endlessPlain, role: 'president' }],
  ['with members under @json', { ...endlessPlain, '@json': { validUntil: past } }],
  [
    'with a language object where none belongs',
    { ...endlessPlain, evidence: { '@value': past, '@language': 'en' } },
  ],
]

type Secure = (world: ForeignWorld, document: Members) => Promise<Handed> | Handed

function familyOf(
  [what, document]: readonly [string, Members],
  secure: Secure,
  disguises: readonly Disguise[],
): Family {
  return {
    of: what,
    honest: (world) => secure(world, document),
    attacks: [
      {
        name: 'that has expired and says so plainly',
        attacked: (world) => secure(world, { ...document, validUntil: past }),
        because: ['dates-expired'],
      },
      ...disguises.map(([name, disguised]) => ({
        name,
        attacked: (world: ForeignWorld) => secure(world, disguised),
        because: ['form-term-hidden'] as const,
      })),
    ],
  }
}

const inBadges = [...hiddenEnds, ...hiddenInside, ...hiddenStatus]

/** JSON-LD hiding, in every way of signing: a JWT covers each letter, and still does not say what they mean. */
export const hiddenTermFamilies: readonly Family[] = [
  familyOf(['a badge', badge()], (world, document) => world.sign(document), inBadges),
  familyOf(['a badge as a token', badge()], (world, document) => world.token(document), inBadges),
  familyOf(
    ['another credential', plain()],
    (world, document) => world.sign(document),
    hiddenInPlain,
  ),
]
