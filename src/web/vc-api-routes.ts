import { type RequestHandler, Router } from 'express'
import type { Received } from '../checking/receiving/received.ts'
import { conformDataModel } from '../credential/data-model.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Service } from '../service/service.ts'
import type { Door } from './door.ts'
import { languageOf } from './language.ts'
import { statusOf } from './problem.ts'
import type { Upload } from './upload.ts'
import { type Answer, answerOf, checksAsked, refusedAnswer } from './vc-api-answer.ts'
import { isObject, type Json, maxCallBytes, readCall, textIn } from './vc-api-body.ts'
import { type ProblemDetails, problemTypes, problemWith } from './vc-api-problems.ts'

type Kind = 'credential' | 'presentation'

const members = {
  credential: 'verifiableCredential',
  presentation: 'verifiablePresentation',
} as const satisfies Record<Kind, string>

const purposes = {
  credential: 'assertionMethod',
  presentation: 'authentication',
} as const satisfies Record<Kind, string>

/** What is to be checked, as the bytes of a document or of a token. */
function documentIn(body: Json, kind: Kind): Uint8Array {
  const document = body[members[kind]]
  if (typeof document === 'string') return new TextEncoder().encode(document)
  if (!isObject(document)) throw new Refusal('bad-request', `Send {"${members[kind]}": {…}}`)
  const isEnvelope = [document.type].flat().some((type) => String(type).startsWith('Enveloped'))
  const [complaint] = isEnvelope ? conformDataModel(document) : []
  if (complaint) throw new Refusal('bad-request', `${complaint.path} ${complaint.message}`)
  return new TextEncoder().encode(JSON.stringify(document))
}

const isPresentation = ({ credential }: Received): boolean =>
  [credential.type].flat().includes('VerifiablePresentation')

function furtherProblems(received: Received, kind: Kind, options: Json): readonly ProblemDetails[] {
  const isOther = isPresentation(received) !== (kind === 'presentation')
  const purpose = textIn(options, 'expectedProofPurpose')
  return [
    ...(isOther
      ? [problemWith(problemTypes.malformed, `This is no ${kind}`, 'form-not-a-credential')]
      : []),
    ...(purpose !== undefined && purpose !== purposes[kind]
      ? [
          problemWith(
            problemTypes.proof,
            `The purpose is not ${purpose}`,
            'signature-purpose-wrong',
          ),
        ]
      : []),
  ]
}

interface Asked {
  readonly kind: Kind
  readonly language: Language
}

async function check(upload: Upload, service: Service, { kind, language }: Asked): Promise<Answer> {
  const { body, options } = await readCall(upload)
  const checks = checksAsked(options.checks)
  const [challenge, domain] = [textIn(options, 'challenge'), textIn(options, 'domain')]
  const { report, received } = await service.verify(documentIn(body, kind), {
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  })
  service.checkTally.count(report)
  // One finding covers both; where only one was stated, that is the one.
  const audience = domain === undefined ? 'challenge' : 'domain'
  const further = furtherProblems(received, kind, options)
  return answerOf(report, { checks, language, audience }, further)
}

/** What cannot be read is answered like what does not hold: 400, and never 422. Too much is answered as anywhere. */
function refusalAnswer(thrown: unknown): Answer {
  if (!(thrown instanceof Refusal)) throw thrown
  if (![400, 422].includes(statusOf[thrown.code])) throw thrown
  return refusedAnswer(problemWith(problemTypes.parsing, thrown.message, thrown.code))
}

const checking =
  (service: Service, door: Door, kind: Kind): RequestHandler =>
  async (request, response) => {
    const asked = { kind, language: languageOf(request) }
    const { status, body } = await door
      .admit(request, maxCallBytes, (upload) => check(upload, service, asked))
      .catch(refusalAnswer)
    response.status(status).set('Cache-Control', 'no-store').json(body)
  }

/**
 * `POST /vc-api/credentials/verify` and `POST /vc-api/presentations/verify`, for anyone: 200 for what holds, 400 for
 * what does not or could not be looked at, with problem details and our report.
 */
export function vcApiRoutes(service: Service, door: Door): Router {
  const router = Router()
  router.post('/vc-api/credentials/verify', door.limit, checking(service, door, 'credential'))
  router.post('/vc-api/presentations/verify', door.limit, checking(service, door, 'presentation'))
  return router
}
