import { badgeContexts } from '../credential/build.ts'
import { buildAchievement, languagesOf } from '../credential/build-achievement.ts'
import { isPrivate } from '../holder/visibility.ts'
import { signedStatusList } from '../issuing/status.ts'
import { isLanguage } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import type { Partner } from '../learning/partner.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { didDocumentOf, jwkOf, jwksOf } from '../proof/issuer-keys.ts'
import type { ReceiptKeys } from '../proof/receipt.ts'
import type { Issuers } from './issuers.ts'
import type { Keyring } from './keyring.ts'
import type { VcApi } from './vc-api.ts'

/** A document as the public gets it. */
export interface PublishedDocument {
  readonly contentType: string
  readonly text: string
}

export interface PublishedSettings {
  readonly ledger: Ledger
  readonly keyring: Keyring
  readonly issuers: Issuers
  readonly vcApi: VcApi
  readonly receiptKeys: ReceiptKeys
  readonly safety: { published(): object | undefined }
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly publicUrl: URL
  readonly now: () => Date
}

const published = (value: object | undefined) => value && json('application/json', value)

const json = (contentType: string, value: object): PublishedDocument => ({
  contentType,
  text: JSON.stringify(value),
})

type Publish = (
  parts: readonly string[],
  settings: PublishedSettings,
) => Promise<PublishedDocument | undefined>

const publishStatus: Publish = async ([number = ''], { ledger, keyring, publicUrl, now }) => {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined
  const keysOf = (partner: string | null) => keyring.of(partner)
  const text = await signedStatusList(Number(number), { ledger, keysOf, publicUrl, now })
  return text === undefined ? undefined : { contentType: 'application/vc', text }
}

const publishAchievement: Publish = async ([id = '', language = 'en'], settings) => {
  const achievement = settings.achievements.get(id)
  if (!achievement || !isLanguage(language) || !languagesOf(achievement).includes(language))
    return undefined
  const { '@context': context, ...body } = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    ...buildAchievement(achievement, language, settings),
  }
  return json('application/ld+json', { '@context': context, ...body })
}

/** Of whichever issuer: the keys of all stand side by side, and each names its own in `iss`. */
const publishKey: Publish = async ([kid = ''], { keyring }) => {
  for (const keys of await keyring.all()) {
    const jwk = jwkOf(keys, kid)
    if (jwk) return json('application/jwk+json', jwk)
  }
  return undefined
}

/** The set of the host has the keys of all its issuers (1EdTech implementation guide, "Key provenance"). */
const publishWellKnown: Publish = async ([name], { keyring, safety }) => {
  if (name === 'colophon-checkpoint') return published(safety.published())
  if (name === 'did.json')
    return json('application/did+json', didDocumentOf(await keyring.current()))
  if (name !== 'jwks.json') return undefined
  const keys = (await keyring.all()).flatMap((each) => jwksOf(each).keys)
  return json('application/jwk-set+json', { keys })
}

/** A partner's profile, which is in the catalogue as long as it issues. */
async function publishProfile(partner: Partner, { issuers }: PublishedSettings) {
  const [credentials, openBadges] = badgeContexts
  const profile = await issuers.profile(partner)
  return json('application/ld+json', { '@context': [credentials, openBadges], ...profile })
}

/** What is published of a partner. Its keys stay when it has left the catalogue: what it signed goes on verifying. */
const publishIssuer: Publish = async ([id = '', name, ...more], settings) => {
  const { keyring, issuers, catalogue } = settings
  if (!keyring.partners().includes(id) || more.length > 0) return undefined
  const partner = catalogue.issuers.find((known) => known.id === id)
  switch (name) {
    case undefined:
      return partner && publishProfile(partner, settings)
    case 'did.json':
      return json('application/did+json', didDocumentOf(await keyring.of(id)))
    case 'jwks.json':
      return json('application/jwk-set+json', jwksOf(await keyring.of(id)))
    case 'mandate.json':
      return partner && json('application/vc', await issuers.mandate(partner))
    default:
      return undefined
  }
}

const credentialId = /^([0-9a-z]{26})(?:\.json)?$/

/** Whether a credential stood under a path of PUBLIC_URL, and was erased. */
export function isErasedPath(path: string, ledger: Ledger): boolean {
  const name = path.startsWith('/c/') ? path.slice('/c/'.length) : ''
  const id = credentialId.exec(name)?.[1]
  if (id === undefined) return false
  const award = ledger.boundCredentials.byId(id)?.credential ?? id
  return Boolean(ledger.credentials.byId(award)?.erasedAt)
}

const publishCredential: Publish = async ([name = ''], { ledger }) => {
  const id = credentialId.exec(name)?.[1]
  const text = id && (ledger.credentials.byId(id) ?? ledger.boundCredentials.byId(id))?.signed
  return text ? { contentType: 'application/vc', text } : undefined
}

const publishVcApi: Publish = async ([room, name = ''], { vcApi }) => {
  const text = room === 'status' ? await vcApi.statusList(name) : undefined
  return text === undefined ? undefined : { contentType: 'application/vc', text }
}

const publishReceiptKeys: Publish = async ([name], { receiptKeys }) =>
  name === 'jwks.json' ? json('application/jwk-set+json', receiptKeys.jwks()) : undefined

const rooms: Readonly<Record<string, Publish>> = {
  '.well-known': publishWellKnown,
  keys: publishKey,
  issuers: publishIssuer,
  status: publishStatus,
  achievements: publishAchievement,
  c: publishCredential,
  'vc-api': publishVcApi,
  receipts: publishReceiptKeys,
}

/**
 * What stands under a path of PUBLIC_URL for machines: `/.well-known/did.json`, `jwks.json` and
 * `colophon-checkpoint`, `/keys/{kid}`,
 * `/status/{n}`, `/achievements/{id}[/{lang}]`, `/issuers/{id}[/did.json|jwks.json|mandate.json]`, `/c/{id}[.json]`,
 * `/vc-api/status/{name}` and `/receipts/jwks.json`. The web serves these bytes
 * and the checking side reads the same, so that our own credentials are checked by what is published and by nothing else.
 */
export async function publishedDocument(
  path: string,
  settings: PublishedSettings,
): Promise<PublishedDocument | undefined> {
  const [room = '', ...parts] = path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decodeURIComponent)
  return Object.hasOwn(rooms, room) ? rooms[room]?.(parts, settings) : undefined
}

/** Whether a path is that of a credential which its holder alone may see: it is compared with files, and shown to nobody. */
export function isPrivatePath(path: string, ledger: Ledger): boolean {
  const id = path.startsWith('/c/') ? credentialId.exec(path.slice(3))?.[1] : undefined
  if (id === undefined) return false
  const of = ledger.boundCredentials.byId(id)?.credential ?? id
  const record = ledger.credentials.byId(of)
  return record !== undefined && isPrivate(record)
}
