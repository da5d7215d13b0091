import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { FetchDocument } from '../../src/checking/remote.ts'

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`

export const issuer = 'https://lms.example.org'
export const clientId = 'colophon-client'
export const deployment = 'deployment-1'

/** What a platform is set up by, as its administrator would copy it. */
export const platformSettings = {
  issuer,
  clientId,
  deployments: [deployment],
  authUrl: `${issuer}/mod/lti/auth.php`,
  jwksUrl: `${issuer}/mod/lti/certs.php`,
}

export const learnerRole = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'
export const teacherRole = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'

export interface Person {
  readonly sub: string
  readonly name?: string
  readonly email?: string
}

/** A small learning platform: it has a key and publishes it on a real port, and says who launches. */
export async function openPlatform(now: () => Date) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  let keys: object[] = [jwk]
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const seconds = () => Math.floor(now().getTime() / 1000)
  const claimsFor = (
    person: Person,
    more: { nonce: string; target: string } & Record<string, unknown>,
  ): JWTPayload => {
    const { nonce, target, ...over } = more
    return {
      iss: issuer,
      aud: clientId,
      iat: seconds(),
      exp: seconds() + 300,
      nonce,
      ...person,
      [claim('deployment_id')]: deployment,
      [claim('message_type')]: 'LtiResourceLinkRequest',
      [claim('version')]: '1.3.0',
      [claim('target_link_uri')]: target,
      [claim('resource_link')]: { id: 'link-1' },
      [claim('roles')]: [learnerRole],
      ...over,
    }
  }
  return {
    jwk,
    privateKey,
    claim,
    claimsFor,
    seconds,
    get asked() {
      return asked
    },
    publish(changed: object[]) {
      keys = changed
    },
    /** Only the platform's own host answers, by its real port. */
    fetch: (async (url) => {
      if (url.origin !== issuer) throw new Error(`nobody answers at ${url.host}`)
      const answer = await fetch(`http://127.0.0.1:${port}${url.pathname}`)
      return { contentType: 'application/json', body: new Uint8Array(await answer.arrayBuffer()) }
    }) satisfies FetchDocument,
    sign: (claims: JWTPayload, header: { alg?: string; kid?: string } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header })
        .sign(privateKey),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export type Platform = Awaited<ReturnType<typeof openPlatform>>
