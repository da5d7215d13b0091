import type { Loose } from '../support/vc-api.ts'

/**
 * What the public suite w3c/vc-data-model-2.0-test-suite hands to an issuer, class by class, and whether it has to be
 * taken: [what it is, the changes to the smallest credential]. A change to undefined leaves the member out.
 */
export type Case = readonly [string, Loose]

const v2 = 'https://www.w3.org/ns/credentials/v2'
const examples = 'https://www.w3.org/ns/credentials/examples/v2'
const subject = { id: 'did:example:subject' }

export const smallest = (changes: Loose = {}): Loose => {
  const whole: Loose = {
    '@context': [v2],
    type: ['VerifiableCredential'],
    credentialSubject: subject,
    ...changes,
  }
  return JSON.parse(JSON.stringify(whole))
}

const withTerm = (name: string, rest: Loose): Loose => ({
  '@context': [v2, { [name]: `https://example.org/examples#${name}` }],
  ...rest,
})

const status = (rest: Loose) => withTerm('CredentialStatusList2017', { credentialStatus: rest })
const terms = (rest: Loose) => withTerm('OdrlPolicy2017', { termsOfUse: rest })
const evidence = (rest: Loose) => withTerm('DocumentVerification2018', { evidence: rest })
const schema = { type: 'https://example.org/#ExampleSchema', id: 'did:example:schemas/1' }
const refresh = { type: 'https://example.org/#ExampleRefresh', id: 'did:example:refresh/1' }
const related = {
  id: 'https://example.org/related.json',
  digestSRI: 'sha384-7bK0LhF1tGh1dD9k1W8b5fZ1q4q9zZ9Rr0o3m7nQf0c6b6S9v3cJ0e0rQe5Zr8aA',
}
const own = {
  id: v2,
  digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
  digestMultibase: 'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
}
const dog = { '@value': 'Dog', '@language': 'en' }
const dogs = [dog, { '@value': 'Chien', '@language': 'fr' }]
const directed = { '@value': 'Dog', '@language': 'en', '@direction': 'ltr' }
const withMore = { '@value': 'Dog', '@language': 'en', url: 'did:example:credential' }

const texts = (place: string, put: (value: Loose) => Loose): readonly Case[] => [
  [`${place} as a string`, put('Dog')],
  [`${place} in a language`, put(dog)],
  [`${place} in a language and a direction`, put(directed)],
  [`${place} in several languages`, put(dogs)],
]

export const taken: readonly Case[] = [
  ['the smallest credential', {}],
  ['a second context', { '@context': [v2, examples] }],
  [
    'a term in a context of its own',
    withTerm('ExampleVerifiableCredential', {
      type: ['VerifiableCredential', 'ExampleVerifiableCredential'],
    }),
  ],
  ['a type that is a URL', { type: ['VerifiableCredential', 'https://example.org/#Example'] }],
  [
    'types in any order',
    { type: ['https://example.org/#A', 'VerifiableCredential', 'https://example.org/#B'] },
  ],
  [
    'a type and claims under the open vocabulary of the examples',
    {
      '@context': [v2, examples],
      type: ['VerifiableCredential', 'ExampleDegreeCredential'],
      credentialSubject: { ...subject, degree: { type: 'ExampleBachelorDegree', name: 'BSc' } },
    },
  ],
  ['an id', { id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d' }],
  ['several subjects', { credentialSubject: [subject, { id: 'did:example:other' }] }],
  ['a subject without id', { credentialSubject: { name: 'Alice' } }],
  ['an issuer for examples', { issuer: 'did:example:issuer' }],
  ['an issuer for examples as an object', { issuer: { id: 'did:example:issuer' } }],
  ['validFrom with milliseconds', { validFrom: '2023-02-26T00:37:06.123Z' }],
  ['validFrom with an offset', { validFrom: '2023-02-25T19:10:39-06:00' }],
  ['validFrom far ahead', { validFrom: '2143-02-25T19:10:39Z' }],
  ['validUntil', { validFrom: '2023-02-26T01:19:19Z', validUntil: '2023-02-26T01:19:20Z' }],
  [
    'both dates at one instant',
    { validFrom: '2023-02-26T01:21:23Z', validUntil: '2023-02-25T19:21:23-06:00' },
  ],
  ...texts('the name', (name) => ({ name })),
  ...texts('the description', (description) => ({ description })),
  ...texts('the name of the issuer', (name) => ({ issuer: { name } })),
  ...texts('the description of the issuer', (description) => ({ issuer: { description } })),
  ['a status', status({ id: 'did:example:status', type: 'CredentialStatusList2017' })],
  ['a status without id', status({ type: 'CredentialStatusList2017' })],
  ['a schema', { credentialSchema: schema }],
  ['several schemas', { credentialSchema: [schema, { ...schema, id: 'did:example:schemas/2' }] }],
  ['a refresh service', { refreshService: refresh }],
  ['several refresh services', { refreshService: [refresh, { ...refresh, id: 'urn:x:2' }] }],
  ['terms of use', terms({ type: 'OdrlPolicy2017' })],
  ['terms of use with an id', terms({ type: 'OdrlPolicy2017', id: 'urn:x:terms' })],
  ['several terms of use', terms([{ type: 'OdrlPolicy2017' }, { type: 'OdrlPolicy2017' }])],
  ['evidence', evidence({ type: 'DocumentVerification2018' })],
  [
    'several pieces of evidence',
    evidence([{ type: 'DocumentVerification2018' }, { type: 'DocumentVerification2018' }]),
  ],
  ['a related resource', { relatedResource: related }],
  [
    'a related resource with a media type',
    { relatedResource: [{ ...related, mediaType: 'application/ld+json' }] },
  ],
  ['a related resource that is ours, with its digests', { relatedResource: own }],
]

const nulls: readonly Case[] = ['id', 'name', 'validFrom', 'credentialStatus', 'evidence'].map(
  (member) => [`null as ${member}`, { [member]: null }],
)

export const refused: readonly Case[] = [
  ['no context', { '@context': undefined }],
  ['a context that is no list', { '@context': v2 }],
  ['an empty list of contexts', { '@context': [] }],
  ['another context first', { '@context': [examples, v2] }],
  ['the base context missing', { '@context': [examples] }],
  ['a context that is no URL', { '@context': [v2, 'https ://not-a-url/contexts/v1'] }],
  ['a context that is a number', { '@context': [v2, 123192875] }],
  ['a context that nobody has', { '@context': [v2, 'https://example.com/none'] }],
  [
    'a context that redefines a class',
    { '@context': [v2, { VerifiableCredential: 'https://example.org/#Bad' }] },
  ],
  [
    'a context that redefines one before it',
    {
      '@context': [
        v2,
        { '@protected': true, Example: 'https://example.org/#Example' },
        { Example: 'https://example.org/#Bad' },
      ],
      type: ['VerifiableCredential', 'Example'],
    },
  ],
  ['an id that is no URL', { id: 'not-a-url' }],
  ['several ids', { id: ['urn:x:1', 'urn:x:2'] }],
  ['several ids of a subject', { credentialSubject: { id: ['urn:x:1', 'urn:x:2'] } }],
  ['a subject whose id is no URL', { credentialSubject: { id: 'not a url' } }],
  ['no type', { type: undefined }],
  ['an empty list of types', { type: [] }],
  ['a type that is a number', { type: 4 }],
  ['types that are no texts', { type: ['VerifiableCredential', 2, { foo: true }] }],
  ['the one type missing that it needs', { type: ['https://example.org/#Other'] }],
  ['a type that nothing defines', { type: ['VerifiableCredential', 'ExampleUnmapped'] }],
  [
    'a type that nothing defines, and a vocabulary taken away',
    { '@context': [v2, { '@vocab': null }], type: ['VerifiableCredential', 'ExampleUnmapped'] },
  ],
  [
    'a type defined as no URL',
    {
      '@context': [v2, { Example: 'https ://not-a-url#Example' }],
      type: ['VerifiableCredential', 'Example'],
    },
  ],
  ['an issuer that is no URL', { issuer: 'foo' }],
  ['an issuer that is null', { issuer: null }],
  ['an issuer that is a number', { issuer: 4 }],
  ['an issuer whose id is null', { issuer: { id: null } }],
  ['an issuer whose id is no URL', { issuer: { id: 'foo' } }],
  ['another issuer', { issuer: 'did:web:badges.example.org' }],
  ['no subject', { credentialSubject: undefined }],
  ['a subject that says nothing', { credentialSubject: {} }],
  ['no subjects in a list', { credentialSubject: [] }],
  ['one subject of several that says nothing', { credentialSubject: [subject, {}] }],
  ['subjects that are no objects', { credentialSubject: [null, true, 4] }],
  ['a subject that is a text', { credentialSubject: 'did:example:subject' }],
  ['validFrom in other words', { validFrom: 'Sat 25 Feb 2023 07:16:31 PM CST' }],
  ['validFrom without a zone', { validFrom: '2023-02-25T19:10:39' }],
  ['validUntil in other words', { validUntil: 'Sat 25 Feb 2023 07:16:31 PM CST' }],
  ['validUntil on a day that is none', { validUntil: '2023-02-31T00:00:00Z' }],
  [
    'validUntil before validFrom',
    { validFrom: '2030-01-01T00:00:00Z', validUntil: '2029-01-01T00:00:00Z' },
  ],
  ['a name with more in it', { name: withMore }],
  ['a description with more in it', { description: withMore }],
  ['a name of the issuer with more in it', { issuer: { name: withMore } }],
  ['a description of the issuer with more in it', { issuer: { description: withMore } }],
  ['a name in a direction that is none', { name: { '@value': 'Dog', '@direction': 'up' } }],
  ['a name without a value', { name: { '@language': 'en' } }],
  ['a status without type', status({ id: 'did:example:status' })],
  [
    'a status with several ids',
    status({ id: ['urn:x:1', 'urn:x:2'], type: 'CredentialStatusList2017' }),
  ],
  ['a status whose id is no URL', status({ id: 'status', type: 'CredentialStatusList2017' })],
  ['a status whose type is a number', status({ id: 'did:example:status', type: 2 })],
  [
    'a status entry without list',
    {
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '1',
      },
    },
  ],
  ['a schema without type', { credentialSchema: { id: schema.id } }],
  ['a schema without id', { credentialSchema: { type: schema.type } }],
  ['a schema whose id is a number', { credentialSchema: { ...schema, id: 1 } }],
  ['a refresh service without type', { refreshService: { id: refresh.id } }],
  ['terms of use without type', terms({ id: 'urn:x:terms' })],
  ['evidence without type', evidence({ id: 'urn:x:evidence' })],
  [
    'related resources that are texts',
    { relatedResource: ['https://example.org/a', 'https://example.org/b'] },
  ],
  ['a related resource without id', { relatedResource: { digestSRI: related.digestSRI } }],
  ['a related resource twice', { relatedResource: [related, related] }],
  ['a related resource without digest', { relatedResource: { id: related.id } }],
  [
    'a related resource with something else for a digest',
    { relatedResource: { ...related, digestSRI: 'md5-abc' } },
  ],
  [
    'a related resource that is ours, with another digest',
    { relatedResource: { ...own, digestSRI: related.digestSRI } },
  ],
  [
    'a related resource that is ours, with another multibase digest',
    {
      relatedResource: { id: v2, digestMultibase: 'uAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    },
  ],
  ['a member that no context defines', { undefinedMember: 'x' }],
  ['a member under its IRI', { 'https://example.org/#member': 'x' }],
  ...nulls,
]
