import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PDFDocument, PDFName } from 'pdf-lib'
import type { UnsignedBadge } from '../../src/credential/open-badge.ts'
import { Refusal } from '../../src/errors.ts'
import { packageFile } from '../../src/package-root.ts'
import { signDataIntegrity } from '../../src/proof/data-integrity.ts'
import { signJwt } from '../../src/proof/jwt.ts'
import { makeHolder, signAs } from '../support/holder.ts'
import { openStrangers, type Strangers } from '../support/strangers.ts'
import { issueOne } from '../support/workshop.ts'
import { kinds, type Pair } from './kinds.ts'

const clock = new Date('2026-11-24T12:00:00Z')
let strangers: Strangers
beforeAll(async () => {
  strangers = await openStrangers(() => clock)
})
afterAll(() => strangers.close())

const didDocument = 'https://badges.example.org/.well-known/did.json'
const list = 'https://badges.example.org/status/1'

interface Case {
  readonly pair: Pair
  /** An address that does not answer meanwhile. */
  readonly silent?: string
}

/** The issued badge signed anew by its issuer with something else in it. */
async function signedWith(over: object): Promise<Pair> {
  const keys = await strangers.issuer.keyring.current()
  const { proof: _, ...badge } = strangers.badge
  const unsigned = { ...badge, ...over } as UnsignedBadge
  const signed = await signDataIntegrity(unsigned, keys.signer('Ed25519'), clock)
  return { json: JSON.stringify(signed), jwt: await signJwt(unsigned, keys.signer('ES256')) }
}

const genuine = (): Pair => ({ json: strangers.record.signed, jwt: strangers.record.jwt })

/** Another title in what was signed, with the signature left as it was. */
function changed({ json, jwt }: Pair): Pair {
  const [header, payload = '', signature] = jwt.split('.')
  const told = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  const other = Buffer.from(JSON.stringify({ ...told, name: 'Doctorate' })).toString('base64url')
  return {
    json: JSON.stringify({ ...JSON.parse(json), name: 'Doctorate' }),
    jwt: [header, other, signature].join('.'),
  }
}

/** By a key that is not the issuer's. */
async function forged(): Promise<Pair> {
  const thief = makeHolder()
  const keys = await strangers.checker.keyring.current()
  const { proof: _, ...badge } = strangers.badge
  const signer = keys.signer('ES256')
  return {
    json: JSON.stringify(await signAs(thief, badge)),
    jwt: await signJwt(badge, signer),
  }
}

async function revoked(): Promise<Pair> {
  const record = await issueOne(strangers.issuer, { key: 'email:revoked@example.org' })
  strangers.issuer.revoke(record.id, 'a test')
  return { json: record.signed, jwt: record.jwt }
}

const outcomes: Readonly<Record<string, () => Promise<Case> | Case>> = {
  genuine: () => ({ pair: genuine() }),
  'changed after signing': () => ({ pair: changed(genuine()) }),
  'signed by somebody else': async () => ({ pair: await forged() }),
  revoked: async () => ({ pair: await revoked() }),
  expired: async () => ({
    pair: await signedWith({
      // Under an address of its own: what is published under the other one is newer.
      id: 'https://badges.example.org/c/0123456789abcdefghjkmnpqrs',
      validFrom: '2026-11-01T00:00:00Z',
      validUntil: '2026-11-23T00:00:00Z',
    }),
  }),
  'status list silent': () => ({ pair: genuine(), silent: list }),
  'issuer silent': () => ({ pair: genuine(), silent: didDocument }),
}

/** Without its attachment, as a printer driver leaves it. */
async function withoutAttachment(pdf: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  doc.catalog.delete(PDFName.of('Names'))
  doc.catalog.delete(PDFName.of('AF'))
  return doc.save()
}

async function cellOf(kind: string, { pair, silent }: Case): Promise<string> {
  const { bytes, published } = (await kinds[kind]?.(pair)) ?? { bytes: new Uint8Array() }
  const { id } = JSON.parse(pair.json) as UnsignedBadge
  strangers.restore()
  if (published) strangers.replace(id, published)
  if (silent) strangers.replace(silent, undefined)
  const given = kind === 'PDF, QR code only' ? await withoutAttachment(bytes) : bytes
  try {
    const { report } = await strangers.checker.verify(given)
    const { verdict, status } = report
    return status === 'active' || status === 'unknown' ? verdict : `${verdict}: ${status}`
  } catch (thrown) {
    if (thrown instanceof Refusal) return `refused: ${thrown.code}`
    throw thrown
  }
}

const page = packageFile('docs', 'VERIFICATION.md')
const marked = /(<!-- outcomes -->\n)[\s\S]*?(<!-- \/outcomes -->)/

describe('every kind of input and what comes of it', () => {
  const rows = new Map<string, readonly string[]>()
  const cases: Case[] = []

  beforeAll(async () => {
    for (const make of Object.values(outcomes)) cases.push(await make())
  })

  test.each(Object.keys(kinds))('%s', async (kind) => {
    const cells: string[] = []
    for (const each of cases) cells.push(await cellOf(kind, each))
    rows.set(kind, cells)
    expect(cells).toEqual([
      'valid',
      'invalid',
      'invalid',
      'invalid: revoked',
      'invalid: expired',
      'undecided',
      'undecided',
    ])
  })

  // FILL_DOCS=1 writes the table instead of comparing it.
  test('is the table of docs/VERIFICATION.md', () => {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const heads = ['', ...Object.keys(outcomes)]
    const table = [
      row(heads),
      row(heads.map(() => '---')),
      ...[...rows].map(([kind, cells]) => row([kind, ...cells])),
    ]
    const text = readFileSync(page, 'utf8')
    const filled = text.replace(marked, `$1${table.join('\n')}\n$2`)
    if (process.env.FILL_DOCS) writeFileSync(page, filled)
    else expect(text).toBe(filled)
    expect(text).toMatch(marked)
  })
})
