import { join, resolve } from 'node:path'
import { type MailSettings, parseMailServer, parseSender } from './config/mail-settings.ts'
import { readSafety, type SafetySettings } from './config/safety-settings.ts'
import { type Env, Settings } from './config/settings.ts'
import { type OidcSettings, readOidc } from './config/sign-in-settings.ts'
import { parseWebhookHosts } from './config/webhook-hosts.ts'
import { Refusal } from './errors.ts'
import { packageFile } from './package-root.ts'

/** Everything an operator can set, parsed and frozen. Only main.ts, cli.ts and demo.ts build one. */
export interface Config extends SafetySettings {
  /** Address to listen on; all of the machine's unless told. */
  readonly host: string
  readonly port: number
  /** Origin only: it decides the issuer's DID, every id and every QR code, and is never read from a request. */
  readonly publicUrl: URL
  readonly dataDir: string
  readonly databaseFile: string
  readonly keysDir: string
  readonly keysPassphrase: string | null
  readonly catalogueFile: string
  readonly trustedIssuersFile: string
  /** How many proxies in front may set X-Forwarded-For. */
  readonly trustProxy: number
  /** How many checks a minute one address may ask for. */
  readonly callsPerMinute: number
  /** How many pages of credentials a minute one address may look at, each of which is checked anew. */
  readonly viewsPerMinute: number
  /** A token that reads `/metrics` and nothing else. */
  readonly metricsToken: string | null
  /** How many days a decision keeps what it was made from. */
  readonly retentionDays: number
  readonly logLevel: LogLevel
  readonly isProduction: boolean
  /** What identifies the learner in a credential; the e-mail only as a salted hash, and only when asked for. */
  readonly identifyBy: 'name' | 'name+email-hash'
  /** A token with role admin that needs no `token create`; for first steps and for secrets from a platform. */
  readonly adminToken: string | null
  /**
   * Private JWK, or a JWK set, of the did:keys that the VC-API signs with; never a key of the issuer. Without it nothing
   * is signed there.
   */
  readonly vcApiKey: string | null
  /** Paper that certificates are set for. */
  readonly pageSize: 'a4' | 'letter'
  /** A PKCS#12 file with the certificate and key that PDFs are signed with as files, and its passphrase. */
  readonly pdfSigning: { readonly p12: Uint8Array; readonly passphrase: string } | null
  /** Who may let the VC-API sign; in production required beside the key. */
  readonly vcApiToken: string | null
  /** Through which server, and in whose name, learners are written to; `null` where nobody is. */
  readonly mail: MailSettings | null
  /** For how many minutes what is issued at the desk can be undone, and nobody is told. */
  readonly undoMinutes: number
  /** Acts on more credentials than this need a second person; `null` where none does. */
  readonly fourEyesAbove: number | null
  /** By whose word people sign in at the desk, beside those with a password here. */
  readonly oidc: OidcSettings | null
  /** `host:port` of receivers of webhooks that may be on the operator's own network. */
  readonly webhookHosts: readonly string[]
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export type { Env } from './config/settings.ts'

/** Tokens that stand in examples and so are known to everybody. */
const wellKnownTokens = ['changeme', 'secret', 'token', 'admin', 'demo', 'colophon', 'password']
const minTokenLength = 32
/** What fits behind `Authorization: Bearer`; another could never be sent. */
const tokenForm = /^[\w.~+/=-]{1,200}$/

const tokenRule = 'must be at most 200 letters, digits or . _ ~ + / = -'
const randomRule = `must be random and at least ${minTokenLength} characters long`

const isSecretToken = (token: string | null): boolean =>
  token !== null && token.length >= minTokenLength && !wellKnownTokens.includes(token.toLowerCase())

function databaseFile(settings: Settings, dataDir: string): string {
  const value = settings.text('DATABASE_URL', `sqlite:${join(dataDir, 'colophon.sqlite')}`)
  if (!/^sqlite:\S/.test(value)) {
    settings.wrong('DATABASE_URL', 'must start with sqlite: followed by a file')
    return ''
  }
  return resolve(value.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, ''))
}

function checkProduction(settings: Settings, publicUrl: URL, adminToken: string | null): void {
  if (publicUrl.protocol !== 'https:')
    settings.wrong('PUBLIC_URL', 'must be https in production: ids and QR codes last for years')
  if (adminToken && !isSecretToken(adminToken)) settings.wrong('ADMIN_TOKEN', randomRule)
}

/** The separate key of the VC-API and the token that guards it. */
function readVcApi(settings: Settings, isProduction: boolean) {
  const vcApiKey = settings.secret('VC_API_KEY', isProduction)
  const vcApiToken = settings.secret('VC_API_TOKEN')
  if (vcApiToken && !tokenForm.test(vcApiToken)) settings.wrong('VC_API_TOKEN', tokenRule)
  // Whoever reaches the service could otherwise have anything signed.
  if (isProduction && vcApiKey && !isSecretToken(vcApiToken))
    settings.wrong('VC_API_TOKEN', randomRule)
  return { vcApiKey, vcApiToken }
}

function readPdfSigning(settings: Settings, isProduction: boolean): Config['pdfSigning'] {
  const p12 = settings.secretBytes('PDF_SIGNING_P12', isProduction)
  const passphrase = settings.secret('PDF_SIGNING_PASSPHRASE', isProduction)
  if (passphrase !== null && p12 === null && settings.mistakes.length === 0)
    settings.wrong('PDF_SIGNING_PASSPHRASE', 'is set, but no PDF_SIGNING_P12')
  return p12 && { p12, passphrase: passphrase ?? '' }
}

/** The token that a program which watches the service reads `/metrics` with. */
function readMetricsToken(settings: Settings, isProduction: boolean): string | null {
  const token = settings.secret('METRICS_TOKEN', isProduction)
  if (token && !tokenForm.test(token)) settings.wrong('METRICS_TOKEN', tokenRule)
  else if (token && isProduction && !isSecretToken(token))
    settings.wrong('METRICS_TOKEN', randomRule)
  return token
}

/** Through what, and in whose name, letters are sent; without SMTP_URL none are. */
function readMail(settings: Settings): MailSettings | null {
  const url = settings.secret('SMTP_URL')
  const sender = settings.text('MAIL_FROM', '')
  const perMinute = settings.whole('MAIL_PER_MINUTE', { from: 1, to: 60_000, fallback: 60 })
  const wrong = settings.wrong.bind(settings)
  const from = sender === '' ? null : parseSender(sender, wrong)
  if (!url) return null
  if (sender === '') wrong('MAIL_FROM', 'is needed beside SMTP_URL: whom the letters are from')
  const server = parseMailServer(url, wrong)
  return server && from ? { server, from, perMinute } : null
}

/**
 * Reads the environment once.
 *
 * @throws Refusal `settings-invalid`, with every mistake in its details.
 */
export function readConfig(env: Env): Config {
  const settings = new Settings(env)
  const dataDir = resolve(settings.text('DATA_DIR', './data'))
  const keysDir = resolve(settings.text('KEYS_DIR', join(dataDir, 'keys')))
  const publicUrl = settings.origin('PUBLIC_URL', 'http://localhost:8080')
  const adminToken = settings.secret('ADMIN_TOKEN')
  const isProduction = env.NODE_ENV === 'production'
  if (adminToken && !tokenForm.test(adminToken)) settings.wrong('ADMIN_TOKEN', tokenRule)
  if (isProduction) checkProduction(settings, publicUrl, adminToken)
  const config: Config = {
    host: settings.text('HOST', '0.0.0.0'),
    port: settings.whole('PORT', { from: 0, to: 65_535, fallback: 8080 }),
    publicUrl,
    dataDir,
    databaseFile: databaseFile(settings, dataDir),
    keysDir,
    ...readSafety(settings, keysDir),
    keysPassphrase: settings.secret('KEYS_PASSPHRASE'),
    catalogueFile: resolve(settings.text('CATALOGUE', packageFile('catalogue', 'biblio.json'))),
    trustedIssuersFile: resolve(
      settings.text('TRUSTED_ISSUERS', packageFile('trust', 'issuers.json')),
    ),
    trustProxy: settings.whole('TRUST_PROXY', { from: 0, to: 10, fallback: 0 }),
    callsPerMinute: settings.whole('CALLS_PER_MINUTE', { from: 1, to: 1_000_000, fallback: 120 }),
    viewsPerMinute: settings.whole('VIEWS_PER_MINUTE', { from: 1, to: 1_000_000, fallback: 600 }),
    metricsToken: readMetricsToken(settings, isProduction),
    retentionDays: settings.whole('RETENTION_DAYS', { from: 1, to: 3650, fallback: 365 }),
    logLevel: settings.oneOf('LOG_LEVEL', logLevels, 'info'),
    isProduction,
    identifyBy: settings.oneOf('IDENTIFY_BY', ['name', 'name+email-hash'], 'name'),
    adminToken,
    pageSize: settings.oneOf('PAGE_SIZE', ['a4', 'letter'], 'a4'),
    pdfSigning: readPdfSigning(settings, isProduction),
    ...readVcApi(settings, isProduction),
    mail: readMail(settings),
    undoMinutes: settings.whole('UNDO_MINUTES', { from: 0, to: 10_080, fallback: 10 }),
    fourEyesAbove: settings.numberOrOff('FOUR_EYES_ABOVE', { from: 0, to: 100_000, fallback: 50 }),
    oidc: readOidc(settings, isProduction),
    webhookHosts: parseWebhookHosts(
      settings.text('WEBHOOK_HOSTS', ''),
      settings.wrong.bind(settings),
    ),
  }
  if (settings.mistakes.length > 0) {
    const count = settings.mistakes.length
    throw new Refusal('settings-invalid', `${count} setting(s) to mend`, {
      details: settings.mistakes,
    })
  }
  return Object.freeze(config)
}
