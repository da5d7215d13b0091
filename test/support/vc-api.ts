import { makeVcApiKeys, readVcApiKeys } from '../../src/proof/vc-api-keys.ts'
import { json, openShop } from './shop.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests spoil documents in every way
export type Loose = any

export interface Answered {
  readonly status: number
  readonly body: Loose
}

/** A service with the door of the VC-API open, and the did:keys it signs with. */
export async function openVcApi(options: Parameters<typeof openShop>[0] = {}) {
  const key = makeVcApiKeys()
  const shop = await openShop({
    ...options,
    env: { VC_API_KEY: key, CALLS_PER_MINUTE: '100000', ...options.env },
  })
  const [ed25519, p256, p384] = (await readVcApiKeys(key)).map(({ did }) => did)
  const post = async (path: string, body: unknown, token?: string): Promise<Answered> => {
    const response = await shop.ask(`/vc-api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(token === undefined ? {} : { token }),
    })
    return { status: response.status, body: await json<Loose>(response) }
  }
  return {
    ...shop,
    issuers: { ed25519, p256, p384 },
    post,
    issue: (credential: Loose, more: Loose = {}) =>
      post('/credentials/issue', { credential, ...more }),
    verify: (verifiableCredential: Loose, more: Loose = {}) =>
      post('/credentials/verify', { verifiableCredential, ...more }),
    present: (verifiablePresentation: Loose, more: Loose = {}) =>
      post('/presentations/verify', { verifiablePresentation, ...more }),
  }
}

export type VcApiShop = Awaited<ReturnType<typeof openVcApi>>
