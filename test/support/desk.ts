import type { Shop } from './shop.ts'

/** A form of the desk: several values under one name, files by name and text. */
export interface DeskForm {
  readonly fields?: readonly (readonly [string, string])[]
  readonly files?: readonly (readonly [field: string, name: string, text: string])[]
}

/** Somebody at the desk: a cookie, and forms that hold the token of its session. */
export async function openDesk(shop: Shop, token: string) {
  const signedIn = await shop.ask('/provider/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ token }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const own = { cookie, accept: 'text/html' }
  const get = (path: string) => shop.ask(path, { headers: own })
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
        headers: { ...own, ...headers },
      }),
    /** What a browser sends with files. */
    send(path: string, { fields = [], files = [] }: DeskForm) {
      const data = new FormData()
      data.append('form', form)
      for (const [name, value] of fields) data.append(name, value)
      for (const [field, name, content] of files) data.append(field, new Blob([content]), name)
      return shop.ask(path, { method: 'POST', body: data, headers: own })
    },
  }
}

export type DeskVisitor = Awaited<ReturnType<typeof openDesk>>

/** Decides, and gives back the path of the decision. */
export async function decideAt(desk: DeskVisitor, path: string, form: DeskForm): Promise<string> {
  const answer = await desk.send(path, form)
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

/** The words of a page, without its marks. */
export const wordsOf = (markup: string) =>
  markup.replace(/<head>.*?<\/head>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')
