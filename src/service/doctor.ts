import { isPrintable } from '../documents/fonts.ts'
import { walkChain } from '../ledger/audit.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Diagnosis, insist, look } from './diagnosis.ts'
import type { Service } from './service.ts'

export type { Diagnosis } from './diagnosis.ts'

const sampleSize = 50
const pageSize = 200

/** Everything issued, a page at a time: what came in between is seen as well. */
function* issued({ ledger }: Service): Generator<readonly CredentialRecord[]> {
  let page = ledger.credentials.issued('', pageSize)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    yield page
    page = ledger.credentials.issued(last.rowKey, pageSize)
  }
}

/** Every issued record has both forms and a signed id that is its own: signed against recorded. */
function reconcile(service: Service): string {
  let count = 0
  for (const page of issued(service)) {
    for (const record of page) {
      const { id } = JSON.parse(record.signed ?? '{}') as { id?: string }
      const own = `${service.publicUrl.origin}/c/${record.id}`
      insist(id === own, `${record.id} holds another credential`)
      insist(record.jwt !== null, `${record.id} has no JWT`)
    }
    count += page.length
  }
  return `${count} records agree with what was signed`
}

type Recorded = Pick<CredentialRecord, 'id' | 'signed' | 'revokedAt'>

async function reverify(service: Service, records: readonly Recorded[]): Promise<void> {
  for (const record of records) {
    const { report } = await service.verify(Buffer.from(record.signed ?? ''))
    const expected = record.revokedAt ? 'invalid' : 'valid'
    insist(report.verdict === expected, `${record.id} reads ${report.verdict}, not ${expected}`)
  }
}

const dayMs = 24 * 60 * 60 * 1_000

/** What mail servers refused is told, and is no fault of ours; that they take nothing for a day is one to mend. */
function lettersGoOut({ ledger, now, mail }: Service): string {
  const waiting = ledger.mails.waitingSince(new Date(now().getTime() - dayMs).toISOString())
  insist(waiting === 0, `${waiting} letter(s) have waited for a day: "colophon mail list" says why`)
  const { sent = 0, refused = 0, unclear = 0 } = ledger.mails.counts()
  const counts = `${sent} letters sent, ${refused} refused, ${unclear} unclear`
  return mail.isOn ? counts : `${counts}; no mail server is set`
}

/** That a receiver is gone is for the operator to settle: what happens goes on waiting for it. */
function webhooksAreTaken({ ledger }: Service): string {
  const endpoints = ledger.webhookEndpoints.all()
  const disabled = endpoints.filter(({ state }) => state === 'disabled')
  const names = disabled.map(({ id, why }) => `${id} (${why})`).join(', ')
  insist(disabled.length === 0, `nothing is sent to ${names}: "colophon webhook list" says why`)
  const givenUp = endpoints.reduce(
    (sum, { id }) => sum + ledger.webhookEndpoints.counts(id)['given-up'],
    0,
  )
  return `${endpoints.length} endpoints are told of what happens; ${givenUp} deliveries were given up`
}

/** What wallets hold, as it was recorded: all of it, or the first fifty. */
async function reverifyBound(service: Service, isThorough: boolean): Promise<string> {
  const { boundCredentials, credentials } = service.ledger
  let count = 0
  let page = boundCredentials.issued('', sampleSize)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    await reverify(
      service,
      page.map((bound) => ({
        ...bound,
        revokedAt: bound.revokedAt ?? credentials.byId(bound.credential)?.revokedAt ?? null,
      })),
    )
    count += page.length
    page = isThorough ? boundCredentials.issued(last.rowKey, pageSize) : []
  }
  return `${count} credentials bound to wallets verify as recorded`
}

async function reverifySome(service: Service): Promise<string> {
  const records = service.ledger.credentials.sample(sampleSize)
  await reverify(service, records)
  return `${records.length} credentials picked by chance verify as recorded`
}

async function reverifyAll(service: Service): Promise<string> {
  let count = 0
  for (const page of issued(service)) {
    await reverify(service, page)
    count += page.length
  }
  return `all ${count} credentials verify as recorded`
}

async function lookAtVersions({ versions, erasures }: Ledger): Promise<Diagnosis[]> {
  return [
    await look('status indexes', () => {
      const shared = versions.sharedIndexes()
      insist(shared === 0, `${shared} places in status lists belong to more than one version`)
      return 'no place in a list was given out twice'
    }),
    await look('erasures', () => {
      const leftovers = erasures.leftovers()
      insist(leftovers === 0, `${leftovers} were erased and are still there`)
      return 'nothing is left of what was erased'
    }),
  ]
}

/** Of each partner: keys to sign with, a DID document that speaks for it, and a mandate; nothing where there are none. */
async function lookAtPartners(service: Service): Promise<Diagnosis[]> {
  const { keyring, issuers, catalogue, ledger } = service
  const known = catalogue.issuers.map(({ id }) => id)
  const listed = ledger.statusLists.issuers()
  const found = await Promise.all(
    catalogue.issuers.map((partner) =>
      look(`partner ${partner.id}`, async () => {
        const keys = await keyring.of(partner.id)
        const active = [keys.signer('Ed25519'), keys.signer('ES256')].map(({ key }) => key.kid)
        await issuers.mandate(partner)
        const text = (await service.published(`/issuers/${partner.id}/did.json`))?.text ?? '{}'
        insist((JSON.parse(text) as { id?: string }).id === keys.issuer, 'its did.json is missing')
        return `${keys.issuer}, active: ${active.join(', ')}`
      }),
    ),
  )
  const left = listed.filter((id) => !known.includes(id))
  return [
    ...found,
    ...left.map((id) => ({
      check: `partner ${id}`,
      state: 'bad' as const,
      isFine: false,
      detail: 'it has issued and is not in the catalogue; keep it there and set an end',
    })),
  ]
}

/**
 * Looks the service over as an operator would want it done every night; nothing is changed but a stale status list.
 * Some fifty credentials are verified again, or each one when `isThorough`.
 */
export async function diagnose(service: Service, isThorough = false): Promise<Diagnosis[]> {
  const { ledger } = service
  return [
    await look('ledger', () => {
      const faults = ledger.faults()
      insist(faults.length === 0, faults.join('; '))
      return 'the database file is sound'
    }),
    await look('keys', async () => {
      const keys = await service.keyring.current()
      const active = [keys.signer('Ed25519'), keys.signer('ES256')].map(({ key }) => key.kid)
      return `${keys.all.length} keys, active: ${active.join(', ')}`
    }),
    await look('did', async () => {
      const document = await service.published('/.well-known/did.json')
      const { id } = JSON.parse(document?.text ?? '{}') as { id?: string }
      return `did.json speaks for ${id}`
    }),
    ...(await lookAtPartners(service)),
    await look('status lists', async () => {
      for (const number of ledger.statusLists.numbers())
        insist(Boolean(await service.published(`/status/${number}`)), `list ${number} is missing`)
      return `${ledger.statusLists.numbers().length} lists signed and up to date`
    }),
    await look('audit log', () => {
      const { sound, brokenAt } = walkChain(ledger.audit.all())
      insist(
        brokenAt === null,
        `the chain breaks at entry ${brokenAt}: what comes after is not proven`,
      )
      return `${sound} entries, each bound to the one before`
    }),
    ...(await lookAtVersions(ledger)),
    await look('pending', () => {
      const pending = ledger.credentials.count('reserved') + ledger.corrections.count('reserved')
      insist(pending === 0, `${pending} reserved but not issued: run "colophon issue"`)
      return `nothing is left half done; ${ledger.credentials.count('void')} were given up`
    }),
    await look('reconciliation', () => reconcile(service)),
    await look('verification', () => (isThorough ? reverifyAll : reverifySome)(service)),
    await look('letters', () => lettersGoOut(service)),
    await look('webhooks', () => webhooksAreTaken(service)),
    await look('wallets', () => reverifyBound(service, isThorough)),
    await look('fonts', () => {
      const names = ['Ģirts Щърбаков Παπαδοπούλου', 'ნინო ბერიძე', 'Արամ Խաչատրյան', 'ሰላም ተስፋዬ']
      insist(names.every(isPrintable), 'the fonts cannot draw our own names')
      return 'Latin, Greek, Cyrillic, Georgian, Armenian and Ethiopic can be printed'
    }),
  ]
}
