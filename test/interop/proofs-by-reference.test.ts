import { readFileSync } from 'node:fs'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite as ecdsaSd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/checking/receiving/received.ts'
import { checkProofs } from '../../src/checking/signature/check-proofs.ts'
import { readProofs } from '../../src/checking/signature/read-proofs.ts'
import { packageFile } from '../../src/package-root.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import { disclose, makeKey, makeProof, type StrangersKey } from '../support/proof-maker.ts'

const issuer = 'did:example:issuer'
const pinned = JSON.parse(
  readFileSync(packageFile('contexts', 'contexts.json'), 'utf8'),
) as readonly { readonly url: string; readonly file: string }[]

/** The library as it comes, with all its suites, the package's contexts and the keys the issuer publishes. */
async function verifyByReference(credential: object, keys: readonly StrangersKey[]) {
  const methods = keys.map(({ method }) => ({
    '@context': 'https://w3id.org/security/multikey/v1',
    ...method,
  }))
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
  const documentLoader = async (documentUrl: string) => {
    const file = pinned.find(({ url }) => url === documentUrl)?.file
    const document = file
      ? JSON.parse(readFileSync(packageFile('contexts', file), 'utf8'))
      : documentUrl === issuer
        ? controller
        : methods.find(({ id }) => id === documentUrl)
    if (!document) throw new Error(`nothing to be had from ${documentUrl}`)
    return { contextUrl: null, documentUrl, document }
  }
  const cryptosuites = [eddsaRdfc, eddsaJcs(), ecdsaRdfc, ecdsaJcs(), ecdsaSd()]
  const suites = cryptosuites.map((cryptosuite) => new DataIntegrityProof({ cryptosuite }))
  const suite = [...suites, new Ed25519Signature2020()]
  const copy = structuredClone(credential)
  return (await vc.verifyCredential({ credential: copy, suite, documentLoader })).verified
}

async function verifyByUs(credential: JsonObject, keys: readonly StrangersKey[]) {
  const proofs = readProofs(credential, { purpose: 'assertionMethod' })
  const methods = new Map(keys.map(({ method }) => [method.id, method]))
  return (await checkProofs(credential, proofs, methods)) === 'holds'
}

const badge = (): JsonObject => {
  const { proof: _, credentialStatus: __, ...rest } = exampleBadge()
  return { ...rest, issuer: { ...rest.issuer, id: issuer }, validFrom: '2026-01-01T00:00:00Z' }
}
const older = (): JsonObject => ({
  ...badge(),
  '@context': [
    ...(badge()['@context'] as string[]),
    'https://w3id.org/security/suites/ed25519-2020/v1',
  ],
})

const makers = {
  'eddsa-rdfc-2022': async () => [await makeKey('Ed25519', issuer), badge()] as const,
  'eddsa-jcs-2022': async () => [await makeKey('Ed25519', issuer), badge()] as const,
  'ecdsa-rdfc-2019': async () => [await makeKey('P-256', issuer), badge()] as const,
  'ecdsa-jcs-2019': async () => [await makeKey('P-384', issuer), badge()] as const,
  Ed25519Signature2020: async () => [await makeKey('Ed25519', issuer), older()] as const,
}

describe.each([...Object.keys(makers), 'ecdsa-sd-2023'])('a proof of %s', (suite) => {
  let key: StrangersKey
  let signed: JsonObject
  beforeAll(async () => {
    if (suite === 'ecdsa-sd-2023') {
      key = await makeKey('P-256', issuer)
      const pointers = {
        mandatory: ['/issuer', '/id', '/validFrom'],
        shown: ['/credentialSubject'],
      }
      signed = (await disclose(badge(), key, pointers)).shown
      return
    }
    const [made, document] = await makers[suite as keyof typeof makers]()
    key = made
    signed = { ...document, proof: await makeProof(document, suite as keyof typeof makers, key) }
  })

  test('that we accept is accepted by the library as it comes', async () => {
    expect(await verifyByUs(signed, [key])).toBe(true)
    expect(await verifyByReference(signed, [key])).toBe(true)
  })
  test.each([
    ['a member of the document', (it: JsonObject) => ({ ...it, id: 'urn:uuid:changed' })],
    [
      'a member of the proof',
      (it: JsonObject) => ({ ...it, proof: { ...(it.proof as object), nonce: 'added' } }),
    ],
  ])('is refused by both with %s changed', async (_what, change) => {
    expect(await verifyByUs(change(signed), [key])).toBe(false)
    expect(await verifyByReference(change(signed), [key])).toBe(false)
  })
})
