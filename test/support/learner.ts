import { newSessionSecret } from '../../src/ledger/sessions.ts'
import type { Shop } from './shop.ts'

/** A learner who is signed in: a cookie, and forms that hold the token of the session. */
export async function openLearner(shop: Shop, learner: string) {
  const secret = newSessionSecret()
  shop.service.holders.signIn(learner, secret)
  return visitorWith(shop, `__Host-holder=${secret}`)
}

/** Whoever has this cookie. */
export async function visitorWith(shop: Shop, cookie: string) {
  const own = { cookie, accept: 'text/html' }
  const get = (path: string) => shop.ask(path, { headers: own })
  const text = async (path: string) => (await get(path)).text()
  const form = /name="form" value="([^"]+)"/.exec(await text('/my'))?.[1] ?? ''
  return {
    cookie,
    form,
    get,
    text,
    post: (
      path: string,
      fields: Readonly<Record<string, string>> = {},
      headers: Readonly<Record<string, string>> = {},
    ) =>
      shop.ask(path, {
        method: 'POST',
        body: new URLSearchParams({ form, ...fields }),
        headers: { ...own, ...headers },
      }),
  }
}

export type Learner = Awaited<ReturnType<typeof openLearner>>
