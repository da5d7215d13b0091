import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newPassword } from '../../src/service/passwords.ts'
import { signedIn } from '../../src/service/sign-in.ts'
import { codeOf, codeOfPromise } from '../support/refused.ts'
import { openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
const good = 'nine blue herons fly'

const accounts = () => workshop.service.operator.accounts
const whoIs = (secret: string) => {
  const { ledger, now } = workshop.service
  return signedIn(secret, { ledger, adminToken: null, now })
}
const wish = (login: string, more: object = {}) => ({
  login,
  label: '',
  role: 'issuer' as const,
  scope: ['biblio-mooc'],
  provider: null,
  ...more,
})

beforeAll(async () => {
  workshop = await openWorkshop()
})
afterAll(async () => {
  await workshop.service.close()
  rmSync(workshop.dataDir, { recursive: true, force: true })
})

describe('the first start', () => {
  test('makes one administrator with a random password, and the second start none', async () => {
    const first = await accounts().makeFirst()
    expect(first?.login).toBe('admin')
    expect(await accounts().makeFirst()).toBeUndefined()
    const secret = await accounts().signIn('admin', first?.password ?? '')
    expect(whoIs(secret).role).toBe('admin')
  })

  test('keeps no password in clear', () => {
    const [admin] = workshop.service.ledger.accounts.all()
    expect(admin?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('an account', () => {
  test('signs in under its login in any case, with its password alone', async () => {
    await accounts().make(wish('Anna@Example.org'), good)
    const secret = await accounts().signIn(' ANNA@example.org ', good)
    expect(whoIs(secret)).toMatchObject({ role: 'issuer', scope: ['biblio-mooc'] })
    expect(await codeOfPromise(accounts().signIn('anna@example.org', `${good}.`))).toBe(
      'unauthorised',
    )
    expect(await codeOfPromise(accounts().signIn('nobody@example.org', good))).toBe('unauthorised')
    expect(await codeOfPromise(accounts().signIn('anna@example.org', ''))).toBe('unauthorised')
  })

  test.each([
    ['account-exists', wish('ANNA@example.org'), good],
    ['password-too-weak', wish('b'.repeat(3)), 'short'],
    ['password-too-weak', wish('bbb'), 'aaaaaaaaaaaaaaaa'],
    ['password-too-weak', wish('bbb'), 'Password1234'],
    ['bad-request', wish('two words'), good],
    ['bad-request', wish('x'), good],
    ['course-unknown', wish('bbb', { scope: ['no-such-course'] }), good],
    ['specialization-unknown', wish('bbb', { role: 'provider' }), good],
  ] as const)('is refused with %s', async (code, asked, password) => {
    expect(await codeOfPromise(accounts().make(asked, password))).toBe(code)
  })

  test('without a password is let in by no password at all', async () => {
    await accounts().make(wish('oidc@example.org'), null)
    expect(await codeOfPromise(accounts().signIn('oidc@example.org', ''))).toBe('unauthorised')
  })

  test('loses its sessions with its password, and when it is taken out of use', async () => {
    const { id } = await accounts().make(wish('carla'), good)
    const secret = await accounts().signIn('carla', good)
    expect(whoIs(secret).token).toBe(`account/${id}`)
    const next = await accounts().resetPassword(id)
    expect(codeOf(() => whoIs(secret))).toBe('unauthorised')
    const again = await accounts().signIn('carla', next)
    accounts().setDisabled(id, true)
    expect(codeOf(() => whoIs(again))).toBe('unauthorised')
    expect(await codeOfPromise(accounts().signIn('carla', next))).toBe('unauthorised')
    accounts().setDisabled(id, false)
    expect(whoIs(await accounts().signIn('carla', next)).role).toBe('issuer')
  })

  test('changes what its sessions may do at once', async () => {
    const { id } = await accounts().make(wish('dora'), good)
    const secret = await accounts().signIn('dora', good)
    accounts().change(id, { label: 'Dora', role: 'reviewer', scope: [], provider: null })
    expect(whoIs(secret)).toMatchObject({ role: 'reviewer', scope: [] })
  })

  test('changes its own password only with the present one', async () => {
    const { id } = await accounts().make(wish('emil'), good)
    const own = (current: string, next: string) =>
      codeOfPromise(accounts().changeOwnPassword(`account/${id}`, current, next))
    expect(await own('another one here', 'four green frogs sing')).toBe('password-wrong')
    expect(await own(good, 'short')).toBe('password-too-weak')
    expect(await own(good, 'four green frogs sing')).toBeUndefined()
    expect(await codeOfPromise(accounts().signIn('emil', good))).toBe('unauthorised')
  })

  test('of the last administrator stays one, and in use', () => {
    const admin = accounts()
      .all()
      .find(({ role }) => role === 'admin')
    const id = admin?.id ?? ''
    const lower = { label: '', role: 'issuer' as const, scope: [], provider: null }
    expect(codeOf(() => accounts().setDisabled(id, true))).toBe('last-administrator')
    expect(codeOf(() => accounts().change(id, lower))).toBe('last-administrator')
  })
})

describe('the word of an organisation', () => {
  const person = { issuer: 'https://id.example.org', subject: 'u1', email: 'grace@example.org' }

  test('lets in whom there is an account for, and binds it to this person', async () => {
    const { id } = await accounts().make(wish('grace@example.org'), null)
    expect(whoIs(accounts().signInAs(person)).token).toBe(`account/${id}`)
    expect(whoIs(accounts().signInAs({ ...person, email: null })).token).toBe(`account/${id}`)
  })

  test.each([
    ['another person with the same address', { ...person, subject: 'u2' }],
    ['the same number of another organisation', { ...person, issuer: 'https://other.example' }],
    ['an address without an account', { ...person, subject: 'u3', email: 'h@example.org' }],
    ['no verified address', { ...person, subject: 'u4', email: null }],
  ])('does not let in %s', (_who, other) => {
    expect(codeOf(() => accounts().signInAs(other))).toBe('forbidden')
  })
})

test('a random password is twenty characters of thirty-two, and strong by the own rule', async () => {
  const passwords = Array.from({ length: 50 }, newPassword)
  expect(new Set(passwords).size).toBe(50)
  for (const password of passwords) expect(password).toMatch(/^(?:[0-9a-z]{5}-){3}[0-9a-z]{5}$/)
})
