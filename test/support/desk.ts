import type { Shop } from './shop.ts'

/** Somebody at the desk: a cookie, and forms that hold the token of its session. */
export async function openDesk(shop: Shop, token: string) {
  const signedIn = await shop.ask('/provider/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ token }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const get = (path: string) => shop.ask(path, { headers: { cookie, accept: 'text/html' } })
  const text = async (path: string) => (await get(path)).text()
  const form = /name="form" value="([^"]+)"/.exec(await text('/provider'))?.[1] ?? ''
  return {
    signedIn,
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
        headers: { cookie, accept: 'text/html', ...headers },
      }),
  }
}
