import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { packageFile } from '../../src/package-root.ts'
import { signDataIntegrity } from '../../src/proof/data-integrity.ts'
import type { Service } from '../../src/service/service.ts'
import { issueOne, openWorkshop } from './workshop.ts'

type Answer = string | undefined
type Env = Record<string, string>

const checkerName = 'Another Library School'

/**
 * An issuer, and a checker elsewhere that knows of it only what it publishes: the two share nothing but this fetch,
 * in which single answers can be replaced or taken away.
 */
export async function openStrangers(
  now: () => Date = () => new Date(),
  env: { readonly issuer?: Env; readonly checker?: Env } = {},
) {
  const issuer = await openWorkshop({ now, ...(env.issuer ? { env: env.issuer } : {}) })
  const folder = mkdtempSync(join(tmpdir(), 'colophon-checker-'))
  // Another name than the issuer's: an equal one under another DID would rightly read as an impostor's.
  const catalogue = JSON.parse(readFileSync(packageFile('catalogue', 'biblio.json'), 'utf8'))
  catalogue.issuer.name = checkerName
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue))
  const replaced = new Map<string, Answer>()
  const asked: string[] = []
  const checker = await openWorkshop({
    now,
    env: {
      PUBLIC_URL: 'https://checker.example',
      CATALOGUE: join(folder, 'catalogue.json'),
      ...env.checker,
    },
    fetch: async (url) => {
      asked.push(url.href)
      const own = url.host === 'badges.example.org'
      const text = replaced.has(url.href)
        ? replaced.get(url.href)
        : own
          ? (await issuer.service.published(url.pathname))?.text
          : undefined
      if (text === undefined) throw new Error('no answer')
      return { contentType: 'application/json', body: Buffer.from(text) }
    },
  })
  const record = await issueOne(issuer.service)
  return {
    issuer: issuer.service,
    checker: checker.service,
    record,
    badge: JSON.parse(record.signed) as SignedBadge,
    /** Addresses the checker asked, in order. */
    asked,
    /** From now on this address gives another answer, or none. */
    replace: (url: string, text: Answer) => replaced.set(url, text),
    restore: () => replaced.clear(),
    check: async (credential: object | string) => {
      const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
      return (await checker.service.verify(Buffer.from(text))).report
    },
    async close() {
      await issuer.close()
      await checker.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Strangers = Awaited<ReturnType<typeof openStrangers>>

/** Signs any document with the issuer's own key, as a careless or hostile issuer could. */
export async function signAnything(service: Service, document: object) {
  const keys = await service.keyring.current()
  const { proof: _, ...unsigned } = document as Record<string, unknown>
  return signDataIntegrity(unsigned, keys.signer('Ed25519'), service.now())
}
