import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { NotThere } from '../checking/outside/fetched.ts'
import { isPrivate } from '../holder/visibility.ts'
import { CouldNotLook, type Diagnosis, insist, look } from './diagnosis.ts'
import type { Service } from './service.ts'

const dayMs = 24 * 60 * 60 * 1_000
const leastCertificateDays = 14
const maxClockMs = 60_000
// A verifier may keep a list for five minutes, and so may a proxy.
const maxListMs = 15 * 60_000
const knockMs = 5_000

/** What our own address says when somebody knocks: its clock, and until when its certificate holds. */
export interface Knock {
  readonly date: Date | undefined
  readonly certificateUntil: Date | undefined
}

/** Asks our own address for its head, as a browser would: a certificate that does not hold is an error. */
export type KnockAt = (url: URL) => Promise<Knock>

const knockAt: KnockAt = (url) =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(knockMs)
    const call = request(new URL('/healthz', url), { method: 'HEAD', signal }, (response) => {
      const { valid_to: until } = (response.socket as TLSSocket).getPeerCertificate()
      const { date } = response.headers
      response.resume()
      resolve({
        date: date === undefined ? undefined : new Date(date),
        certificateUntil: until ? new Date(until) : undefined,
      })
    })
    call.on('error', reject)
    call.end()
  })

const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))

const isHere = ({ protocol, hostname }: URL) =>
  protocol !== 'https:' || /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)

/** A document as outsiders get it. @throws Error where there is none, CouldNotLook where nobody answers. */
async function published(service: Service, path: string): Promise<string> {
  try {
    const { body } = await service.outside(new URL(path, service.publicUrl), { maxAgeMs: 0 })
    return new TextDecoder().decode(body)
  } catch (thrown) {
    if (thrown instanceof NotThere) throw new Error(`${path} is not there for others`)
    throw new CouldNotLook(`${path} could not be had: ${messageOf(thrown)}`)
  }
}

async function didOutside(service: Service): Promise<string> {
  const own = await service.published('/.well-known/did.json')
  const found = await published(service, '/.well-known/did.json')
  insist(found === own?.text, 'did.json is another one for others than for us')
  return 'did.json is the same for others'
}

async function credentialOutside(service: Service): Promise<string> {
  const record = service.ledger.credentials.sample(20).find((each) => !isPrivate(each))
  if (!record) return 'none is issued yet that others may see'
  const found = await published(service, `/c/${record.id}.json`)
  insist(found === record.signed, 'a credential is another one for others than was signed')
  return 'a credential picked by chance is the same for others'
}

const proofAt = (text: string | null | undefined) =>
  Date.parse(/"created":"([^"]+)"/.exec(text ?? '')?.[1] ?? '')

async function listOutside(service: Service): Promise<string> {
  const number = service.ledger.statusLists.numbers().at(-1)
  if (number === undefined) return 'there is none yet'
  const found = await published(service, `/status/${number}`)
  const own = await service.published(`/status/${number}`)
  const behindMs = proofAt(own?.text) - proofAt(found)
  insist(!Number.isNaN(behindMs), `what others get under /status/${number} is no list`)
  const isKeptTooLong = behindMs > 0 && service.now().getTime() - proofAt(own?.text) > maxListMs
  insist(!isKeptTooLong, `others get a list that is ${Math.round(behindMs / 60_000)} minutes older`)
  return 'the newest list is the same for others'
}

function certificate({ certificateUntil }: Knock, now: Date): string {
  if (certificateUntil === undefined) throw new CouldNotLook('it has no certificate to look at')
  const days = Math.floor((certificateUntil.getTime() - now.getTime()) / dayMs)
  insist(days >= leastCertificateDays, `it ends in ${days} days`)
  return `it holds for ${days} days`
}

function clock({ date }: Knock, now: Date): string {
  if (date === undefined) throw new CouldNotLook('our address tells no time')
  const apartMs = Math.abs(date.getTime() - now.getTime())
  insist(apartMs <= maxClockMs, `our address is ${Math.round(apartMs / 1_000)} seconds apart`)
  return 'our address has the same time'
}

function lookKnocking(knock: Promise<Knock>, told: (knock: Knock) => string) {
  return async () => {
    const found = await knock.catch((thrown: NodeJS.ErrnoException) => {
      // Somebody answered, with a certificate that others will not take either.
      if (/^(?:CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/.test(thrown.code ?? ''))
        throw new Error(`the certificate does not hold: ${thrown.message}`)
      throw new CouldNotLook(`it could not be reached: ${messageOf(thrown)}`)
    })
    return told(found)
  }
}

/**
 * Looks at the service as outsiders see it, at PUBLIC_URL itself and through the same guards as any address of others.
 * Where PUBLIC_URL names this machine there is no outside.
 */
export async function diagnoseOutside(
  service: Service,
  knockAtAddress: KnockAt = knockAt,
): Promise<Diagnosis[]> {
  const { publicUrl, now } = service
  if (isHere(publicUrl)) {
    const own = async () => {
      insist(Boolean(await service.published('/.well-known/did.json')), 'did.json is missing')
      return 'PUBLIC_URL names this machine: read from here'
    }
    return [await look('outside', own)]
  }
  const knock = knockAtAddress(publicUrl)
  knock.catch(() => undefined)
  const proxy = 'look at the proxy: it must pass this path on, to this service, and not keep it'
  return [
    await look('did outside', () => didOutside(service), proxy),
    await look('credential outside', () => credentialOutside(service), proxy),
    await look('list outside', () => listOutside(service), proxy),
    await look(
      'certificate',
      lookKnocking(knock, (found) => certificate(found, now())),
      'renew it: what checks certificates takes no address without one that holds',
    ),
    await look(
      'clock',
      lookKnocking(knock, (found) => clock(found, now())),
      'set the clock by NTP: dates are signed by it',
    ),
  ]
}
