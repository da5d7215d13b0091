import { describe, expect, test } from '@jest/globals'
import { conformDataModel } from '../../src/credential/data-model.ts'
import { dataModelRules, type Rule } from '../../src/credential/rule-vocabulary.ts'
import type { Loose } from './example-badge.ts'

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'

const typed = (more: Loose = {}) => ({ id: 'urn:x:1', type: 'https://example.org/#T', ...more })
const entry = {
  id: 'https://example.org/status/1#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'message',
  statusListIndex: '7',
  statusListCredential: 'https://example.org/status/1',
  statusSize: 2,
  statusMessage: [{ status: '0x0', message: 'pending' }],
  statusReference: 'https://example.org/about',
}

/** A credential with all that the data model gives a rule for. */
const credential = (): Loose => ({
  '@context': [v2, { T: 'https://example.org/#T' }],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'T'],
  name: [{ '@value': 'Dog', '@language': 'en', '@direction': 'ltr' }],
  description: 'Barks',
  issuer: { id: 'did:example:issuer', name: 'Kennel', description: { '@value': 'Dogs' } },
  validFrom: '2025-01-01T00:00:00Z',
  validUntil: '2026-01-01T00:00:00+02:00',
  credentialSubject: [{ id: 'did:example:dog' }, { legs: 4 }],
  credentialStatus: [structuredClone(entry), typed()],
  credentialSchema: typed(),
  refreshService: typed(),
  termsOfUse: typed(),
  evidence: [typed()],
  relatedResource: [
    {
      id: 'https://example.org/a',
      digestSRI: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      digestMultibase: 'uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ',
      mediaType: 'text/plain',
    },
  ],
  confidenceMethod: typed(),
  renderMethod: typed(),
})

const firstVersion = (): Loose => ({
  '@context': [v1],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  issuanceDate: '2025-01-01T00:00:00Z',
  expirationDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:dog' },
  credentialStatus: typed(),
  refreshService: typed(),
})

const presentation = (): Loose => ({
  '@context': [v2],
  id: 'urn:uuid:2',
  type: ['VerifiablePresentation'],
  holder: 'did:example:holder',
  verifiableCredential: [credential()],
  termsOfUse: typed(),
})

const envelope = (): Loose => ({
  '@context': v2,
  id: 'data:application/vc+jwt,a.b.c',
  type: 'EnvelopedVerifiableCredential',
})

describe('the data model has nothing to complain of in', () => {
  test.each<[string, () => Loose]>([
    ['a credential with everything', credential],
    ['a credential of 1.1', firstVersion],
    ['a presentation', presentation],
    ['a presentation of nothing', () => ({ ...presentation(), verifiableCredential: [] })],
    [
      'a presentation of 1.1 with a token',
      () => ({ ...presentation(), '@context': [v1], verifiableCredential: 'a.b.c' }),
    ],
    ['an envelope', envelope],
    [
      'an envelope of a presentation',
      () => ({ ...envelope(), type: ['EnvelopedVerifiablePresentation'] }),
    ],
  ])('%s', (_, make) => {
    expect(conformDataModel(make())).toEqual([])
  })
})

interface Twin {
  readonly rule: Rule
  readonly path: string
  readonly spoil: (document: Loose) => void
  readonly make?: () => Loose
}

const put =
  (steps: string, value: unknown) =>
  (document: Loose): void => {
    const names = steps.split('.')
    const last = names.pop() ?? ''
    const node = names.reduce((each, name) => each[name], document)
    if (value === undefined) delete node[last]
    else node[last] = value
  }

const at = (rule: Rule, path: string, spoil: Twin['spoil'], make?: Twin['make']): Twin => ({
  rule,
  path: `$.${path}`,
  spoil,
  ...(make ? { make } : {}),
})

/** Each rule broken at least once, in a document that is good but for that. */
const twins: readonly Twin[] = [
  at('is-context', '@context[1]', put('@context.1', 'https ://x')),
  at('is-context', '@context[1]', put('@context.1', 7)),
  at('is-array', '@context', put('@context', v2)),
  at('base-context', '@context', put('@context', ['https://example.org/first'])),
  at('base-context', '@context', put('@context', []), envelope),
  at('is-type-name', 'type[1]', put('type.1', 'two words')),
  at('is-type-name', 'type[1]', put('type.1', '@type')),
  at('is-type-name', 'credentialStatus[1].type', put('credentialStatus.1.type', 2)),
  at('has-type', 'type', put('type', ['T'])),
  at('has-type', 'type', put('type', 'https://example.org/#Other'), presentation),
  at('no-empty-array', 'type', put('type', [])),
  at('no-empty-array', 'credentialSubject', put('credentialSubject', [])),
  at('is-language-text', 'name[0]', put('name.0', { '@value': 'x', url: 'y' })),
  at('is-language-text', 'description', put('description', 4)),
  at('is-language-text', 'issuer.name', put('issuer.name', { '@language': 'en' })),
  at(
    'is-language-text',
    'issuer.description',
    put('issuer.description', { '@value': 'x', '@direction': 'up' }),
  ),
  at('is-uri', 'id', put('id', 'plain')),
  at('is-uri', 'issuer.id', put('issuer.id', 'plain')),
  at('is-uri', 'credentialSubject[0].id', put('credentialSubject.0.id', ['urn:x:1'])),
  at('is-object', 'issuer', put('issuer', 'plain')),
  at('is-object', 'holder', put('holder', 'plain'), presentation),
  at('has-required-member', 'holder.id', put('holder', {}), presentation),
  at('is-object', 'verifiableCredential[0]', put('verifiableCredential', ['a.b.c']), presentation),
  at('has-required-member', 'issuer', put('issuer', undefined)),
  at('has-required-member', 'issuanceDate', put('issuanceDate', undefined), firstVersion),
  at(
    'has-required-member',
    'credentialStatus.id',
    put('credentialStatus.id', undefined),
    firstVersion,
  ),
  at('has-required-member', 'refreshService.id', put('refreshService.id', undefined), firstVersion),
  at('has-required-member', 'credentialSchema.id', put('credentialSchema.id', undefined)),
  at('has-required-member', 'renderMethod.type', put('renderMethod.type', undefined)),
  at(
    'has-required-member',
    'credentialStatus[0].statusPurpose',
    put('credentialStatus.0.statusPurpose', undefined),
  ),
  at('no-null', 'evidence[0].type', put('evidence.0.type', null)),
  at('is-date-time', 'validFrom', put('validFrom', 'yesterday')),
  at('has-time-zone', 'validFrom', put('validFrom', '2025-01-01T00:00:00')),
  at('validity-order', 'validUntil', put('validUntil', '2024-01-01T00:00:00Z')),
  at(
    'validity-order',
    'expirationDate',
    put('expirationDate', '2024-01-01T00:00:00Z'),
    firstVersion,
  ),
  at('subject-claims', 'credentialSubject[1]', put('credentialSubject.1', {})),
  at(
    'status-id-not-list',
    'credentialStatus[0].id',
    put('credentialStatus.0.id', entry.statusListCredential),
  ),
  at(
    'is-list-index',
    'credentialStatus[0].statusListIndex',
    put('credentialStatus.0.statusListIndex', true),
  ),
  at(
    'is-positive-integer',
    'credentialStatus[0].statusSize',
    put('credentialStatus.0.statusSize', 0),
  ),
  at(
    'status-message-given',
    'credentialStatus[0]',
    put('credentialStatus.0.statusMessage', undefined),
  ),
  at('digest-given', 'relatedResource[0]', (d) => {
    delete d.relatedResource[0].digestSRI
    delete d.relatedResource[0].digestMultibase
  }),
  at('is-digest', 'relatedResource[0].digestSRI', put('relatedResource.0.digestSRI', 'md5-abc')),
  at(
    'is-digest',
    'relatedResource[0].digestMultibase',
    put('relatedResource.0.digestMultibase', 'x'),
  ),
  at('is-media-type', 'relatedResource[0].mediaType', put('relatedResource.0.mediaType', 'text')),
  at('related-id-unique', 'relatedResource[1].id', (d) => {
    d.relatedResource.push(d.relatedResource[0])
  }),
  at('is-data-url', 'id', put('id', 'https://example.org/vc'), envelope),
]

describe('the data model complains of', () => {
  test.each(twins.map((twin) => [twin.rule, twin.path, twin] as const))(
    '%s at %s',
    (rule, path, { spoil, make = credential }) => {
      const document = make()
      spoil(document)
      expect(conformDataModel(document)).toContainEqual(expect.objectContaining({ rule, path }))
    },
  )

  test.each([null, 1, 'text', []])('%j, which is no document', (document) => {
    expect(conformDataModel(document)).toMatchObject([{ path: '$', rule: 'is-object' }])
  })

  test('each of its own rules at least once here', () => {
    expect(dataModelRules.filter((rule) => !twins.some((twin) => twin.rule === rule))).toEqual([])
  })
})
