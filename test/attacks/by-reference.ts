import { expect } from '@jest/globals'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import type { Received } from '../../src/checking/receiving/received.ts'
import { verifyByReference, verifyPresentationByReference } from '../interop/reference-verifier.ts'
import type { ForeignWorld } from '../support/foreign-world.ts'
import { canonicalJson } from '../support/raw-proofs.ts'

type Members = Readonly<Record<string, unknown>>

const isPresentation = ({ credential }: Received) =>
  [credential.type].flat().includes('VerifiablePresentation')

/** What the libraries have no word for. */
function beyond({ credential, secured }: Received, school: string): string | undefined {
  if (secured.form === 'jwt') {
    const isOfSchool = String(secured.parsed.header.kid).startsWith(school)
    return isOfSchool ? undefined : 'a token whose key is not named in the header'
  }
  const statuses = [credential.credentialStatus].flat() as readonly (Members | undefined)[]
  if (statuses.some((entry) => entry?.type === '1EdTechRevocationList'))
    return 'a list of revoked credentials of 1EdTech'
  const inside = [credential.verifiableCredential].flat() as readonly (Members | undefined)[]
  if (inside.some((each) => String(each?.type).startsWith('Enveloped')))
    return 'a token in a presentation'
  return undefined
}

async function judgeToken(token: string, { school, shop }: ForeignWorld): Promise<void> {
  const keys = Object.entries(school.keys).map(([kind, { jwk }]) => ({
    ...jwk,
    kid: `${school.did}#jwk-${kind}`,
  }))
  await jwtVerify(token, createLocalJWKSet({ keys } as JSONWebKeySet), {
    currentDate: shop.service.now(),
  })
}

const known = new WeakMap<ForeignWorld, Set<string>>()
const told = new Set<string>()

/** Judges each thing once, whatever picture or order of members it comes in. */
function isNew(world: ForeignWorld, { credential, secured }: Received): boolean {
  const seen = known.get(world) ?? new Set()
  known.set(world, seen)
  const key = secured.form === 'jwt' ? secured.token : canonicalJson(credential)
  const isFirst = !seen.has(key)
  seen.add(key)
  return isFirst
}

/**
 * What we call valid is valid for \`@digitalbazaar/vc\` and \`jose\` too, unmodified, which know nothing of ours. Says why
 * where they cannot judge.
 */
export async function expectReferenceAgrees(world: ForeignWorld, received: Received) {
  if (!isNew(world, received)) return
  const why = beyond(received, world.school.did)
  if (why !== undefined) {
    if (!told.has(why)) console.info(`not judged by the reference libraries: ${why}`)
    told.add(why)
    return
  }
  const { credential, secured } = received
  if (secured.form === 'jwt') return judgeToken(secured.token, world)
  const now = world.shop.service.now()
  const { verified, error } = isPresentation(received)
    ? await verifyPresentationByReference(credential, world.get, now)
    : await verifyByReference(credential, world.get, now)
  expect(error?.errors ?? error).toBeUndefined()
  expect(verified).toBe(true)
}
