import type { Shop } from './shop.ts'
import { visitorWith } from './visitor.ts'

/** A form of the desk: several values under one name, files by name and text. */
export interface DeskForm {
  readonly fields?: readonly (readonly [string, string])[]
  readonly files?: readonly (readonly [field: string, name: string, text: string])[]
}

/** Somebody who signed in at the desk. */
export async function openDesk(shop: Shop, token: string) {
  const signedIn = await shop.ask('/provider/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ token }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const visitor = await visitorWith(shop, cookie, '/provider')
  return {
    ...visitor,
    signedIn,
    /** What a browser sends with files. */
    send(path: string, { fields = [], files = [] }: DeskForm) {
      const data = new FormData()
      data.append('form', visitor.form)
      for (const [name, value] of fields) data.append(name, value)
      for (const [field, name, content] of files) data.append(field, new Blob([content]), name)
      return shop.ask(path, {
        method: 'POST',
        body: data,
        headers: { cookie, accept: 'text/html' },
      })
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
