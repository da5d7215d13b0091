import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { createApp } from '../../src/web/app.ts'
import { refusalCodes } from '../../src/web/problem.ts'
import { routesOf } from '../support/routes.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
/** Every GET route with real values in it, and one address that is not there. */
let paths: string[]

/** The secret of a batch of one that has been checked. */
async function checkedBatch(): Promise<string> {
  const body = new FormData()
  body.append('files', new Blob([record.signed]), 'one.json')
  const { headers } = await shop.ask('/verify/batch', { method: 'POST', body })
  const path = headers.get('location') ?? ''
  for (;;) {
    const { headers: told } = await shop.ask(path)
    if (!told.has('refresh')) return path.split('/').at(-1) ?? ''
  }
}

beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
  const [skill] = shop.service.catalogue.skills
  const { all } = await shop.service.keyring.current()
  const idIn: Record<string, string> = {
    '/c/{id}': record.id,
    '/c/{id}/status.json': record.id,
    '/c/{id}/eligibility': record.id,
    '/c/{id}/card.png': record.id,
    '/achievements/{id}': record.achievement,
    '/skills/{id}': skill?.id ?? '',
    '/specializations/{id}': shop.service.catalogue.specializations[0]?.id ?? '',
  }
  const words: Record<string, string> = {
    code: 'csv-unreadable',
    kid: all[0]?.kid ?? '',
    number: '1',
    lang: 'el',
    secret: await checkedBatch(),
    specialization: shop.service.catalogue.specializations[0]?.id ?? '',
  }
  const app = createApp(shop.service, { onFault: () => undefined, isStopping: () => false })
  paths = routesOf(app)
    .filter((route) => route.startsWith('get /'))
    .map((route) => route.slice(4))
    .map((path) =>
      path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
        name === 'id' ? (idIn[path] ?? record.achievement) : (words[name] ?? 'unknown'),
      ),
    )
    .concat('/nothing/here', '/c/unknown')
})
afterAll(() => shop.close())

const isPage = (response: Response) =>
  response.headers.get('content-type')?.startsWith('text/html') === true

describe('every answer', () => {
  test('keeps others from framing, sniffing, indexing and learning where a reader came from', async () => {
    for (const path of paths) {
      const { headers } = await shop.ask(path)
      const told = Object.fromEntries(headers)
      expect({ path, ...told }).toMatchObject({
        path,
        'content-security-policy': expect.stringMatching(
          /^default-src 'none';.*frame-ancestors 'none'/,
        ),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        // The desk and the learner's own pages ask whether a form was sent from a page of theirs.
        'referrer-policy': /^\/(?:provider|my|claim|desk)\b/.test(path)
          ? 'same-origin'
          : 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'x-robots-tag': 'noindex, noarchive',
        'strict-transport-security': expect.stringContaining('max-age='),
      })
      expect([path, headers.has('x-powered-by'), headers.has('set-cookie')]).toEqual([
        path,
        false,
        false,
      ])
    }
  })

  test('takes no address from the Host header', async () => {
    for (const path of [...paths, `/c/${record.id}.json`, '/openapi.json']) {
      const { body, headers } = await shop.askPlainly(path, {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
      })
      expect([path, `${body}${JSON.stringify(headers)}`.includes('evil.example')]).toEqual([
        path,
        false,
      ])
    }
  })

  test('is the same with a slash behind the address', async () => {
    for (const path of paths.filter((each) => each !== '/')) {
      const plain = await shop.ask(path)
      const slashed = await shop.ask(`${path}/`)
      expect([path, slashed.status]).toEqual([path, plain.status])
    }
  })
})

describe('every page', () => {
  test('loads nothing from elsewhere, and runs nothing but the script of the form', async () => {
    let count = 0
    for (const path of paths) {
      const response = await shop.ask(path)
      if (!isPage(response)) continue
      count += 1
      const page = await response.text()
      const scripts = page.match(/<script.*?>/g) ?? []
      const isForm = path === '/' || path === '/verify'
      const own = isForm ? [expect.stringContaining(' src="/assets/check.js?v=')] : []
      expect([path, scripts, / on\w+="/.test(page)]).toEqual([path, own, false])
      const policy = response.headers.get('content-security-policy') ?? ''
      expect([path, policy.includes("script-src 'self'")]).toEqual([path, isForm])
      const permissions = response.headers.get('permissions-policy') ?? ''
      expect([path, permissions.includes('camera=(self)')]).toEqual([path, isForm])
      const loaded = [...page.matchAll(/<(?!a\b)[^>]*?\s(?:src|href|action)="([^"]*)"/g)]
        .map(([, url = '']) => url)
        .filter(
          (url) => !/^(\/(?!\/)|data:image\/|#)/.test(url) && !url.startsWith(`${publicUrl}/`),
        )
      expect([path, ...loaded]).toEqual([path])
    }
    expect(count).toBeGreaterThan(8)
  })

  test('is in Greek for ?lang=el, and for a browser that prefers it', async () => {
    for (const path of paths) {
      const asked = await shop.ask(`${path}?lang=el`)
      if (!isPage(asked)) continue
      const preferred = await shop.ask(path, { headers: { 'accept-language': 'el-GR, en;q=0.5' } })
      expect([path, /<html[^>]* lang="el"/.test(await asked.text())]).toEqual([path, true])
      expect([path, /<html[^>]* lang="el"/.test(await preferred.text())]).toEqual([path, true])
    }
  })

  test('is told apart by caches for readers of another language', async () => {
    for (const path of paths) {
      const response = await shop.ask(path)
      if (!isPage(response)) continue
      const vary = (response.headers.get('vary') ?? '').toLowerCase().split(/,\s*/)
      expect([path, vary]).toEqual([path, expect.arrayContaining(['accept-language', 'cookie'])])
    }
  })

  test('is a page for people when refused, and a problem for programs', async () => {
    const page = await shop.ask('/nothing', { headers: { accept: 'text/html' } })
    expect([page.status, isPage(page)]).toEqual([404, true])
    for (const accept of ['application/problem+json', 'application/json', 'image/png']) {
      const response = await shop.ask('/nothing', { headers: { accept } })
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('/problems/{code}', () => {
  test.each(refusalCodes)('explains %s', async (code) => {
    const response = await shop.ask(`/problems/${code}`)
    expect([response.status, isPage(response)]).toEqual([200, true])
  })
})

describe('the page of a credential', () => {
  test('offers LinkedIn what it asks for, and the credential alone', async () => {
    const page = await (await shop.ask(`/c/${record.id}`)).text()
    const link = /href="(https:\/\/www\.linkedin\.com\/profile\/add[^"]*)"/.exec(page)?.[1] ?? ''
    const fields = new URL(link.replaceAll('&amp;', '&')).searchParams
    expect(Object.fromEntries(fields)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      name: expect.any(String),
      organizationName: shop.service.catalogue.issuer.name,
      issueYear: '2026',
      issueMonth: '11',
      certUrl: `${publicUrl}/c/${record.id}`,
      certId: record.id,
    })
    expect(link).not.toContain(encodeURIComponent('Μαρία'))
  })

  test('keeps the name out of previews, and says that robots should keep out', async () => {
    const response = await shop.ask(`/c/${record.id}`)
    const metas = (await response.text()).match(/<meta[^>]*>/g) ?? []
    expect(metas.join('\n')).not.toContain('Μαρία')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
  })
})

describe('a document for programs elsewhere', () => {
  test('may be asked for from any web page, the question before it included', async () => {
    for (const path of [
      `/c/${record.id}`,
      `/c/${record.id}/status.json`,
      '/.well-known/did.json',
    ]) {
      const preflight = await shop.ask(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://wallet.example', 'access-control-request-method': 'GET' },
      })
      expect([path, preflight.ok, preflight.headers.get('access-control-allow-origin')]).toEqual([
        path,
        true,
        '*',
      ])
    }
  })
})

describe('a language chosen in the address', () => {
  test('is remembered for the next page, and only one that is offered', async () => {
    const chosen = await shop.ask('/?lang=el')
    expect(chosen.headers.get('set-cookie')).toMatch(/^lang=el; Path=\/; .*SameSite=Lax$/)
    const next = await shop.ask('/verify', { headers: { cookie: 'lang=el' } })
    expect(await next.text()).toContain('<html lang="el"')
    const odd = await shop.ask('/?lang=xx%0d%0aevil')
    expect(odd.headers.get('set-cookie')).toBeNull()
  })
})
