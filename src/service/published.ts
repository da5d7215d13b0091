import { buildAchievement, languagesOf } from '../credential/build-achievement.ts'
import { isPrivate } from '../holder/visibility.ts'
import { signedStatusList } from '../issuing/status.ts'
import { isLanguage } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { didDocumentOf, jwkOf, jwksOf } from '../proof/issuer-keys.ts'
import type { ReceiptKeys } from '../proof/receipt.ts'
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
  const keys = await keyring.current()
  const text = await signedStatusList(Number(number), { ledger, keys, publicUrl, now })
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

const publishKey: Publish = async ([kid = ''], { keyring }) => {
  const jwk = jwkOf(await keyring.current(), kid)
  return jwk && json('application/jwk+json', jwk)
}

const publishWellKnown: Publish = async ([name], { keyring, safety }) => {
  if (name === 'colophon-checkpoint') return published(safety.published())
  const keys = await keyring.current()
  if (name === 'did.json') return json('application/did+json', didDocumentOf(keys))
  return name === 'jwks.json' ? json('application/jwk-set+json', jwksOf(keys)) : undefined
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
  status: publishStatus,
  achievements: publishAchievement,
  c: publishCredential,
  'vc-api': publishVcApi,
  receipts: publishReceiptKeys,
}

/**
 * What stands under a path of PUBLIC_URL for machines: `/.well-known/did.json`, `jwks.json` and
 * `colophon-checkpoint`, `/keys/{kid}`,
 * `/status/{n}`, `/achievements/{id}[/{lang}]`, `/c/{id}[.json]`, `/vc-api/status/{name}` and
 * `/receipts/jwks.json`. The web serves these bytes
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
