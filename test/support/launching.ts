import type { JWTPayload } from 'jose'
import type { Connection } from '../../src/service/inbound/connections.ts'
import { issuer, type Person, type Platform, platformSettings } from './lti-platform.ts'
import type { Shop } from './shop.ts'

/** A connection of kind lti, with the platform of the tests. */
export function connectPlatform(shop: Shop, over: Record<string, unknown> = {}) {
  const { run = '2026-lti', ...settings } = over
  return shop.service.inbound.connections.add({
    kind: 'lti',
    label: 'Moodle of the tests',
    course: 'biblio-mooc',
    run: String(run),
    settings: { platform: platformSettings, ...settings },
    createdBy: 'test',
  })
}

/** What a browser has after the first half of a launch. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly cookie: string
  readonly target: string
}

export async function begin(shop: Shop, { record }: Connection, cookie = ''): Promise<Begun> {
  const target = `https://badges.example.org/lti/${record.id}/launch`
  const query = new URLSearchParams({ iss: issuer, login_hint: '7', target_link_uri: target })
  const answer = await shop.ask(`/lti/${record.id}/login?${query}`, { headers: { cookie } })
  if (answer.status !== 302) throw new Error(`login was answered ${answer.status}`)
  const to = new URL(answer.headers.get('location') ?? '')
  return {
    state: to.searchParams.get('state') ?? '',
    nonce: to.searchParams.get('nonce') ?? '',
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    target,
  }
}

export const end = (
  shop: Shop,
  { record }: Connection,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  shop.ask(`/lti/${record.id}/launch`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: issuer, 'sec-fetch-site': 'cross-site', accept: 'text/html', ...headers },
  })

/** A whole launch; whatever is odd about it goes in as claims or headers. */
export async function launch(
  { shop, platform, connection }: { shop: Shop; platform: Platform; connection: Connection },
  person: Person,
  odd: { claims?: JWTPayload; headers?: Record<string, string>; withCookie?: boolean } = {},
) {
  const { state, nonce, cookie, target } = await begin(shop, connection)
  const token = await platform.sign(
    platform.claimsFor(person, { nonce, target, ...(odd.claims ?? {}) }),
  )
  const headers = { ...(odd.withCookie === false ? {} : { cookie }), ...odd.headers }
  return end(shop, connection, { id_token: token, state }, headers)
}
