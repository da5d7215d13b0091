import { describe, expect, test } from '@jest/globals'
import type { Application, HeldCredential } from '../../../src/learning/eligibility/application.ts'
import { type CreditReason, creditReasons } from '../../../src/learning/eligibility/decision.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { applying, book, foreign, held } from './cases.ts'

const notes = (application: Application) => decide(book, application).credentials
const reasons = (application: Application) =>
  notes(application).map(({ counts, reason }) => `${counts} ${reason}`)
const stranger = (change: Partial<HeldCredential> = {}) =>
  held({ isOwn: false, issuer: 'did:web:stranger.example', ...change })

describe('a presented credential', () => {
  const nameless = { name: null }
  const cases: Readonly<Record<CreditReason, readonly [Application, readonly string[]]>> = {
    counts: [applying([held()]), ['yes counts']],
    twice: [applying([held({ id: 'urn:a' }), held({ id: 'urn:a' })]), ['yes counts', 'no twice']],
    unclear: [applying([held({ standing: 'unclear' })]), ['unclear unclear']],
    'not-genuine': [applying([held({ standing: 'not-genuine' })]), ['no not-genuine']],
    impostor: [applying([held({ standing: 'impostor' })]), ['no impostor']],
    revoked: [applying([held({ standing: 'revoked' })]), ['no revoked']],
    suspended: [applying([held({ standing: 'suspended' })]), ['no suspended']],
    replaced: [applying([held({ standing: 'replaced' })]), ['no replaced']],
    expired: [applying([held({ standing: 'expired' })]), ['no expired']],
    'not-yet-valid': [applying([held({ standing: 'not-yet-valid' })]), ['no not-yet-valid']],
    'issuer-not-recognised': [applying([stranger()]), ['no issuer-not-recognised']],
    'persons-differ': [
      applying([held(), foreign({ name: 'Georg' })]),
      ['unclear persons-differ', 'unclear persons-differ'],
    ],
    'person-differs': [
      applying([held(), foreign({ name: 'Georg' })], { person: 'Maria' }),
      ['yes counts', 'unclear person-differs'],
    ],
    'person-unclear': [
      applying([held(), foreign(nameless)]),
      ['yes counts', 'unclear person-unclear'],
    ],
    'not-the-applicants': [
      applying([held(), foreign({ name: 'Georg' }), foreign(nameless)], {
        person: 'Maria',
        reviews: [{ item: 'person', verdict: 'refused' }],
      }),
      ['yes counts', 'no not-the-applicants', 'no not-the-applicants'],
    ],
  }

  test.each(creditReasons.map((reason) => [reason, cases[reason]] as const))(
    'is told of: %s',
    (reason, [application, told]) => {
      expect(told.some((each) => each.endsWith(` ${reason}`))).toBe(true)
      expect(reasons(application)).toEqual(told)
    },
  )

  test('handed in twice is taken as the better of the two', () => {
    const twice = [held({ id: 'urn:a', standing: 'revoked' }), held({ id: 'urn:a' })]
    expect(reasons(applying(twice))).toEqual(['yes counts', 'no twice'])
    expect(decide(book, applying(twice)).outcome).toBe('eligible')
  })
})

describe('one person', () => {
  const application = (credentials: HeldCredential[], person: string | null = null) =>
    reasons(applying(credentials, { person }))
  const all = (credentials: HeldCredential[], person: string | null = null) =>
    [...new Set(application(credentials, person))].join(', ')

  test.each([
    ['the same name in other case and spacing', 'Νίκος  Παππάς', 'ΝΊΚΟΣ ΠΑΠΠΆΣ'],
    ['the same name composed otherwise', 'Ren\u00e9', 'Rene\u0301'],
    ['the same name with ß in capitals', 'Weiß', 'WEISS'],
  ])('is who has %s', (_, name, other) => {
    expect(all([held({ name }), foreign({ name: other })])).toBe('yes counts')
  })

  test.each([
    ['another script', 'Мария', 'Maria'],
    ['an accent less', 'René', 'Rene'],
    ['an initial', 'M. Rossi', 'Maria Rossi'],
  ])('is left to a person where the names differ by %s', (_, name, other) => {
    expect(all([held({ name }), foreign({ name: other })])).toBe('unclear persons-differ')
  })

  test('is who has the same subject, whatever the name', () => {
    const subject = 'did:key:zMaria'
    expect(all([held({ subject }), foreign({ subject, name: 'M.' })])).toBe('yes counts')
    expect(all([held({ subject }), foreign({ subject: 'did:key:zOther', name: 'M.' })])).toBe(
      'unclear persons-differ',
    )
  })

  test('is who is connected by a third', () => {
    const subject = 'did:key:zMaria'
    const third = foreign({ subject, name: 'M. Rossi' })
    expect(all([held({ subject }), third, foreign({ name: 'm. rossi' })])).toBe('yes counts')
  })

  test('is not made of two by a certificate that anybody can write, or that nobody could look at', () => {
    const two = [held({ subject: 'did:key:zMaria' }), foreign({ name: 'Georg' })]
    const joining = { subject: 'did:key:zMaria', name: 'Georg' }
    expect(application([...two, stranger({ ...joining, id: 'urn:z' })])).toEqual([
      'unclear persons-differ',
      'unclear persons-differ',
      'no issuer-not-recognised',
    ])
    expect(all([...two, foreign({ ...joining, standing: 'unclear' })])).toBe(
      'unclear persons-differ',
    )
    expect(all([...two, foreign(joining)])).toBe('yes counts')
  })

  test('is not doubted for what does not count', () => {
    expect(application([held({ id: 'urn:a' }), stranger({ id: 'urn:b', name: 'Georg' })])).toEqual([
      'yes counts',
      'no issuer-not-recognised',
    ])
    expect(
      application([
        held({ id: 'urn:a' }),
        foreign({ id: 'urn:b', name: 'Georg', standing: 'revoked' }),
      ]),
    ).toEqual(['yes counts', 'no revoked'])
  })

  test('may have one credential that names nobody, if it is alone', () => {
    expect(all([held({ name: null })])).toBe('yes counts')
    expect(all([held({ name: ' ' }), held({ name: null, subject: '' })])).toBe(
      'unclear person-unclear',
    )
  })

  test('who gave a name has what is in that name or connected with it', () => {
    const subject = 'did:key:zMaria'
    const list = [
      held({ id: 'urn:1', subject }),
      held({ id: 'urn:2', subject, name: null }),
      held({ id: 'urn:3', name: 'Georg' }),
      held({ id: 'urn:4', name: null, subject: 'did:key:zOther' }),
      held({ id: 'urn:5', name: 'maria', standing: 'unclear' }),
    ]
    expect(application(list, 'MARIA')).toEqual([
      'yes counts',
      'yes counts',
      'unclear person-differs',
      'unclear person-unclear',
      'unclear unclear',
    ])
  })
})
