import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { type Securing, securings } from '../proof/vc-api-sign.ts'
import type { Service } from '../service/service.ts'
import { type IssueAsked, purposeOf, type StatusPurpose } from '../service/vc-api.ts'
import type { Door } from './door.ts'
import { param } from './guard.ts'
import type { Upload } from './upload.ts'
import { isObject, type Json, maxCallBytes, readCall, textIn } from './vc-api-body.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Lets the holder of VC_API_TOKEN through; without such a token set, which production does not allow, everybody. */
function guarded({ config }: Service): RequestHandler {
  return (request, _response, next) => {
    if (config.vcApiKey === null) throw new Refusal('not-found', 'There is nothing at this address')
    const { vcApiToken } = config
    const given = /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (vcApiToken !== null && !timingSafeEqual(digest(given), digest(vcApiToken)))
      throw new Refusal('unauthorised', 'Send the token of the VC-API: Authorization: Bearer …')
    next()
  }
}

function securingOf(name: string | undefined): Securing | undefined {
  if (name === undefined) return undefined
  const found = (Object.keys(securings) as Securing[]).find((securing) => securing === name)
  if (!found)
    throw new Refusal(
      'bad-request',
      `The cryptosuite is one of ${Object.keys(securings).join(', ')}`,
    )
  return found
}

/** The statuses asked for: `credentialStatus` with one or several purposes, `statusPurpose` alone, or plain true. */
function purposesIn({ credentialStatus, statusPurpose }: Json): readonly StatusPurpose[] {
  if (credentialStatus === undefined && statusPurpose === undefined) return []
  if (credentialStatus === true) return ['revocation']
  const asked = credentialStatus === undefined ? [{ statusPurpose }] : [credentialStatus].flat()
  const purposes = asked.map((entry) => {
    const { type = 'BitstringStatusListEntry', statusPurpose: purpose = 'revocation' } =
      Object(entry)
    if (!isObject(entry) || type !== 'BitstringStatusListEntry')
      throw new Refusal('bad-request', 'A status is a BitstringStatusListEntry')
    return purposeOf(purpose)
  })
  return [...new Set(purposes)]
}

async function readIssue(
  request: Request,
  upload: Upload,
): Promise<{ credential: Json; asked: IssueAsked }> {
  const { body, options } = await readCall(upload)
  const { credential } = body
  if (!isObject(credential)) throw new Refusal('bad-request', 'Send {"credential": {…}}')
  const inPath = param(request, 'suite') || undefined
  return {
    credential,
    asked: {
      securing: securingOf(inPath ?? textIn(options, 'cryptosuite')),
      credentialId: textIn(options, 'credentialId'),
      purposes: purposesIn(options),
    },
  }
}

/**
 * `POST /vc-api/credentials/issue`, the same under the name of a cryptosuite, and `POST /vc-api/credentials/status`.
 * They are not there until VC_API_KEY is set.
 */
export function vcApiIssuingRoutes(service: Service, door: Door): Router {
  const router = Router()
  const guards = [door.limit, guarded(service)]

  const issuing = ['/vc-api/credentials/issue', '/vc-api/:suite/credentials/issue']
  router.post(issuing, ...guards, async (request: Request, response: Response) => {
    const verifiableCredential = await door.admit(request, maxCallBytes, async (upload) => {
      const { credential, asked } = await readIssue(request, upload)
      return service.vcApi.issue(credential, asked)
    })
    response.status(201).set('Cache-Control', 'no-store').json({ verifiableCredential })
  })

  router.post(
    '/vc-api/credentials/status',
    ...guards,
    async (request: Request, response: Response) => {
      const { body } = await door.admit(request, maxCallBytes, readCall)
      const { credentialId, credentialStatus, status = true } = body
      if (
        typeof credentialId !== 'string' ||
        !isObject(credentialStatus) ||
        typeof status !== 'boolean'
      )
        throw new Refusal('bad-request', 'Send {"credentialId", "credentialStatus", "status"}')
      await service.vcApi.setStatus({
        credentialId,
        purpose: purposeOf(credentialStatus.statusPurpose),
        isSet: status,
      })
      response.set('Cache-Control', 'no-store').json({})
    },
  )
  return router
}
