/** An address that may stand in a link, made only by this file. */
export class SafeUrl {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }
}

const linkSchemes = new Set(['https:', 'http:', 'mailto:'])
const drawnHere = /^data:image\/(?:png|svg\+xml);base64,[\w+/=]+$/

// Browsers drop tabs and line breaks inside an address, so `java\nscript:` would run: nothing of the kind is let in.
const hidden = /[\p{Cc}\p{Cf}\s\\<>"]/u
const beginning = /^(?:[a-z]+:|\/(?!\/)|[?#])/i

function parsed(value: string): URL | undefined {
  const base = 'https://relative.invalid'
  return URL.canParse(value, base) ? new URL(value, base) : undefined
}

/**
 * The address as a link target, or `undefined` where it may not be one: other schemes than https, http and mailto,
 * `//host` without a scheme, bare words, and `https://someone@host`, which imitates another host.
 */
export function safeUrl(value: string): SafeUrl | undefined {
  if (hidden.test(value) || !beginning.test(value)) return undefined
  const url = parsed(value)
  if (!url || !linkSchemes.has(url.protocol) || url.username || url.password) return undefined
  return new SafeUrl(value)
}

/** Like {@link safeUrl}, for pictures; takes PNG and SVG data as well, which browsers never run inside an image. */
export function safeImageUrl(value: string): SafeUrl | undefined {
  if (drawnHere.test(value)) return new SafeUrl(value)
  const isMail = value.toLowerCase().startsWith('mailto:')
  return isMail ? undefined : safeUrl(value)
}

/** A path on this service: each segment is encoded, so that it cannot lead anywhere else. */
export function ownPath(...segments: readonly string[]): SafeUrl {
  return new SafeUrl(`/${segments.map(encodeURIComponent).join('/')}`)
}

/** The path of a request as an address of this service, whatever a client sent: never of another host. */
export function samePath(path: string, query: string): SafeUrl {
  const pathname = parsed(`https://relative.invalid/${path}`)?.pathname ?? '/'
  return new SafeUrl(`${pathname.replace(/^\/+/, '/')}?${query}`)
}

/** Where a `did:web:…` speaks from: its host, and behind it the path where several share one. */
function webAddress(did: string): string {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':')
  return ['https:/', host.replace(/%3A/i, ':'), ...path].join('/')
}

/**
 * The address an issuer can be recognised by: of `did:web:…` or of a web address; `undefined` for other identifiers.
 * The path belongs to it: on a host that many share, whoever has a page there would else go by the name of the host.
 */
export function domainOf(id: string): string | undefined {
  const address = id.startsWith('did:web:') ? webAddress(id) : id
  if (hidden.test(address) || !/^https?:\/\//i.test(address)) return undefined
  const url = parsed(address)
  // Punycode is kept: `xn--…` warns where the letters drawn would imitate another host.
  return url && !url.username ? `${url.host}${url.pathname.replace(/\/$/, '')}` : undefined
}

/** A path of ours that is encoded already; what leads elsewhere is a fault of ours, so it throws. */
export function ownAddress(path: string): SafeUrl {
  if (!/^\/[a-z]+(?:\/[\w.~%!'()*-]+)*$/.test(path)) throw new Error(`No path of ours: ${path}`)
  return new SafeUrl(path)
}

/** A file that lies beside a page which is read from a folder, without a server. */
export function besideThis(path: string): SafeUrl {
  return new SafeUrl(`./${path.split('/').map(encodeURIComponent).join('/')}`)
}

const walletForm =
  /^(?:interaction:https?:\/\/|openid-credential-offer:\/\/\?credential_offer_uri=https?%3A)[\w.~%:/?=&-]+$/

/** An address of ours behind a scheme that opens wallets; what is no such thing is a fault of ours, so it throws. */
export function walletAddress(address: string): SafeUrl {
  if (!walletForm.test(address)) throw new Error(`No address for wallets: ${address}`)
  return new SafeUrl(address)
}
