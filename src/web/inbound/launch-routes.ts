import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { LtiPlatform } from '../../inbound/lti-launch.ts'
import { type LaunchView, launchPage } from '../../pages/launch-page.ts'
import { errorPage } from '../../pages/problem-page.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Launched } from '../../service/inbound/launches.ts'
import { frameOf } from '../frame.ts'
import { param, queryText } from '../guard.ts'
import { holderCookieWith, holderSecret } from '../holder-session.ts'
import { type CookieRules, cookieWith, fieldsOf, secretIn } from '../signed-in.ts'
import { actAs, type InboundDesk } from './sender.ts'
import { toolConfig } from './tool-config.ts'

// Binds the end of a launch to the browser that began it. Platforms post from their own site, often within a frame.
const launchCookie: CookieRules = {
  name: 'launch',
  path: '/lti',
  sameSite: 'None',
  seconds: 10 * 60,
}

interface Launch extends InboundDesk {
  readonly request: Request
  readonly response: Response
  readonly connection: Connection & { readonly platform: LtiPlatform }
}

const originOf = (text: string) => (URL.canParse(text) ? [new URL(text).origin] : [])

/** Pages of the platform may show ours within them, and nobody else's. */
function frameWithin({ issuer, authUrl, frames }: LtiPlatform, response: Response): void {
  const origins = [...originOf(issuer), ...originOf(authUrl), ...frames]
  const https = [...new Set(origins)].filter((origin) => origin.startsWith('https://'))
  const policy = String(response.get('Content-Security-Policy'))
  response.removeHeader('X-Frame-Options')
  response.set(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${https.join(' ') || "'none'"}`),
  )
}

function beginLaunch(fields: ReadonlyMap<string, string>, launch: Launch): void {
  const { service, request, response, connection } = launch
  const browser = secretIn(request, launchCookie, service) ?? service.inbound.launches.newBrowser()
  const asked = {
    iss: fields.get('iss') ?? '',
    loginHint: fields.get('login_hint') ?? '',
    targetLinkUri: fields.get('target_link_uri') ?? '',
    messageHint: fields.get('lti_message_hint'),
    clientId: fields.get('client_id'),
  }
  const url = service.inbound.launches.begin(connection, asked, browser)
  response.append('Set-Cookie', cookieWith(browser, launchCookie, service))
  response.redirect(302, url.href)
}

/** Whether the answer fills a whole tab: within a frame nobody stays signed in, since the cookie is not sent there. */
const isWholeTab = (request: Request) => request.get('Sec-Fetch-Dest') === 'document'

function letIn(learner: string, { service, request, response }: Launch): void {
  const before = holderSecret(request, service)
  if (before !== undefined) service.holders.signOut(before)
  const secret = service.holders.newSecret()
  service.holders.signIn(learner, secret)
  response.append('Set-Cookie', holderCookieWith(secret, service))
  response.redirect(303, '/my')
}

function viewOf(launched: Launched, { service }: Launch): LaunchView {
  if (launched.kind !== 'learner') return launched
  const achievements = launched.achievements.flatMap((id) => service.achievements.get(id) ?? [])
  const secret = service.mail.briefLink(launched.learner)
  return { kind: 'learner', achievements, isSigned: launched.isSigned, secret }
}

async function endLaunch(fields: ReadonlyMap<string, string>, launch: Launch): Promise<void> {
  const { service, request, response, connection, onFault } = launch
  actAs(connection)
  const launched = await service.inbound.launches.launch(connection, {
    idToken: fields.get('id_token') ?? '',
    state: fields.get('state') ?? '',
    browser: secretIn(request, launchCookie, service),
  })
  service.issue().catch(onFault)
  if (launched.kind === 'learner' && launched.isSameBrowser && isWholeTab(request))
    return letIn(launched.learner, launch)
  const view = viewOf(launched, launch)
  response.type('html').send(launchPage(view, frameOf(request, service)).markup)
}

const maxHint = 4_000

/** What stands in the query of a login. */
function queryFields(request: Request): ReadonlyMap<string, string> {
  const names = ['iss', 'login_hint', 'target_link_uri', 'lti_message_hint', 'client_id']
  return new Map(
    names.flatMap((name) => {
      const value = queryText(request, name)
      return value === undefined || value.length > maxHint ? [] : [[name, value]]
    }),
  )
}

/** `/lti/{connection}`: a certificate as the last item of a course, by LTI 1.3; docs/CONNECTIONS.md. */
export function launchRoutes(desk: InboundDesk): Router {
  const { service, door, limits } = desk
  const router = Router()
  const launchOf = (request: Request, response: Response): Launch => {
    response.set('Cache-Control', 'no-store')
    const connection = service.inbound.launches.find(param(request, 'connection'))
    frameWithin(connection.platform, response)
    limits.countLaunch(connection.record.id, request, response)
    return { ...desk, request, response, connection }
  }
  const formOf = (request: Request) => fieldsOf({ request, door }, async () => undefined)
  const begin: RequestHandler = (request, response) =>
    beginLaunch(queryFields(request), launchOf(request, response))

  router.get('/lti/:connection/login', begin)
  router.post('/lti/:connection/login', async (request, response) => {
    const launch = launchOf(request, response)
    beginLaunch(await formOf(request), launch)
  })
  router.post('/lti/:connection/launch', async (request, response) => {
    const launch = launchOf(request, response)
    await endLaunch(await formOf(request), launch)
  })
  router.get('/lti/:connection/launch', (request, response) => {
    launchOf(request, response)
    // Whoever comes here otherwise, say by a link to another language, is told the way back.
    const view = { code: 'lti-state-lost' } as const
    response.type('html').send(errorPage(view, frameOf(request, service)).markup)
  })
  router.get('/lti/:connection/jwks.json', (request, response) => {
    service.inbound.connections.find(param(request, 'connection'), 'lti')
    response.set('Cache-Control', 'public, max-age=300').json(service.inbound.toolKeys.jwks())
  })
  router.get('/lti/:connection/config.json', (request, response) => {
    const connection = service.inbound.connections.find(param(request, 'connection'), 'lti')
    response.set('Cache-Control', 'no-store').json(toolConfig(connection, service))
  })
  return router
}
