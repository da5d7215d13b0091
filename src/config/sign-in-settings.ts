/** The organisation by whose word people sign in at the desk (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string | null
  /** What the button calls it. */
  readonly name: string
}

/** Reads of the settings; what is wrong is told to `wrong`. */
export interface SettingsReader {
  text(name: string, fallback: string): string
  secret(name: string, isPrivate?: boolean): string | null
  wrong(name: string, message: string): void
}

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** The address of the organisation: https, or on one's own machine http. */
function issuerOf(address: string, isProduction: boolean): URL | null {
  const issuer = URL.canParse(address) ? new URL(address) : null
  const isSafe = issuer?.protocol === 'https:' || (issuer && !isProduction && isLoopback(issuer))
  return isSafe ? issuer : null
}

/** `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_NAME`; `null` where no organisation is asked. */
export function readOidc(settings: SettingsReader, isProduction: boolean): OidcSettings | null {
  const address = settings.text('OIDC_ISSUER', '')
  const clientId = settings.text('OIDC_CLIENT_ID', '')
  const clientSecret = settings.secret('OIDC_CLIENT_SECRET', isProduction)
  if (address === '') {
    if (clientId !== '' || clientSecret !== null)
      settings.wrong('OIDC_ISSUER', 'is needed beside OIDC_CLIENT_ID')
    return null
  }
  const issuer = issuerOf(address, isProduction)
  if (!issuer) settings.wrong('OIDC_ISSUER', 'must be an https address')
  if (clientId === '') settings.wrong('OIDC_CLIENT_ID', 'is needed beside OIDC_ISSUER')
  const name = settings.text('OIDC_NAME', issuer?.hostname ?? '')
  return issuer && { issuer, clientId, clientSecret, name }
}
