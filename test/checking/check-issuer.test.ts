import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checkIssuer } from '../../src/checking/check-issuer.ts'
import { readKnownIssuers } from '../../src/checking/known-issuers.ts'

const did = 'did:web:school.example'
const credential = (over: object = {}, achievement: object = {}) => ({
  issuer: { id: did, name: 'Scuola' },
  validFrom: '2024-05-01T00:00:00Z',
  credentialSubject: {
    achievement: {
      id: 'https://school.example/achievements/mooc/el',
      achievementType: 'CertificateOfCompletion',
      ...achievement,
    },
  },
  ...over,
})
const known = (over: object = {}) => [{ did, names: ['Library School of Athens'], ...over }]
const reason = (document: object, entries: ReturnType<typeof known>) =>
  checkIssuer(document as never, entries).reason

describe('a known issuer', () => {
  test('is known by its DID, whatever name it gives', () => {
    expect(reason(credential(), known())).toBe('issuer-known')
  })
  test('is known for the kinds of achievement it is vouched for only', () => {
    expect(reason(credential(), known({ scope: ['CertificateOfCompletion'] }))).toBe('issuer-known')
    expect(reason(credential(), known({ scope: ['MasterDegree'] }))).toBe('issuer-outside-scope')
  })
  test('is known for an achievement and its translations, but not for one whose id begins alike', () => {
    const scope = ['https://school.example/achievements/mooc']
    expect(reason(credential(), known({ scope }))).toBe('issuer-known')
    const id = 'https://school.example/achievements/mooc-master'
    expect(reason(credential({}, { id }), known({ scope }))).toBe('issuer-outside-scope')
  })
  test('is known from its first day to the end of its last', () => {
    const within = known({ since: '2024-05-01', until: '2024-05-01' })
    expect(reason(credential({ validFrom: '2024-05-01T23:59:59Z' }), within)).toBe('issuer-known')
    expect(reason(credential({ validFrom: '2024-05-02T00:00:00Z' }), within)).toBe(
      'issuer-outside-period',
    )
    expect(reason(credential({ validFrom: '2024-04-30T23:59:59Z' }), within)).toBe(
      'issuer-outside-period',
    )
  })
  test('may have several entries, each with scope and period of its own', () => {
    const entries = [...known({ until: '2020-01-01' }), ...known({ since: '2024-01-01' })]
    expect(reason(credential(), entries)).toBe('issuer-known')
  })
})

describe('the name of a known issuer under another DID', () => {
  const stranger = (name: unknown) => credential({ issuer: { id: 'did:web:evil.example', name } })
  test.each([
    'Library School of Athens',
    'LIBRARY  SCHOOL OF ATHENS',
    'Library Schооl of Athens', // two Cyrillic o
    'Library School of Αthens', // Greek capital alpha
    'Lіbrary School of Athens', // Ukrainian i
    'Ｌｉｂｒａｒｙ School of Athens',
    'Library\u200b School of Athens',
    'L\u0131brary School of Athens',
    'Li\u0301brary School of Athens',
    'Library Sch00l of Athens',
  ])('reads as an impostor, also as %j', (name) => {
    expect(reason(stranger(name), known())).toBe('issuer-impostor')
  })
  test('is found in a language object too', () => {
    const name = [{ '@value': 'Library School of Athens', '@language': 'en' }]
    expect(reason(stranger(name), known())).toBe('issuer-impostor')
  })
  test.each(['Library School of Rome', '', undefined, 7])('is not found in %j', (name) => {
    expect(reason(stranger(name), known())).toBe('issuer-unknown')
  })
})

describe('the file of known issuers', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'colophon-trust-')), 'issuers.json')
    writeFileSync(path, text)
    return path
  }
  test('is read with scope and dates', () => {
    const entry = { did, names: ['A'], scope: ['Course'], since: '2024-01-01', until: '2025-01-01' }
    expect(readKnownIssuers(file(JSON.stringify({ issuers: [entry] })))).toEqual([entry])
  })
  test.each([
    ['a member that does not exist', { did, names: [], untill: '2025-01-01' }, 'untill'],
    ['a day that is none', { did, names: [], since: '2025-02-31T00' }, 'since'],
    ['no DID', { did: 'school.example', names: [] }, 'did'],
    ['a scope that is no list', { did, names: [], scope: 'Course' }, 'scope'],
  ])('is refused for %s, which is named', (_, entry, member) => {
    const path = file(JSON.stringify({ issuers: [entry] }))
    expect(() => readKnownIssuers(path)).toThrow(`$.issuers[0].${member}`)
  })
  test('is refused when it is not there or not JSON', () => {
    expect(() => readKnownIssuers('/nowhere/issuers.json')).toThrow('readable')
    expect(() => readKnownIssuers(file('{'))).toThrow('readable')
  })
})
