import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { loaderFor } from '../interop/reference-verifier.ts'
import { makeKey } from './proof-maker.ts'
import { json, type Shop } from './shop.ts'
import { publicUrl } from './workshop.ts'

export type WalletSuite = 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019' | 'Ed25519Signature2020'

// biome-ignore lint/suspicious/noExplicitAny: wallets take what they get
type Loose = any

export interface Request {
  readonly challenge: string
  readonly domain?: string
}

/** What is presented, other than a wallet would by itself. */
interface Showing {
  readonly holder?: string
  readonly version?: number
  readonly verifiableCredential?: object
}

const noDocuments = loaderFor(async (url) => {
  throw new Error(`a wallet asks nobody: ${url}`)
}, false)

/** A wallet with one did:key, made of the unmodified libraries that wallets are made of. */
export async function makeWallet(suite: WalletSuite = 'eddsa-rdfc-2022') {
  const kind = suite === 'ecdsa-rdfc-2019' ? 'P-256' : 'Ed25519'
  const made = await makeKey(kind, 'did:key:nobody')
  const multibase = made.method.publicKeyMultibase ?? ''
  const did = `did:key:${multibase}`
  const signer = { ...made.signer, id: `${did}#${multibase}` }
  const signs = () => {
    if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020({ signer })
    const cryptosuite = suite === 'ecdsa-rdfc-2019' ? ecdsaRdfc : eddsaRdfc
    return new DataIntegrityProof({ cryptosuite, signer })
  }
  return {
    did,
    present: (
      { challenge, domain }: Request,
      { holder = did, version = 2, verifiableCredential }: Showing = {},
    ) =>
      vc.signPresentation({
        presentation: vc.createPresentation({
          holder,
          version,
          ...(verifiableCredential === undefined ? {} : { verifiableCredential }),
        }),
        suite: signs(),
        challenge,
        ...(domain === undefined ? {} : { domain }),
        documentLoader: noDocuments,
      }),
  }
}

export type Wallet = Awaited<ReturnType<typeof makeWallet>>

/** What a wallet does over HTTP, with PUBLIC_URL at the port of a test. */
export function wire(shop: Shop) {
  const path = (url: string) => {
    if (!url.startsWith(`${publicUrl}/`)) throw new Error(`not the issuer: ${url}`)
    return url.slice(publicUrl.length)
  }
  const post = (url: string, body: unknown) =>
    shop.ask(path(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const protocols = async (url: string) => {
    const response = await shop.ask(path(url), { headers: { accept: 'application/json' } })
    return (await json<{ protocols: Record<string, string> }>(response)).protocols
  }
  const request = async (exchange: string) => {
    const { verifiablePresentationRequest } = await json<Loose>(await post(exchange, {}))
    return verifiablePresentationRequest as Request & { query: Loose; interact: Loose }
  }
  return {
    get: async (url: string) => json(await shop.ask(path(url))),
    post,
    protocols,
    request,
    exchange: async (url: string) => (await protocols(url)).vcapi ?? '',
    /** The whole of it, as a wallet does it that has scanned the code. */
    async take(url: string, wallet: Wallet, options: { version?: number } = {}): Promise<Loose> {
      const exchange = (await protocols(url)).vcapi ?? ''
      const verifiablePresentation = await wallet.present(await request(exchange), options)
      const answer = await json<Loose>(await post(exchange, { verifiablePresentation }))
      return answer.verifiablePresentation?.verifiableCredential?.[0] ?? answer
    },
  }
}
