import { describe, expect, test } from '@jest/globals'
import { checkForm } from '../../src/checking/check-form.ts'
import { hiddenTerms } from '../../src/checking/form/check-hidden-terms.ts'
import { pinnedContexts } from '../../src/proof/contexts.ts'
import { findDataLoss } from '../../src/proof/data-loss.ts'
import { isPinnedMeaning, isPinnedName } from '../../src/proof/pinned-terms.ts'
import { exampleBadge, type Loose } from '../credential/example-badge.ts'
import { exampleEndorsement } from '../credential/maximal-badge.ts'
import '../support/end-threads.ts'

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'
const examples = 'https://www.w3.org/ns/credentials/examples/v2'

const credential = (changes: Loose = {}): Loose => ({
  '@context': [v2, examples],
  type: ['VerifiableCredential', 'ExampleDegreeCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject', degree: { type: 'Bachelor', rank: 1 } },
  ...changes,
})

const rulesOf = (document: Loose) => hiddenTerms(document).map(({ rule }) => rule)

describe('under an open vocabulary', () => {
  test('a credential may use words that no context defines, and each of them is signed', async () => {
    expect(hiddenTerms(credential())).toEqual([])
    expect(await findDataLoss(credential())).toBeUndefined()
    expect((await checkForm(credential())).finding.outcome).toBe('passed')
  })

  test.each(['badge', 'endorsement'])('a %s may not', (kind) => {
    const document = kind === 'badge' ? exampleBadge() : exampleEndorsement('urn:uuid:1')
    document['@context'].push(examples)
    expect(rulesOf(document)).toEqual([])
    document.credentialSubject.hours = 20
    expect(rulesOf(document)).toEqual(['term-undefined'])
  })

  test('nor may a badge that is presented in a document with one', () => {
    const badge = exampleBadge()
    badge.credentialSubject.hours = 20
    const presentation = {
      '@context': [v2, examples],
      type: ['VerifiablePresentation'],
      verifiableCredential: [badge],
    }
    expect(rulesOf(presentation)).toEqual(['term-undefined'])
  })

  // The other version's members, other cases, and members of other places: what a careless reader would take for real.
  test.each([
    'expirationDate',
    'issuanceDate',
    'validuntil',
    'validUNTIL',
    'credentialstatus',
    'achievement',
    'statusListIndex',
    'encodedList',
    'email',
    'holder',
  ])('a member may not be called %s', (name) => {
    expect(rulesOf(credential({ [name]: '2020-01-01T00:00:00Z' }))).toEqual(['term-undefined'])
    const inSubject = credential()
    inSubject.credentialSubject[name] = 'x'
    expect(rulesOf(inSubject)).toEqual(['term-undefined'])
  })

  test.each([
    ['https://www.w3.org/2018/credentials#validUntil', 'key-not-plain'],
    ['cred:validUntil', 'key-not-plain'],
    ['@included', 'key-not-plain'],
    ['ValidUntil', 'key-not-plain'],
    ['Achievement', 'key-not-plain'],
  ])('the key %s is refused as ever', (key, rule) => {
    expect(rulesOf(credential({ [key]: 'x' }))).toContain(rule)
  })

  test('what is checked is still read where it stands', async () => {
    const { finding } = await checkForm(credential({ validUntil: 'never' }))
    expect(finding).toMatchObject({ outcome: 'failed', reason: 'form-nonconforming' })
  })

  test('null is refused as ever', () => {
    expect(rulesOf(credential({ remark: null }))).toEqual(['null-value'])
  })

  test('a class that is pinned does not go by another name', () => {
    const iri = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential'
    const types = ['VerifiableCredential', iri]
    expect(rulesOf(credential({ type: types }))).toEqual(['type-not-plain'])
    expect(rulesOf(credential({ type: ['VerifiableCredential', 'openbadgecredential'] }))).toEqual([
      'type-not-plain',
    ])
  })

  test('no class or member is reached by cutting its IRI in two', () => {
    const cut = (vocabulary: string) => [v2, { '@vocab': vocabulary }]
    const member = credential({ '@context': cut('https://www.w3.org/2018/credentials#valid') })
    member.type = ['VerifiableCredential']
    member.credentialSubject = { id: 'urn:x:1' }
    expect(rulesOf(member)).toEqual([])
    // "va" and "lidUntil": the key would be plain, and mean validUntil.
    const split = {
      ...member,
      '@context': cut('https://www.w3.org/2018/credentials#va'),
      lidUntil: '2020-01-01T00:00:00Z',
    }
    expect(rulesOf(split)).toEqual(['term-undefined'])
    const type = {
      ...member,
      '@context': cut('https://www.w3.org/2018/credentials#Verifiable'),
      type: ['VerifiableCredential', 'Presentation'],
    }
    expect(rulesOf(type)).toEqual(['type-not-plain'])
  })
})

const own = (context: Loose, changes: Loose = {}) =>
  credential({
    '@context': [v2, context],
    type: ['VerifiableCredential'],
    credentialSubject: { id: 'did:example:subject' },
    ...changes,
  })

describe('a context inside the document', () => {
  test.each<[string, Loose]>([
    ['a class', { Example: 'https://example.org/#Example' }],
    [
      'a property',
      { weight: { '@id': 'https://example.org/#weight', '@type': 'https://example.org/#kg' } },
    ],
    [
      'a link',
      { sees: { '@id': 'https://example.org/#sees', '@type': '@id', '@container': '@set' } },
    ],
    [
      'protection and version',
      { '@protected': true, '@version': 1.1, Example: 'https://example.org/#E' },
    ],
    ['a vocabulary', { '@vocab': 'https://example.org/words#' }],
    [
      'what the base context says itself',
      { id: '@id', type: '@type', name: 'https://schema.org/name' },
    ],
    ['a context in a context', { '@context': { Example: 'https://example.org/#Example' } }],
  ])('may add %s', (_, context) => {
    expect(hiddenTerms(own(context))).toEqual([])
  })

  test('makes its terms usable, and all that they say is signed', async () => {
    const document = own(
      { weight: 'https://example.org/#weight' },
      { credentialSubject: { weight: '7 kg' } },
    )
    expect((await checkForm(document)).finding.outcome).toBe('passed')
    const without = { ...document, '@context': [v2] }
    expect(rulesOf(without)).toEqual(['term-undefined'])
  })

  test.each<[string, Loose]>([
    ['rename what is checked', { until: 'https://www.w3.org/2018/credentials#validUntil' }],
    ['take the name of what is checked', { validUntil: 'https://example.org/#validUntil' }],
    ['take its name in another case', { ValidUntil: 'https://example.org/#validUntil' }],
    ['take the name of what is shown', { achievement: 'https://example.org/#achievement' }],
    ['take the name of a member of 1.1', { expirationDate: 'https://example.org/#end' }],
    ['give name another meaning', { name: 'https://example.org/#name' }],
    ['give id another meaning', { id: 'https://example.org/#id' }],
    ['make an alias of a keyword', { label: '@value' }],
    ['nest', { box: '@nest' }],
    ['reverse', { seenBy: { '@reverse': 'https://example.org/#sees' } }],
    ['make graphs', { box: { '@id': 'https://example.org/#box', '@container': '@graph' } }],
    ['hide plain JSON', { box: { '@id': 'https://example.org/#box', '@type': '@json' } }],
    ['bring scoped contexts', { Box: { '@id': 'https://example.org/#Box', '@context': {} } }],
    ['define a prefix', { urn2: 'urn:' }],
    ['define a prefix by name', { ex: { '@id': 'https://example.org/x', '@prefix': true } }],
    ['define a prefix that ends in a hash', { ex: 'https://example.org/#' }],
    ['set a base', { '@base': 'https://example.org/' }],
    ['import', { '@import': 'https://example.org/context' }],
    ['set a language', { '@language': 'en' }],
    ['propagate', { '@propagate': false }],
    ['take the vocabulary away', { '@vocab': null }],
    ['set a relative vocabulary', { '@vocab': '#' }],
    ['define nothing', { box: null }],
    ['define a list', { box: ['https://example.org/#box'] }],
    ['name no IRI', { box: 'a b' }],
    ['have a term of odd letters', { vаlid: 'https://example.org/#v' }],
    ['have a term with a colon', { 'a:b': 'https://example.org/#ab' }],
    [
      'have too many terms',
      Object.fromEntries(
        Array.from({ length: 101 }, (_, n) => [`t${n}`, `https://example.org/#${n}`]),
      ),
    ],
  ])('may not %s', (_, context) => {
    expect(rulesOf(own(context))).toEqual(['context-redefines'])
  })

  test('may not say again what another said otherwise', () => {
    const twice = [{ Example: 'https://example.org/#A' }, { Example: 'https://example.org/#B' }]
    expect(rulesOf(credential({ '@context': [v2, ...twice] }))).toEqual(['context-redefines'])
  })

  test('may not stand in a badge', () => {
    const badge = exampleBadge()
    badge['@context'].push({ Example: 'https://example.org/#Example' })
    expect(rulesOf(badge)).toEqual(['context-list'])
  })

  test('may not come first', () => {
    expect(
      rulesOf(credential({ '@context': [{ Example: 'https://example.org/#E' }, v2] })),
    ).toEqual(['context-list'])
  })

  test('may stand in a credential of 1.1, and give a name to its subject there', async () => {
    const document = own(
      { name: 'https://schema.org/name' },
      {
        credentialSubject: { id: 'urn:x:1', name: 'Alice' },
        issuanceDate: '2025-01-01T00:00:00Z',
      },
    )
    document['@context'][0] = v1
    expect((await checkForm(document)).finding.outcome).toBe('passed')
  })

  test('leaves nothing behind: thousands of them fill no memory of scopes', () => {
    for (let round = 0; round < 2_000; round += 1) {
      const context = { [`Example${round}`]: `https://example.org/#${round}` }
      expect(
        hiddenTerms(
          own(context, {
            credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'x' },
          }),
        ),
      ).toEqual([])
    }
    // A pinned scope is still remembered, for its contexts are made once: the second look is as good as the first.
    expect(hiddenTerms(exampleBadge())).toEqual([])
  })
})

describe('the names and meanings that are pinned', () => {
  test('are those of every pinned context, in every place of it', () => {
    for (const name of [
      'validUntil',
      'credentialStatus',
      'achievement',
      'statusListIndex',
      'proofValue',
    ])
      expect(isPinnedName(name)).toBe(true)
    expect(isPinnedMeaning('https://www.w3.org/2018/credentials#validUntil')).toBe(true)
    expect(isPinnedMeaning('https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement')).toBe(
      true,
    )
  })

  test('are not those of ordinary words', () => {
    for (const name of ['degree', 'weight', 'alumniOf']) expect(isPinnedName(name)).toBe(false)
    expect(isPinnedMeaning('https://example.org/#weight')).toBe(false)
  })

  test('of one context never mean a keyword but id and type', () => {
    for (const [url, document] of pinnedContexts) {
      const aliases = JSON.stringify(document).match(/"(\w+)":"@(\w+)"/g) ?? []
      expect([url, aliases.filter((alias) => !/^"(id|type)":"@(id|type)"$/.test(alias))]).toEqual([
        url,
        [],
      ])
    }
  })
})
