import type { Shop } from './shop.ts'

/** Whoever has this cookie: pages, and forms that hold the token of its session, read from the page `home`. */
export async function visitorWith(shop: Shop, cookie: string, home: string) {
  const own = { cookie, accept: 'text/html' }
  const get = (path: string) => shop.ask(path, { headers: own })
  const text = async (path: string) => (await get(path)).text()
  const form = /name="form" value="([^"]+)"/.exec(await text(home))?.[1] ?? ''
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
