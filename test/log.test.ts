import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type MailServerOfTests, openMailServer } from './support/mail-server.ts'
import { startService } from './support/service-process.ts'

const adminToken = 'an-administrator-of-the-log-of-tests'
const csv = `learner_id,email,name,language,completed_on,score,modules
s-4711,zdravka@example.org,Здравка Тодорова,bg,2026-05-04,91,
s-4712,aristea@example.org,Αριστέα Βλάχου,el,2026-05-04,77,
`

let folder: string
let post: MailServerOfTests
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  post = await openMailServer()
})
afterAll(async () => {
  await post.close()
  rmSync(folder, { recursive: true, force: true })
})

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let left = 400; left > 0; left -= 1) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come about')
}

/** Every secret part of the key files: private members of JWKs, and the key of links. */
function secretsIn(keys: string): string[] {
  return readdirSync(keys, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!/\.(?:json|key)$/.test(name)) return []
    const text = readFileSync(join(keys, name), 'utf8')
    const privates = [...text.matchAll(/"d":\s*"([\w-]+)"/g)].map(([, secret = '']) => secret)
    return name.endsWith('.key') ? [text.trim(), ...privates] : privates
  })
}

test('the log of a whole run holds no name, address, id or secret', async () => {
  const env = {
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'debug',
    ADMIN_TOKEN: adminToken,
    SMTP_URL: post.url,
    MAIL_FROM: 'Office <office@example.org>',
    TRUST_PROXY: '1',
  }
  const service = await startService('main.js', [], { env, cwd: folder })
  const base = `http://127.0.0.1:${service.port}`
  const from = { 'x-forwarded-for': '198.51.100.23', 'user-agent': 'Browser of Zdravka' }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...from, ...init.headers },
    })
  const secrets: string[] = [adminToken, 'Здравка', 'Тодорова', 'Αριστέα', 'Βλάχου', 'zdravka']
  secrets.push('aristea', 'Zdravka', '198.51.100.23', 's-4711', 's-4712', 'Mallory', folder)
  let faults = 0
  try {
    // Import, and mail.
    const imported = await ask('/api/completions?course=biblio-mooc&run=log-run&format=colophon', {
      method: 'POST',
      body: csv,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'text/csv' },
    })
    expect(imported.status).toBeLessThan(300)
    const { batch } = (await imported.json()) as { batch: string }
    const bearer = { authorization: `Bearer ${adminToken}` }
    const told = await (await ask(`/api/batches/${batch}`, { headers: bearer })).text()
    const ids = [...new Set(told.match(/\b[0-9a-z]{26}\b/g) ?? [])]
    expect(ids.length).toBeGreaterThan(2)
    secrets.push(...ids)
    const letter = await until(() => post.arrived.find(({ to }) => to.startsWith('zdravka')))
    const text = letter.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
    const claim = /\/claim\/([\w.-]+)/.exec(text)?.[1] ?? ''
    expect(claim.length).toBeGreaterThan(20)
    secrets.push(claim)

    // Look at what is known, and at what is not; check it, forged and broken.
    const { id, signed } = await until(async () => {
      for (const each of ids) {
        const answer = await ask(`/c/${each}.json`)
        if (answer.status === 200) return { id: each, signed: await answer.text() }
      }
      return undefined
    })
    for (const path of [`/c/${id}`, `/c/${id}.pdf`, '/c/Mallory', '/Mallory?name=Mallory'])
      await ask(path)
    for (const body of [
      signed,
      signed.replace('zdravka', 'Mallory'),
      '{"name":"Mallory',
      'Mallory',
    ])
      await ask('/api/verify', { method: 'POST', body })
    await ask('/api/verify', {
      method: 'POST',
      body: '{"url":"https://mallory.invalid/Mallory"}',
      headers: { 'content-type': 'application/json' },
    })

    // Claim, and sign in; at the desk too, rightly and wrongly.
    const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const visit = cookieOf(await ask(`/claim/${claim}`))
    const claimed = await ask(`/claim/${claim}`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { cookie: visit, origin: base, 'sec-fetch-site': 'same-origin' },
    })
    const cookie = cookieOf(claimed)
    expect([claimed.status, cookie.length > 20]).toEqual([303, true])
    secrets.push(visit.split('=')[1] ?? '', cookie.split('=')[1] ?? '')
    expect((await ask('/my', { headers: { cookie } })).status).toBe(200)
    for (const token of [adminToken, 'Mallory-is-no-token'])
      await ask('/provider/sign-in', { method: 'POST', body: new URLSearchParams({ token }) })
    await ask('/metrics', { headers: { authorization: 'Bearer Mallory-is-no-token' } })
    secrets.push(...secretsIn(join(folder, 'keys')))
  } finally {
    expect(await service.stop('SIGTERM')).toBe(0)
  }
  const log = Buffer.from(service.log())
  const lines = service.log().trim().split('\n')
  for (const line of lines) {
    const told = JSON.parse(line)
    expect(told).toMatchObject({ msg: expect.any(String) })
    if (told.msg === 'fault') faults += 1
  }
  expect(faults).toBe(0)
  expect(lines.filter((line) => line.includes('"route":"/c/{id}"')).length).toBeGreaterThan(2)
  expect(lines.some((line) => line.includes('"route":"/claim/{secret}"'))).toBe(true)
  expect(secrets.filter((secret) => secret === '')).toEqual([])
  expect(secrets.filter((secret) => log.includes(Buffer.from(secret)))).toEqual([])
}, 180_000)
