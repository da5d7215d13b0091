import { sign } from 'node:crypto'
import { DataIntegrityProof as ProofSuite } from '@digitalbazaar/data-integrity'
import { createSignCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { SignJWT } from 'jose'
import { loadContext } from './contexts.ts'
import type { VcApiCurve, VcApiKey } from './vc-api-keys.ts'

/** How the VC-API secures a credential: by a proof of one of the W3C suites, or by the token around it. */
export const securings = {
  'eddsa-rdfc-2022': ['Ed25519'],
  'eddsa-jcs-2022': ['Ed25519'],
  'ecdsa-rdfc-2019': ['P-256', 'P-384'],
  'ecdsa-jcs-2019': ['P-256', 'P-384'],
  jose: ['Ed25519', 'P-256', 'P-384'],
} as const satisfies Record<string, readonly VcApiCurve[]>

export type Securing = keyof typeof securings

const cryptosuites = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'eddsa-jcs-2022': eddsaJcs,
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
  'ecdsa-jcs-2019': ecdsaJcs,
} satisfies Record<Exclude<Securing, 'jose'>, () => object>

const digests = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384' } as const
const algorithms = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' } as const

const assertion = {
  update: async (proof: object) => ({ ...proof, proofPurpose: 'assertionMethod' }),
}

async function addProof(
  credential: object,
  key: VcApiKey,
  { securing, created }: { securing: Exclude<Securing, 'jose'>; created: Date },
): Promise<object> {
  const suite = new ProofSuite({
    cryptosuite: cryptosuites[securing](),
    date: created,
    signer: {
      id: key.id,
      algorithm: key.curve,
      // IEEE P1363, as the ECDSA suites want it (VC Data Integrity ECDSA v1.0 §3.2).
      sign: async ({ data }: { data: Uint8Array }) =>
        new Uint8Array(
          sign(digests[key.curve], data, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }),
        ),
    },
  })
  const document = structuredClone(credential)
  const proof = await suite.createProof({
    document,
    purpose: assertion,
    documentLoader: loadContext,
  })
  return { ...credential, proof }
}

/** VC-JOSE-COSE §3.1.1: the credential is the payload, and stands in an envelope where JSON is wanted. */
async function envelop(credential: object, key: VcApiKey): Promise<object> {
  const token = await new SignJWT({ ...credential })
    .setProtectedHeader({ alg: algorithms[key.curve], kid: key.id, typ: 'vc+jwt', cty: 'vc' })
    .sign(key.privateKey)
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${token}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

/** Secures a credential with a key of the VC-API. What it says has been checked before. */
export function secureForVcApi(
  credential: object,
  key: VcApiKey,
  { securing, created }: { readonly securing: Securing; readonly created: Date },
): Promise<object> {
  return securing === 'jose'
    ? envelop(credential, key)
    : addProof(credential, key, { securing, created })
}
