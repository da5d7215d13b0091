import { type Request, type Response, Router } from 'express'
import { recipientName, type SignedBadge } from '../credential/open-badge.ts'
import { attachmentDisposition } from '../documents/content-disposition.ts'
import { isPrintable } from '../documents/fonts.ts'
import { qrDataUrl } from '../documents/qr-image.ts'
import { linkedInAddToProfile, linkedInShare } from '../documents/share-links.ts'
import { Refusal } from '../errors.ts'
import { isPrivate, isPublic } from '../holder/visibility.ts'
import { isLanguage } from '../language.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import { type CredentialLinks, credentialPage } from '../pages/credential-page.ts'
import type { SupportView } from '../pages/eligibility-support.ts'
import { type ArtefactForm, artefactForms } from '../service/artefacts.ts'
import type { IssuedRecord, Service } from '../service/service.ts'
import { inReadersLanguage, previewOf } from './credential-view.ts'
import { frameOf } from './frame.ts'
import { openToAll, param, queryText, suffixedParam } from './guard.ts'
import { tellRobots } from './robots.ts'
import { sendArtefact } from './send-artefact.ts'

export const idForm = /^[0-9a-z]{26}$/

/** Unknown, not issued, private and malformed ids are answered alike; of what was erased it is said that it was there. */
export function issuedOr404(service: Service, id: string): IssuedRecord {
  const record = idForm.test(id) ? service.issued(id) : undefined
  if (!record && idForm.test(id) && service.isErased(id))
    throw new Refusal('credential-erased', 'It was erased; nothing of it is kept')
  if (!record || isPrivate(record))
    throw new Refusal('credential-not-found', 'There is no credential at this address')
  return record
}

/** Which form each media type asks for (OB 3.0 §"Document formats", VC DM 2.0 §6.2, VC-JOSE-COSE §6). */
const formOfType = {
  'text/html': 'html',
  'application/vc': 'json',
  'application/vc+ld+json': 'json',
  'application/ld+json': 'json',
  'application/json': 'json',
  'application/vc+jwt': 'jwt',
  'application/jwt': 'jwt',
  'text/plain': 'jwt',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/svg+xml': 'svg',
} as const satisfies Record<string, ArtefactForm | 'html'>

type MediaType = keyof typeof formOfType

export const isForm = (value: string): value is ArtefactForm =>
  artefactForms.some((form) => form === value)

/** A file name for people: the title and the name, whatever their script. */
export const fileName = (badge: SignedBadge, form: ArtefactForm) =>
  attachmentDisposition(
    `${badge.name} - ${recipientName(badge.credentialSubject) ?? ''}`,
    form,
    'credential',
  )

export const urlOf = (service: Service, id: string, suffix = '') =>
  new URL(`/c/${id}${suffix}`, service.publicUrl).href

export function linksOf(
  service: Service,
  record: IssuedRecord,
  badge: SignedBadge,
): CredentialLinks {
  const certUrl = urlOf(service, record.id)
  const { linkedInOrganizationId } = service.catalogue.issuer
  const isProgramme = service.keyring.whoIs(badge.issuer.id) === null
  // The page at LinkedIn is the programme's; a partner goes by its name there.
  const organization =
    isProgramme && linkedInOrganizationId
      ? { organizationId: linkedInOrganizationId }
      : { organizationName: badge.issuer.name }
  // No link to a PDF that would be refused: not every script can be printed yet.
  const printable = isPrintable(recipientName(badge.credentialSubject) ?? '')
  const forms = artefactForms.filter((form) => form !== 'pdf' || printable)
  return {
    page: certUrl,
    files: Object.fromEntries(forms.map((form) => [form, urlOf(service, record.id, `.${form}`)])),
    linkedInProfile: linkedInAddToProfile({
      name: badge.name,
      ...organization,
      issuedOn: new Date(badge.awardedDate ?? badge.validFrom),
      ...(badge.validUntil ? { expiresOn: new Date(badge.validUntil) } : {}),
      certUrl,
      certId: record.id,
    }),
    linkedInPost: linkedInShare(certUrl),
    qrImage: qrDataUrl(certUrl),
    // Whoever is told to be eligible has asked already.
    ...(service.catalogue.specializations.length > 0 &&
      record.achievement !== eligibilityId(record.course) && {
        selfCheck: `/c/${record.id}/eligibility`,
      }),
  }
}

/** What an eligibility rests on; `undefined` for what was earned. */
async function supportView(
  service: Service,
  record: IssuedRecord,
): Promise<SupportView | undefined> {
  const { achievement, course } = record
  if (achievement !== eligibilityId(course)) return undefined
  const supports = await service.eligibility.supports(record.id)
  const start = urlOf(service, '')
  const items = supports.map(({ restsOn, state, lookedAt }) => {
    const id = restsOn.startsWith(start) ? restsOn.slice(start.length) : ''
    return { id: restsOn, own: idForm.test(id) ? id : null, state, lookedAt }
  })
  const isOffered = service.catalogue.specializations.some(({ id }) => id === course)
  return { specialization: isOffered ? course : null, items }
}

async function sendPage(
  service: Service,
  record: IssuedRecord,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const { report } = await service.verify(Buffer.from(record.signed))
  service.checkTally.count(report, 'page')
  const badge = JSON.parse(record.signed) as SignedBadge
  const support = await supportView(service, record)
  const frame = frameOf(request, service)
  const lang = queryText(request, 'lang')
  const preview = await service.previews.ofCredential(record, isLanguage(lang) ? lang : undefined)
  const view = {
    credential: badge,
    report,
    links: linksOf(service, record, badge),
    preview: previewOf(service, preview),
    ...inReadersLanguage(service, record.achievement, { badge, language: frame.language }),
    isPublic: isPublic(record) && preview.counts,
    ...(record.revokedAt && record.revocationCode
      ? { revocation: { date: record.revokedAt, reasonCode: record.revocationCode } }
      : {}),
    ...(record.correctedAt
      ? { correctedAt: record.correctedAt, isSignedAnew: isSignedAnew(service, record) }
      : {}),
    ...(support ? { support } : {}),
  }
  // A page tells the state of now; what it shows next time may differ.
  const page = credentialPage(view, frame)
  tellRobots(response, view.isPublic)
  response.set('Cache-Control', 'no-cache').type('html').send(page.markup)
}

async function sendForm(
  service: Service,
  record: IssuedRecord,
  answer: {
    readonly form: ArtefactForm
    readonly contentType?: string
    readonly request: Request
    readonly response: Response
  },
): Promise<void> {
  const { form, request, response } = answer
  const artefact = await service.artefact(record, form)
  const badge = JSON.parse(record.signed) as SignedBadge
  response
    .set('Cache-Control', 'public, no-cache')
    .set('Content-Type', answer.contentType ?? artefact.contentType)
    .set('Link', `<${urlOf(service, record.id)}>; rel="canonical"`)
  if (form === 'pdf') response.set('Content-Disposition', fileName(badge, form))
  sendArtefact(request, response, artefact)
}

/** The versions before, without what was wrong with them: that is for those who hold one. */
const replacedVersions = (service: Service, { id }: IssuedRecord) =>
  service.ledger.versions
    .superseded(id)
    .map(({ issuedAt, replacedAt, reason }) => ({ issuedAt, replacedAt, reason }))

/** Whether the version that counts differs from the one before in its key alone. */
const isSignedAnew = (service: Service, { id }: IssuedRecord) =>
  service.ledger.versions.superseded(id).at(-1)?.reason === 'key-compromised'

/** `/c/{id}`: the public page, and by `Accept` or suffix each form; beside it `/c/{id}/status.json`. */
export function credentialRoutes(service: Service): Router {
  const router = Router()
  router.options(['/c/:id', '/c/:id/status.json'], openToAll)

  router.get('/c/:id/status.json', openToAll, (request, response) => {
    const record = issuedOr404(service, param(request, 'id'))
    response.set('Cache-Control', 'no-cache').json({
      id: urlOf(service, record.id),
      status: record.revokedAt ? 'revoked' : 'active',
      ...(record.revokedAt ? { revokedAt: record.revokedAt, reason: record.revocationCode } : {}),
      ...(record.correctedAt
        ? { correctedAt: record.correctedAt, replaced: replacedVersions(service, record) }
        : {}),
    })
  })

  router.get('/c/:id', openToAll, async (request, response) => {
    const [id, suffix] = suffixedParam(request, 'id')
    const record = issuedOr404(service, id)
    if (suffix !== undefined) {
      if (!isForm(suffix)) throw new Refusal('not-found', 'There is no such form of a credential')
      return sendForm(service, record, { form: suffix, request, response })
    }
    response.vary('Accept')
    const type = request.accepts(Object.keys(formOfType)) as MediaType | false
    if (!type) throw new Refusal('not-acceptable', `Ask for ${Object.keys(formOfType).join(', ')}`)
    const form = formOfType[type]
    if (form === 'html') return sendPage(service, record, { request, response })
    return sendForm(service, record, { form, contentType: type, request, response })
  })
  return router
}
