import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

let shop: Shop
let signed: string

beforeAll(async () => {
  shop = await openShop()
  signed = (await issueOne(shop.service)).signed
})
afterAll(() => shop.close())

interface Answer {
  readonly verdict: string
  readonly receipt?: string
}

async function receiptOf(credential: string): Promise<string> {
  const response = await shop.ask('/api/verify?receipt=true', { method: 'POST', body: credential })
  const { receipt } = await json<Answer>(response)
  if (!receipt) throw new Error('no receipt')
  return receipt
}

const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))

/** The same claims with another answer in them, under the signature of the true ones. */
function altered(token: string): string {
  const [header, , signature] = token.split('.')
  const claims = payloadOf(token)
  claims.receipt.outcome = 'invalid'
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${header}.${payload}.${signature}`
}

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})

describe('the receipt of a check', () => {
  test('states what was checked, when, against which keys and lists', async () => {
    const { iss, jti, iat, receipt } = payloadOf(await receiptOf(signed))
    const badge = JSON.parse(signed) as SignedBadge
    expect(iss).toBe('did:web:badges.example.org')
    expect(jti).toMatch(/^urn:uuid:/)
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(600)
    expect(receipt).toMatchObject({
      kind: 'verification',
      outcome: 'valid',
      person: 'Μαρία Παπαδοπούλου',
      reasons: [],
      decision: null,
      credentials: [
        {
          id: badge.id,
          found: 'valid active',
          issuer: 'did:web:badges.example.org',
          keys: [badge.proof[0]?.verificationMethod],
          statusLists: [badge.credentialStatus?.statusListCredential],
        },
      ],
    })
    expect(receipt.credentials[0].digest).toMatch(/^sha256-[\w+/]{43}=$/)
  })

  test('says of a forgery that it is none, and nothing of what it claims', async () => {
    const forged = signed.replace('Παπαδοπούλου', 'Γεωργίου')
    const { receipt } = payloadOf(await receiptOf(forged))
    expect(receipt).toMatchObject({ outcome: 'invalid', person: null, title: null })
    expect(receipt.reasons).toContain('signature-broken')
  })

  test('is given only when it is asked for', async () => {
    const response = await shop.ask('/api/verify', { method: 'POST', body: signed })
    expect((await json<Answer>(response)).receipt).toBeUndefined()
  })

  test('is on the result page, and can be taken away as sheet and as text', async () => {
    const body = new FormData()
    body.append('text', signed)
    const page = await (await shop.ask('/verify', { method: 'POST', body })).text()
    const token = /name="receipt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const text = await shop.ask('/verify/receipt', form({ receipt: token, form: 'jwt' }))
    expect(text.headers.get('content-type')).toMatch(/^application\/jwt/)
    expect(await text.text()).toBe(token)
    const sheet = await shop.ask('/verify/receipt', form({ receipt: token, form: 'pdf' }))
    expect(sheet.headers.get('content-type')).toBe('application/pdf')
    const bytes = new Uint8Array(await sheet.arrayBuffer())
    const { receipt, attached, pages } = await readPdfApart(bytes)
    expect([receipt, attached]).toEqual([token, undefined])
    const printed = pages.lines.map((line) => line.text).join('\n')
    expect(printed).toContain('Receipt of a check')
    expect(printed).toContain('Μαρία Παπαδοπούλου')
  })
})

describe('a receipt that somebody hands in', () => {
  const read = async (receipt: string | Uint8Array) =>
    shop.ask('/api/receipts/verify', { method: 'POST', body: receipt as string })

  test('is genuine as text and as sheet', async () => {
    const token = await receiptOf(signed)
    const sheet = await shop.service.receipts.pdf(token, 'el')
    for (const given of [token, sheet])
      expect(await json(await read(given))).toMatchObject({
        genuine: 'yes',
        isOwn: true,
        receipt: { outcome: 'valid' },
      })
  })

  test('is not genuine once a word of it is changed', async () => {
    const token = altered(await receiptOf(signed))
    expect(await json(await read(token))).toMatchObject({ genuine: 'no' })
  })

  test('is told for what it is by the form, not taken for a credential', async () => {
    const token = await receiptOf(signed)
    const page = async (text: string) => {
      const body = new FormData()
      body.append('text', text)
      return (await shop.ask('/verify', { method: 'POST', body })).text()
    }
    expect(await page(token)).toContain('A genuine receipt')
    const forged = await page(altered(token))
    expect(forged).toContain('Not a genuine receipt')
    expect(forged).not.toContain('Παπαδοπούλου')
  })

  test('is no credential for a program either', async () => {
    const token = await receiptOf(signed)
    const sheet = await shop.service.receipts.pdf(token, 'en')
    for (const body of [token, sheet]) {
      const response = await shop.ask('/api/verify', { method: 'POST', body: body as string })
      expect(response.status).toBe(422)
      expect(await problemCode(response)).toBe('receipt-given')
    }
  })

  test('of a form that it cannot have is refused', async () => {
    const [header, , signature] = (await receiptOf(signed)).split('.')
    const odd = Buffer.from(JSON.stringify({ iss: 'did:web:a', receipt: 1 })).toString('base64url')
    const response = await read(`${header}.${odd}.${signature}`)
    expect(response.status).toBe(422)
    expect(await problemCode(response)).toBe('no-credential-found')
  })

  test('of another service is checked against the keys of that one, or told to be unknown', async () => {
    const token = await receiptOf(signed)
    const reader = async (answers: boolean) => {
      const other = await openWorkshop({
        env: { PUBLIC_URL: 'https://reader.example' },
        fetch: async (url) => {
          const found = answers ? await shop.service.published(url.pathname) : undefined
          if (!found) throw new Error('no answer')
          return { contentType: found.contentType, body: Buffer.from(found.text) }
        },
      })
      const reading = await other.service.receipts.read(token)
      await other.close()
      return reading
    }
    expect(await reader(true)).toMatchObject({ genuine: 'yes', isOwn: false })
    expect(await reader(false)).toMatchObject({ genuine: 'unknown', isOwn: false })
  })
})

describe('what signs receipts', () => {
  test('is published for receipts, and for nothing else', async () => {
    const token = await receiptOf(signed)
    const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
    const published = await json<{ keys: { kid: string }[] }>(await shop.ask('/receipts/jwks.json'))
    expect(published.keys.map((key) => key.kid)).toEqual([kid])
    expect(JSON.stringify(published)).not.toContain('"d"')
    for (const path of ['/.well-known/did.json', '/.well-known/jwks.json'])
      expect(await (await shop.ask(path)).text()).not.toContain(kid)
  })

  test('signs nothing that is handed in', async () => {
    const token = altered(await receiptOf(signed))
    for (const receipt of [token, 'x.y.z', '', signed]) {
      const response = await shop.ask('/verify/receipt', form({ receipt, form: 'jwt' }))
      expect(response.status).toBe(400)
    }
  })
})

describe('the receipt of a decision', () => {
  test('states outcome, rules and their version, and is for the provider alone', async () => {
    const token = shop.token('provider', ['ceco'])
    const caller = shop.service.recognise(`Bearer ${token}`)
    const { id } = await shop.service.admissions.decide(
      {
        specialization: 'ceco',
        sources: ['mooc.json', 'mooc-again.json'].map((name) => ({
          name,
          check: () => shop.service.verify(new TextEncoder().encode(signed)),
        })),
        statements: [],
        person: null,
        country: 'GR',
        reference: null,
        appliedAt: null,
      },
      caller,
    )
    const response = await shop.ask(`/api/eligibility/${id}/receipt.jwt`, { token })
    const { receipt } = payloadOf(await response.text())
    expect(receipt).toMatchObject({
      kind: 'decision',
      outcome: 'eligible',
      person: 'Μαρία Παπαδοπούλου',
      credentials: [{ id: JSON.parse(signed).id, found: 'current' }],
      decision: { id, specialization: 'ceco', priority: { points: 1, of: 3 } },
    })
    expect(receipt.credentials).toHaveLength(1)
    expect(receipt.credentials[0].keys).toHaveLength(1)
    expect(receipt.decision.names.slice(0, 2)).toEqual([
      {
        kind: 'specialization',
        id: 'ceco',
        text: 'CECO: community engagement and communication officer',
        language: 'en',
      },
      { kind: 'rule', id: 'mooc-completed', text: 'Completion of the MOOC', language: 'en' },
    ])
    expect(receipt.decision.names).toHaveLength(1 + receipt.decision.rules.length)
    expect(receipt.decision.ruleVersion).toBe(shop.service.admissions.ruleBook('ceco').version)
    const sheet = await shop.ask(`/api/eligibility/${id}/receipt.pdf`, { token })
    const { receipt: carried } = await readPdfApart(new Uint8Array(await sheet.arrayBuffer()))
    expect(payloadOf(carried ?? '').receipt).toEqual(receipt)
    const greek = await shop.ask(`/api/eligibility/${id}/receipt.jwt?lang=el`, { token })
    const greekToken = await greek.text()
    expect(payloadOf(greekToken).receipt.decision.names[1]).toMatchObject({
      text: 'Ολοκλήρωση του διαδικτυακού μαθήματος (MOOC)',
      language: 'el',
    })
    const body = new FormData()
    body.append('text', greekToken)
    const page = await (await shop.ask('/verify', { method: 'POST', body })).text()
    expect(page).toContain(
      '<bdi lang="el">Ολοκλήρωση του διαδικτυακού μαθήματος (MOOC)</bdi> (mooc-completed): Met',
    )
    const others = await shop.ask(`/api/eligibility/${id}/receipt.jwt`, {
      token: shop.token('provider', ['ceco']),
    })
    expect(await problemCode(others)).toBe('decision-not-found')
    expect((await shop.ask(`/api/eligibility/${id}/receipt.jwt`)).status).toBe(401)
  })
})
