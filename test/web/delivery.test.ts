import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophon } from '../support/command-line.ts'
import { importLearners } from '../support/importing.ts'
import { type MailServerOfTests, openMailServer } from '../support/mail-server.ts'
import { adminToken, json, openShop, type Shop } from '../support/shop.ts'

let server: MailServerOfTests
let shop: Shop
let clock = new Date('2026-11-27T08:00:00Z')
beforeAll(async () => {
  server = await openMailServer({
    recipient: (address) =>
      address === 'gone@example.org' ? { code: 550, text: 'No such user' } : undefined,
  })
  const env = { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60000' }
  shop = await openShop({ env, now: () => clock })
})
afterAll(async () => {
  await shop.close()
  await server.close()
})

interface Line {
  readonly line: number
  readonly outcome: string
  readonly claimUrl: string | null
  readonly claim: string | null
  readonly mail: string | null
  readonly mailReason: string | null
}

const linesOf = async (batch: string, token = adminToken) =>
  (await json<{ lines: Line[] }>(await shop.ask(`/api/batches/${batch}`, { token }))).lines

const csvOf = async (batch: string) => {
  const answer = await shop.ask(`/api/batches/${batch}/result.csv`, { token: adminToken })
  const [head = '', ...rows] = (await answer.text()).trimEnd().split('\r\n')
  const names = head.split(',')
  return rows.map((row) =>
    Object.fromEntries(row.split(',').map((cell, index) => [names[index], cell])),
  )
}

async function settled(batch: string): Promise<Line[]> {
  for (let tries = 0; tries < 600; tries += 1) {
    const lines = await linesOf(batch)
    if (lines.every(({ mail }) => mail !== 'waiting' && mail !== 'sending')) return lines
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the letters are never sent')
}

const learners = [
  { email: 'maria@example.org', name: 'Maria' },
  { email: 'gone@example.org', name: 'Gone' },
  { email: '', name: 'Without' },
  { email: 'bad@example.org', name: '' },
]

describe('the result of a batch', () => {
  test('tells of each line how its learner is reached, as JSON and as a table, and serve sends it', async () => {
    const batch = await importLearners(shop.service, learners)
    const lines = await settled(batch)
    const told = lines.map(({ line, outcome, claim, mail, mailReason }) => [
      line,
      outcome,
      claim,
      mail,
      mailReason,
    ])
    expect(told).toEqual([
      [2, 'issued', 'open', 'sent', null],
      [3, 'issued', 'open', 'refused', expect.stringMatching(/^550 .*No such user/)],
      [4, 'issued', 'open', 'none', 'no-address'],
      [5, 'rejected', null, null, null],
    ])
    const rows = await csvOf(batch)
    expect(rows.map((row) => row.claim_url)).toEqual(lines.map(({ claimUrl }) => claimUrl ?? ''))
    expect(rows.map((row) => row.mail)).toEqual(['sent', 'refused', 'none', ''])
    for (const { claimUrl } of lines.slice(0, 3))
      expect(claimUrl).toMatch(/^https:\/\/badges\.example\.org\/claim\/[0-9a-z]{52}$/)
    expect(server.arrived[0]?.raw.replace(/=\r\n/g, '')).toContain(lines[0]?.claimUrl)
    expect(shop.faults).toEqual([])
  })

  test('has no link any more that was used, or is over', async () => {
    const batch = await importLearners(shop.service, learners.slice(0, 1), { run: 'used' })
    const [line] = await settled(batch)
    shop.service.mail.claims.use(new URL(line?.claimUrl ?? '').pathname.slice(7), () => undefined)
    expect(await settled(batch)).toMatchObject([{ claim: 'used', claimUrl: null }])
    expect(await csvOf(batch)).toMatchObject([{ claim: 'used', claim_url: '' }])
    const other = await importLearners(shop.service, learners.slice(1, 2), { run: 'over' })
    const before = clock
    clock = new Date(clock.getTime() + 91 * 24 * 60 * 60 * 1_000)
    expect(await linesOf(other)).toMatchObject([{ claim: 'over', claimUrl: null }])
    clock = before
  })

  test('of the same file again has the link from before, and no second letter', async () => {
    const file = [{ email: 'again@example.org', name: 'Again' }]
    const [first] = await settled(await importLearners(shop.service, file, { run: 'same' }))
    const again = await importLearners(shop.service, file, { run: 'same' })
    expect(await settled(again)).toMatchObject([
      { outcome: 'already-issued', claim: 'open', claimUrl: first?.claimUrl, mail: null },
    ])
    expect(server.arrived.filter(({ to }) => to === 'again@example.org')).toHaveLength(1)
  })

  test('says why nobody is written to of a quiet import', async () => {
    const query = 'course=biblio-mooc&run=quiet&mail=false'
    const body = 'email,name,completed_on\nq@example.org,Q,2026-05-04\n'
    const init = {
      method: 'POST',
      token: adminToken,
      headers: { 'content-type': 'text/csv' },
      body,
    }
    const { batch } = await json<{ batch: string }>(
      await shop.ask(`/api/completions?${query}`, init),
    )
    await shop.service.issue()
    expect(await settled(batch)).toMatchObject([
      { claim: 'open', mail: 'none', mailReason: 'not-wanted' },
    ])
    const wrong = await shop.ask('/api/completions?course=biblio-mooc&run=r&mail=perhaps', init)
    expect(wrong.status).toBe(400)
  })

  test('shows links to nobody but issuers of its course', async () => {
    const batch = await importLearners(shop.service, learners.slice(0, 1), { run: 'scope' })
    for (const path of [`/api/batches/${batch}`, `/api/batches/${batch}/result.csv`]) {
      expect((await shop.ask(path)).status).toBe(401)
      for (const token of [shop.token('provider'), shop.token('issuer', ['another-course'])])
        expect((await shop.ask(path, { token })).status).toBe(403)
      const answer = await shop.ask(path, { token: shop.token('issuer', ['biblio-mooc']) })
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
  })
})

describe('the command line without a mail server', () => {
  test('tells the link of each learner after an import, once, and makes a new one', async () => {
    const env = { DATA_DIR: `${shop.dataDir}/plain`, PUBLIC_URL: 'https://badges.example.org' }
    const input = 'email,name,completed_on\na@example.org,A,2026-05-04\n,B,2026-05-04\n'
    const args = ['import', '-', '--course', 'biblio-mooc', '--run', '1', '--match-by-name']
    await colophon(['keygen'], { env })
    const ran = await colophon(args, { env, input })
    const links = [
      ...ran.out.matchAll(/^line (\d): (https:\/\/badges\.example\.org\/claim\/[0-9a-z]{52})$/gm),
    ]
    expect(links.map(([, line]) => line)).toEqual(['2', '3'])
    const again = await colophon([...args, '--json'], { env, input })
    const told = JSON.parse(again.out)
    expect(told.links).toEqual(links.map(([, line, url]) => ({ line: Number(line), url })))
    const id = told.lines[0].awards[0].credential
    const made = await colophon(['claim', id, '--json'], { env })
    expect(JSON.parse(made.out).url).not.toBe(told.links[0].url)
    const none = await colophon(['mail', 'send'], { env })
    expect([none.code, none.err]).toEqual([64, expect.stringContaining('SMTP_URL')])
    expect((await colophon(['claim', 'none'], { env })).code).toBe(1)
  }, 240_000)
})
