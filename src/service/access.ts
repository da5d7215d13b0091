import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../errors.ts'
import { type ActKind, type ActState, actKinds, actStates } from '../ledger/act-record.ts'
import {
  type Caller,
  hasInScope as callerHasInScope,
  permit as permitCaller,
  providerSeen as providerSeenBy,
} from '../ledger/caller.ts'
import { type CorrectionState, correctionStates } from '../ledger/correction-record.ts'
import { type RevocationCode, revocationCodes } from '../ledger/credentials.ts'
import { type ErasureCode, erasureCodes } from '../ledger/erasures.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Role, roles, type TokenRecord } from '../ledger/tokens.ts'

export type { Caller } from '../ledger/caller.ts'
export type { RevocationCode } from '../ledger/credentials.ts'
export type { Role } from '../ledger/tokens.ts'

const prefix = 'colophon'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)

/** The role of this name. @throws Refusal `bad-request`. */
export function roleOf(name: string): Role {
  const role = roles.find((candidate) => candidate === name)
  if (!role) throw new Refusal('bad-request', `A role is one of ${roles.join(', ')}`)
  return role
}

/** The public revocation code of this name. @throws Refusal `bad-request`. */
export function revocationCodeOf(name: string): RevocationCode {
  const code = revocationCodes.find((candidate) => candidate === name)
  if (!code) throw new Refusal('bad-request', `A code is one of ${revocationCodes.join(', ')}`)
  return code
}

/** The ground of an erasure of this name. @throws Refusal `bad-request`. */
export function erasureCodeOf(name: string): ErasureCode {
  const code = erasureCodes.find((candidate) => candidate === name)
  if (!code) throw new Refusal('bad-request', `A reason is one of ${erasureCodes.join(', ')}`)
  return code
}

/** The state of corrections of this name. @throws Refusal `bad-request`. */
export function correctionStateOf(name: string): CorrectionState {
  const state = correctionStates.find((candidate) => candidate === name)
  if (!state) throw new Refusal('bad-request', `A state is one of ${correctionStates.join(', ')}`)
  return state
}

/** The kind of act of this name. @throws Refusal `bad-request`. */
export function actKindOf(name: string): ActKind {
  const kind = actKinds.find((candidate) => candidate === name)
  if (!kind) throw new Refusal('bad-request', `A kind is one of ${actKinds.join(', ')}`)
  return kind
}

/** The state of acts of this name. @throws Refusal `bad-request`. */
export function actStateOf(name: string): ActState {
  const state = actStates.find((candidate) => candidate === name)
  if (!state) throw new Refusal('bad-request', `A state is one of ${actStates.join(', ')}`)
  return state
}

/** Makes a token and returns its text, which is shown this once: only a hash is kept. */
export function createToken(
  ledger: Ledger,
  token: {
    readonly role: Role
    readonly scope: readonly string[]
    readonly label: string
    readonly provider?: string | undefined
  },
  now: Date,
): string {
  const id = randomId()
  const secret = randomBytes(24).toString('base64url')
  ledger.tokens.add({
    ...token,
    provider: token.provider ?? null,
    id,
    hash: hashOf(secret).toString('hex'),
    createdAt: now.toISOString(),
  })
  return `${prefix}_${id}_${secret}`
}

const callerOf = ({ id, role, scope, provider }: TokenRecord): Caller => ({
  token: id,
  role,
  scope,
  provider: provider ?? id,
})

/** Who a token stands for that was recognised before; `undefined` once it is revoked. */
export function callerWithToken(ledger: Ledger, id: string): Caller | undefined {
  const record = ledger.tokens.byId(id)
  return record && !record.revokedAt ? callerOf(record) : undefined
}

/** Whoever has the token of the settings. */
export const settingsCaller: Caller = {
  token: 'settings',
  role: 'admin',
  scope: [],
  provider: 'settings',
}

function storedCaller(ledger: Ledger, text: string): Caller | undefined {
  const [start, id = '', ...rest] = text.split('_')
  if (start !== prefix || rest.length === 0) return undefined
  const record = ledger.tokens.byId(id)
  if (!record || record.revokedAt) return undefined
  const given = hashOf(rest.join('_'))
  return isSame(given, Buffer.from(record.hash, 'hex')) ? callerOf(record) : undefined
}

/**
 * Recognises `Authorization: Bearer …`.
 *
 * @throws Refusal `unauthorised` for no token, an unknown or a revoked one, without saying which.
 */
export function recognise(
  authorization: string | undefined,
  access: { readonly ledger: Ledger; readonly adminToken: string | null },
): Caller {
  const text = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(authorization ?? '')?.[1]
  const { adminToken, ledger } = access
  const isAdmin = text && adminToken && isSame(hashOf(text), hashOf(adminToken))
  if (isAdmin) return settingsCaller
  const caller = text ? storedCaller(ledger, text) : undefined
  if (!caller) throw new Refusal('unauthorised', 'Send a valid token: Authorization: Bearer …')
  return caller
}

// For the web, which does not know the ledger.
export const roleNames: readonly Role[] = roles
export const permit = permitCaller
export const hasInScope = callerHasInScope
export const providerSeen = providerSeenBy
