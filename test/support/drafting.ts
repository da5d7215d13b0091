import { adminToken, json, type Shop } from './shop.ts'

export const course = 'biblio-mooc'
const header = 'learner_id,email,name,language,completed_on,score,modules\n'

export interface Row {
  readonly email: string
  readonly name?: string
  readonly on?: string
  readonly score?: number | string
}

export const rowOf = ({ email, name = `Learner ${email.split('@')[0]}`, on, score }: Row) =>
  `,${email},"${name}",,${on ?? '2026-05-04'},${score ?? 80},\n`

export const csvOf = (rows: readonly Row[]) => header + rows.map(rowOf).join('')

export const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ email: `l${from + n}@example.org` }))

/** What an answer about a draft has that the tests look at. */
export interface DraftAnswer {
  readonly draft: string
  readonly batch: string | null
  readonly course: string
  readonly run: string
  readonly options: Readonly<Record<string, unknown>>
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string }
  readonly look: {
    readonly problem: { readonly code: string } | null
    readonly summary: Readonly<Record<string, number>>
    readonly counts: Readonly<Record<string, number>>
    readonly days: { readonly earliest: string | null; readonly latest: string | null }
    readonly samples: readonly {
      readonly number: number
      readonly why: string
      readonly name: string
    }[]
  }
  readonly rows: readonly {
    readonly line: number
    readonly name: string | null
    readonly awards: readonly {
      readonly outcome: string
      readonly differences: readonly unknown[]
    }[]
    readonly complaints: readonly { readonly code: string }[]
  }[]
  readonly total: number
  readonly next: number | null
}

export interface BatchAnswer {
  readonly batch: string
  readonly state: string
  readonly progress: Readonly<Record<string, number>>
  readonly mayUndo: boolean
  readonly undoUntil: string | null
  readonly lines: readonly { readonly outcome: string; readonly url: string | null }[]
}

/** An issuer at work with drafts, over HTTP. */
export function drafter(shop: Shop, token = adminToken) {
  const call = (path: string, method = 'GET', body?: unknown) =>
    shop.ask(path, {
      method,
      token,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const handIn = (text: string | Uint8Array, query = `course=${course}&run=1`) =>
    shop.ask(`/api/drafts?${query}`, {
      method: 'POST',
      token,
      headers: { 'content-type': 'text/csv' },
      body: text,
    })
  const draft = async (text: string, query?: string) => {
    const answer = await handIn(text, query)
    if (answer.status !== 201) throw new Error(await answer.text())
    return json<DraftAnswer>(answer)
  }
  const look = async (id: string, query = '') =>
    json<DraftAnswer>(await call(`/api/drafts/${id}${query}`))
  const batch = async (id: string) => json<BatchAnswer>(await call(`/api/batches/${id}`))
  const issue = async (id: string, body: object = {}) => {
    const answer = await call(`/api/drafts/${id}/issue`, 'POST', body)
    if (answer.status !== 202) throw new Error(await answer.text())
    return (await json<{ batch: string }>(answer)).batch
  }
  /** Asks until it is so. */
  const until = async (id: string, state: string) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const now = await batch(id)
      if (now.state === state) return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`batch ${id} is never ${state}`)
  }
  return { call, handIn, draft, look, batch, issue, until }
}
