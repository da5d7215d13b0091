import type { Chance } from './chance.ts'

/** One request, and what it must come to; `undefined` where all is well, else what is not. */
export interface Shot {
  readonly kind: string
  fire(
    origin: string,
  ): Promise<{ status: number; isRetriable: boolean; wrong?: string | undefined }>
}

/** What the service issued, in every form it can be carried away in. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly forms: Readonly<Record<'json' | 'jwt' | 'pdf' | 'png' | 'svg', Uint8Array>>
}

type Verdict = 'valid' | 'not-valid'

const api = async (origin: string, body: Uint8Array, type: string, path = '/api/verify') =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    body: Uint8Array.from(body),
    headers: { 'content-type': type },
  })

const isShed = (status: number) => status === 503 || status === 429

async function answerOf(
  response: Response,
  judge: (status: number, body: string) => string | undefined,
) {
  const body = await response.text()
  const { status } = response
  const isRetriable = isShed(status)
  if (!isRetriable) return { status, isRetriable, wrong: judge(status, body) }
  const wrong = response.headers.has('retry-after') ? undefined : `${status} without Retry-After`
  return { status, isRetriable, wrong }
}

/** A report with this verdict, or where the bytes may have become unreadable a refusal. */
const judged = (expected: Verdict) => (status: number, body: string) => {
  if (expected === 'not-valid' && status >= 400 && status < 500) return undefined
  if (status !== 200) return `answered ${status}: ${body.slice(0, 200)}`
  const { verdict } = JSON.parse(body) as { verdict: string }
  return (verdict === 'valid') === (expected === 'valid') ? undefined : `found ${verdict}`
}

const refused = (status: number, body: string) =>
  status >= 400 && status < 500 ? undefined : `answered ${status}: ${body.slice(0, 200)}`

const isOk = (wanted: number) => (status: number) =>
  status === wanted ? undefined : `answered ${status}`

function changed(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = Math.floor(chance() * copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
  return copy
}

const junk = (chance: Chance) =>
  Uint8Array.from({ length: 1 + Math.floor(chance() * 4_000) }, () => Math.floor(chance() * 256))

const heads: Readonly<Record<string, string>> = {
  pdf: '%PDF-1.7\n',
  png: '\x89PNG\r\n\x1a\n',
  json: '{"@context":',
  svg: '<svg xmlns="http://www.w3.org/2000/svg">',
}

function form(sample: Sample, kind: keyof Sample['forms']): FormData {
  const data = new FormData()
  data.append('file', new File([Uint8Array.from(sample.forms[kind])], `certificate.${kind}`))
  data.append('text', '')
  data.append('link', '')
  return data
}

async function sendForm(origin: string, sample: Sample, kind: keyof Sample['forms']) {
  const body = form(sample, kind)
  const response = await fetch(`${origin}/verify`, { method: 'POST', body })
  return answerOf(response, (status, page) =>
    status === 200 && page.includes(sample.name) ? undefined : `answered ${status}`,
  )
}

async function sendBatch(origin: string, sample: Sample) {
  const text = Buffer.from(sample.forms.json).toString()
  const broken = text.replace(sample.name, `${sample.name}x`)
  const jwt = JSON.stringify(Buffer.from(sample.forms.jwt).toString())
  const items = `[{"credential":${text}},{"credential":${broken}},${jwt},{"credential":"none"}]`
  const body = Buffer.from(`{"items":${items}}`)
  const response = await api(origin, body, 'application/json', '/api/verify/batch')
  return answerOf(response, (status, told) => {
    if (status !== 200) return `answered ${status}`
    const found = (JSON.parse(told) as { items: { verdict?: string; problem?: object }[] }).items
    const verdicts = found.map(({ verdict, problem }) => verdict ?? (problem ? 'refused' : '?'))
    return verdicts.join() === 'valid,invalid,valid,refused' ? undefined : verdicts.join()
  })
}

/** Leaves in the middle of an upload, as people do. */
async function breakOff(origin: string) {
  const signal = AbortSignal.timeout(20)
  const body = new ReadableStream({
    pull: async (controller) => {
      // A body whose request is given up before it is sent would be asked for more for ever.
      if (signal.aborted) return controller.close()
      controller.enqueue(new Uint8Array(1_000))
      await new Promise((resolve) => setTimeout(resolve, 5))
    },
  })
  const init = { method: 'POST', body, signal, duplex: 'half' } as RequestInit
  await fetch(`${origin}/api/verify`, init).catch(() => undefined)
  return { status: 0, isRetriable: false }
}

const pages = ['/', '/verify', '/verify/batch', '/achievements', '/issuer', '/status/1', '/healthz']

/** A request picked by chance out of everything that strangers send. */
export function pickShot(samples: readonly Sample[], chance: Chance): Shot {
  const of = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const sample = of(samples)
  const kind = of(['json', 'json', 'jwt', 'png', 'svg', 'pdf'] as const)
  const bytes = sample.forms[kind]
  const verify = (name: string, body: Uint8Array, judge: ReturnType<typeof judged>): Shot => ({
    kind: name,
    fire: async (origin) => answerOf(await api(origin, body, 'application/octet-stream'), judge),
  })
  const get = (path: string, status = 200): Shot => ({
    kind: 'page',
    fire: async (origin) => answerOf(await fetch(`${origin}${path}`), isOk(status)),
  })
  const dice = chance()
  if (dice < 0.35) return verify(`valid ${kind}`, bytes, judged('valid'))
  if (dice < 0.55) {
    const text = Buffer.from(sample.forms.json).toString()
    return chance() < 0.5
      ? verify('forged', Buffer.from(text.replace(sample.name, 'Mallory')), judged('not-valid'))
      : verify(`cut ${kind}`, bytes.subarray(0, bytes.length / 2), judged('not-valid'))
  }
  if (dice < 0.65) {
    const head = Buffer.from(heads[of(Object.keys(heads))] ?? '', 'latin1')
    return verify('junk', Buffer.concat([head, junk(chance)]), refused)
  }
  // One bit may fall where nobody looks, say in the picture itself: any answer will do but a fault.
  if (dice < 0.72) return verify(`bit ${kind}`, changed(bytes, chance), () => undefined)
  if (dice < 0.8) return { kind: 'form', fire: (origin) => sendForm(origin, sample, kind) }
  if (dice < 0.84) return { kind: 'batch', fire: (origin) => sendBatch(origin, sample) }
  if (dice < 0.86) return { kind: 'broken off', fire: breakOff }
  if (dice < 0.9) return get(`/c/${'0'.repeat(26)}`, 404)
  return get(chance() < 0.4 ? `/c/${sample.id}` : of(pages))
}
