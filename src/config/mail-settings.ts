/** Where mail is handed over, by `SMTP_URL`. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `first`: TLS before anything else. `offered`: where the server offers it, whatever its certificate says. */
  readonly tls: 'first' | 'required' | 'offered' | 'none'
  readonly user: string | null
  readonly password: string | null
}

export interface Sender {
  readonly name: string | null
  readonly address: string
}

export interface MailSettings {
  readonly server: MailServer
  /** Bounces come back to this address. */
  readonly from: Sender
  readonly perMinute: number
}

/** Told of a mistake; it never repeats what was set, which may hold a password. */
type Wrong = (name: string, message: string) => void

const isThisMachine = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host)

const smtpForm =
  'must be smtp://user:password@host:587, or smtps:// where TLS comes first; in user and password, @ : / % are percent-encoded'

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `smtp://` or `smtps://` with a host, and nothing behind it but a query. */
function serverUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  const isServer =
    /^smtps?:$/.test(url?.protocol ?? '') && /^\/?$/.test(url?.pathname ?? '') && !url?.hash
  return isServer && url?.hostname ? url : null
}

function tlsOf(url: URL, host: string): MailServer['tls'] {
  if (url.protocol === 'smtps:') return 'first'
  if (url.search === '?tls=none') return 'none'
  return isThisMachine(host) ? 'offered' : 'required'
}

/** `null` where it is told what is wrong. */
export function parseMailServer(text: string, wrong: Wrong): MailServer | null {
  const url = serverUrl(text)
  const user = decoded(url?.username ?? '')
  const password = decoded(url?.password ?? '')
  if (!url || user === null || password === null) {
    wrong('SMTP_URL', smtpForm)
    return null
  }
  const mayBePlain = url.search === '?tls=none'
  if (url.search !== '' && !mayBePlain) wrong('SMTP_URL', 'takes nothing behind ? but tls=none')
  // A password in the clear is everybody's.
  if (mayBePlain && (user !== '' || url.protocol === 'smtps:'))
    wrong('SMTP_URL', 'may have tls=none only without a user, and not with smtps://')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'smtps:' ? 465 : 587))
  const login = user === '' ? { user: null, password: null } : { user, password }
  return { host, port, tls: tlsOf(url, host), ...login }
}

const address =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:localhost|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])$/i
const named = /^(?:"([^"<>\\\p{C}]{1,100})"|([^"<>\\,;:@\p{C}]{1,100})) *<([^<>]+)>$/u

/** `MAIL_FROM`: an address, or a name and an address. `null` where it is told what is wrong. */
export function parseSender(text: string, wrong: Wrong): Sender | null {
  const [, quoted, plain, inside] = named.exec(text) ?? []
  const found = inside ?? text
  if (address.test(found) && found.length <= 254)
    return { name: (quoted ?? plain)?.trim() || null, address: found }
  wrong('MAIL_FROM', 'must be an address, or a name and an address: Office <office@example.org>')
  return null
}
