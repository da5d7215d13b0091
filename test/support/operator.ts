import type { Role } from '../../src/service/access.ts'
import type { Shop } from './shop.ts'
import { visitorWith } from './visitor.ts'

/** Somebody who signed in at the operator's desk, with an account made for it. */
export async function openOperator(shop: Shop, role: Role, scope: readonly string[] = []) {
  const login = `${role}-${Math.random().toString(36).slice(2, 8)}@example.org`
  const password = 'nine blue herons fly'
  const account = await shop.service.operator.accounts.make(
    { login, label: `A ${role}`, role, scope, provider: null },
    password,
  )
  return { ...(await signInAs(shop, { login, password })), account, login, password }
}

/** Signs in at `/desk` as a browser does. */
export async function signInAs(shop: Shop, fields: Readonly<Record<string, string>>) {
  const signedIn = await shop.ask('/desk/sign-in', {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { ...(await visitorWith(shop, cookie, '/desk')), signedIn, cookie }
}
