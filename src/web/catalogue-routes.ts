import { type Request, type Response, Router } from 'express'
import { renderBadgePng } from '../documents/badge-image.ts'
import { Refusal } from '../errors.ts'
import { isLanguage, type Language } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import { achievementPage, achievementsPage } from '../pages/achievement-pages.ts'
import { homePage } from '../pages/home-page.ts'
import { isProblemCode, problemPage } from '../pages/problem-page.ts'
import { isProblemKind, problemKindPage, problemsPage } from '../pages/problems-page.ts'
import { skillPage } from '../pages/skill-page.ts'
import { achievementSvg } from '../service/artefacts.ts'
import type { Service } from '../service/service.ts'
import { accessibilityRoutes } from './accessibility-routes.ts'
import { previewOf } from './credential-view.ts'
import { frameOf } from './frame.ts'
import { mayAskForCamera, mayRunOwnScript, openToAll, param, suffixedParam } from './guard.ts'

const pictureAge = 'public, max-age=86400'

const notFound = () => new Refusal('not-found', 'There is nothing at this address')

/** The pictures there are, each drawn once. */
const pictures = new Map<string, Buffer>()

function pngOf(svg: string): Buffer {
  const known = pictures.get(svg) ?? Buffer.from(renderBadgePng(svg))
  pictures.set(svg, known)
  return known
}

function sendPicture(
  service: Service,
  achievement: CatalogueAchievement,
  {
    suffix,
    language,
    response,
  }: { readonly suffix: string; readonly language: Language; readonly response: Response },
): void {
  const svg = achievementSvg(achievement, service.catalogue, language)
  response.set('Cache-Control', pictureAge)
  if (suffix === 'svg') response.type('image/svg+xml').send(svg)
  else if (suffix === 'png') response.type('image/png').send(pngOf(svg))
  else throw notFound()
}

const jsonTypes = ['application/ld+json', 'application/json', 'application/vc']

/** The name of the course or the specialization that an achievement belongs to. */
function groupOf(achievement: CatalogueAchievement, { courses, specializations }: Catalogue) {
  const { earnedBy } = achievement
  return earnedBy.kind === 'admission'
    ? specializations.find(({ id }) => id === earnedBy.specialization)?.name
    : courses.find(({ achievements }) => achievements.includes(achievement))?.name
}

/** The achievement as a page for people, or as the Open Badges `Achievement` for programs. */
async function sendAchievement(
  service: Service,
  achievement: CatalogueAchievement,
  answer: { readonly language?: Language; readonly request: Request; readonly response: Response },
): Promise<void> {
  const { language, request, response } = answer
  const document = await service.published(request.path)
  if (!document) throw notFound()
  response.vary('Accept')
  const type = request.accepts(['text/html', ...jsonTypes])
  if (!type) throw new Refusal('not-acceptable', 'Ask for text/html or application/json')
  if (type !== 'text/html') {
    response.set('Content-Type', type).send(Buffer.from(document.text))
    return
  }
  const group = groupOf(achievement, service.catalogue)
  if (!group) throw notFound()
  const frame = frameOf(request, service)
  const shown = language ?? frame.language
  const view = {
    catalogue: service.catalogue,
    group,
    achievement,
    preview: previewOf(service, service.previews.ofAchievement(achievement, shown)),
    ...(language ? { contentLanguage: language } : {}),
  }
  response.type('html').send(achievementPage(view, frame).markup)
}

function achievementRoutes(service: Service): Router {
  const router = Router()
  router.options(['/achievements/:id', '/achievements/:id/:lang'], openToAll)
  router.get('/achievements', (request, response) => {
    const page = achievementsPage(service.catalogue, frameOf(request, service))
    response.type('html').send(page.markup)
  })
  router.get('/achievements/:id', openToAll, async (request, response) => {
    const [id, suffix] = suffixedParam(request, 'id')
    const achievement = service.achievements.get(id)
    if (!achievement) throw new Refusal('achievement-unknown', 'There is no such achievement')
    if (suffix !== undefined)
      return sendPicture(service, achievement, { suffix, language: 'en', response })
    return sendAchievement(service, achievement, { request, response })
  })
  router.get('/achievements/:id/:lang', openToAll, async (request, response) => {
    const achievement = service.achievements.get(param(request, 'id'))
    const [language, suffix] = suffixedParam(request, 'lang')
    if (!achievement || !isLanguage(language))
      throw new Refusal('achievement-unknown', 'There is no such achievement')
    if (suffix !== undefined)
      return sendPicture(service, achievement, { suffix, language, response })
    return sendAchievement(service, achievement, { language, request, response })
  })
  return router
}

/** Pages about the programme: what can be earned, what codes mean. */
export function catalogueRoutes(service: Service): Router {
  const router = Router()
  router.get('/', mayRunOwnScript, mayAskForCamera, (request, response) => {
    response.type('html').send(homePage(frameOf(request, service)).markup)
  })
  router.use(achievementRoutes(service))
  router.use(accessibilityRoutes(service))
  router.get('/skills/:id', (request, response) => {
    const { catalogue } = service
    const skill = catalogue.skills.find(({ id }) => id === param(request, 'id'))
    if (!skill) throw notFound()
    response.type('html').send(skillPage({ catalogue, skill }, frameOf(request, service)).markup)
  })
  router.get('/problems', (request, response) => {
    response.type('html').send(problemsPage(frameOf(request, service)).markup)
  })
  router.get('/problems/:code', (request, response) => {
    const code = param(request, 'code')
    const frame = frameOf(request, service)
    if (isProblemKind(code)) response.type('html').send(problemKindPage(code, frame).markup)
    else if (isProblemCode(code)) response.type('html').send(problemPage(code, frame).markup)
    else throw notFound()
  })
  return router
}
