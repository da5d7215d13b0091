import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { checkPerson } from '../../src/checking/check-person.ts'

const identity = (identityType: string, identityHash: string, more: object = {}) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash,
  identityType,
  ...more,
})
const hash = (text: string, salt: string, algorithm = 'sha256') =>
  `${algorithm}$${createHash(algorithm)
    .update(text + salt)
    .digest('hex')}`

const badge = (identifier: unknown, id?: string) => ({
  credentialSubject: { type: ['AchievementSubject'], ...(id ? { id } : {}), identifier },
})
const ask = (credential: object, typed: string) => checkPerson(credential as never, typed).reason

describe('the person asked about', () => {
  const named = badge([identity('name', 'Μαρία Παπαδοπούλου')], 'urn:uuid:1')

  test.each([
    'Μαρία Παπαδοπούλου',
    ' μαρία   ΠΑΠΑΔΟΠΟΎΛΟΥ ',
    'Μαρία Παπαδοπούλου'.normalize('NFD'),
  ])('matches by name, however %j is spaced, cased and composed', (typed) => {
    expect(ask(named, typed)).toBe('person-matches')
  })
  test.each(['Μαρία Παπαδοπούλο', 'Maria Papadopoulou'])(
    'differs for another name, %j',
    (typed) => {
      expect(ask(named, typed)).toBe('person-differs')
    },
  )
  test('matches by subject id, and differs by another one', () => {
    expect(ask(named, 'urn:uuid:1')).toBe('person-matches')
    expect(ask(named, 'urn:uuid:2')).toBe('person-differs')
    expect(ask(badge([]), 'urn:uuid:2')).toBe('person-not-named')
  })
  test('is not compared with what the credential does not tell', () => {
    expect(ask(named, 'maria@example.org')).toBe('person-not-named')
    expect(ask(badge(undefined, 'urn:uuid:1'), 'Maria')).toBe('person-not-named')
  })
})

describe('what no person is called', () => {
  const salted = identity('name', hash('a', 'b'), { hashed: true, salt: 'b' })
  const named = badge(Array.from({ length: 50 }, () => salted))

  test('is compared with nothing, so that nobody waits for it', () => {
    for (const typed of [`${'@'.repeat(1_000_000)} x`, 'a B'.repeat(600_000)])
      expect(ask(named, typed)).toBe('person-not-named')
  })
  test('is found out in time that grows with its length alone', () => {
    expect(ask(named, `${'@'.repeat(990)} x`)).toBe('person-differs')
  })
})

describe('a hashed identity', () => {
  const salt = 'Kosher'
  test('is the digest that Open Badges 3.0 gives as its example', () => {
    const example = identity(
      'emailAddress',
      'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
      { hashed: true, salt },
    )
    expect(ask(badge([example]), 'a@example.com')).toBe('person-matches')
    expect(ask(badge([example]), 'b@example.com')).toBe('person-differs')
  })
  test.each(['sha256', 'md5'])(
    'matches under %s in capitals, salted, and normalised',
    (algorithm) => {
      const form = hash('maria@example.org', salt, algorithm).replace(/\$.*/, (hex) =>
        hex.toUpperCase(),
      )
      const credential = badge([identity('emailAddress', form, { hashed: true, salt })])
      expect(ask(credential, ' Maria@Example.org ')).toBe('person-matches')
    },
  )
  test('matches the raw spelling that was hashed', () => {
    const form = hash('Maria@Example.org', salt)
    const credential = badge([identity('emailAddress', form, { hashed: true, salt })])
    expect(ask(credential, 'Maria@Example.org')).toBe('person-matches')
    expect(ask(credential, 'other@example.org')).toBe('person-differs')
  })
  test('does not match without its salt, nor under an algorithm that is not allowed', () => {
    const unsalted = identity('emailAddress', hash('a@b.example', ''), { hashed: true, salt })
    expect(ask(badge([unsalted]), 'a@b.example')).toBe('person-differs')
    const sha1 = identity('emailAddress', hash('a@b.example', salt, 'sha1'), { hashed: true, salt })
    expect(ask(badge([sha1]), 'a@b.example')).toBe('person-differs')
  })
  test('is not taken for a plain one: typing the digest itself proves nothing', () => {
    const form = hash('a@b.example', salt)
    expect(ask(badge([identity('name', form, { hashed: true, salt })]), form)).toBe(
      'person-differs',
    )
  })
})
