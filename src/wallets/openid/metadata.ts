import { type Language, languages } from '../../language.ts'
import type { Catalogue, CatalogueAchievement } from '../../learning/catalogue.ts'
import { configurationId, configurationOf, walletForms } from './configurations.ts'

export const preAuthorizedGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** Where wallets are answered, below PUBLIC_URL. */
export const openIdPaths = {
  issuer: '/.well-known/openid-credential-issuer',
  authorizationServer: '/.well-known/oauth-authorization-server',
  offer: '/oid4vci/offers',
  token: '/oid4vci/token',
  nonce: '/oid4vci/nonce',
  credential: '/oid4vci/credential',
  notification: '/oid4vci/notification',
} as const

export interface MetadataSettings {
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly publicUrl: URL
}

/** The Credential Issuer Identifier: PUBLIC_URL as it has no path, without the slash that would be one. */
export const issuerIdentifier = (publicUrl: URL): string => publicUrl.origin

const at = (publicUrl: URL, path: string) => `${issuerIdentifier(publicUrl)}${path}`

/** The issuer's name is one in all languages; what it is, is told in each. */
function issuerDisplay({ issuer }: Catalogue) {
  const written = (locale: Language) => issuer.description[locale]
  return languages.flatMap((locale) => {
    const description = written(locale)
    return description === null ? [] : [{ name: issuer.name, locale, description }]
  })
}

/** `/.well-known/openid-credential-issuer` (OpenID4VCI 1.0 §12.2.4): every achievement, in each form. */
export function issuerMetadata({ catalogue, achievements, publicUrl }: MetadataSettings): object {
  const configurations = [...achievements.values()].flatMap((achievement) =>
    walletForms.map((form): [string, object] => [
      configurationId({ achievement: achievement.id, form }),
      configurationOf(achievement, form, publicUrl),
    ]),
  )
  return {
    credential_issuer: issuerIdentifier(publicUrl),
    credential_endpoint: at(publicUrl, openIdPaths.credential),
    nonce_endpoint: at(publicUrl, openIdPaths.nonce),
    notification_endpoint: at(publicUrl, openIdPaths.notification),
    display: issuerDisplay(catalogue),
    credential_configurations_supported: Object.fromEntries(configurations),
  }
}

/**
 * `/.well-known/oauth-authorization-server` (RFC 8414). There is nothing to sign in to, hence no `authorization_endpoint`
 * and no `response_types_supported` to speak of; RFC 8414 wants the latter present.
 */
export function authorizationServerMetadata(publicUrl: URL): object {
  return {
    issuer: issuerIdentifier(publicUrl),
    token_endpoint: at(publicUrl, openIdPaths.token),
    response_types_supported: [],
    grant_types_supported: [preAuthorizedGrant],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  }
}
