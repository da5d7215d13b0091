import { type Request, type Response, Router } from 'express'
import {
  type CardWidth,
  cardVersion,
  cardWidths,
  type PreviewCard,
} from '../documents/preview-card.ts'
import { Refusal } from '../errors.ts'
import { isLanguage, type Language } from '../language.ts'
import type { Service } from '../service/service.ts'
import { issuedOr404 } from './credential-routes.ts'
import { openToAll, param, queryText } from './guard.ts'
import { oembedAnswer } from './oembed.ts'

/** The language named in the address, and no other wish: whoever fetches a preview is a machine. */
function languageNamed(request: Request): Language | undefined {
  const lang = queryText(request, 'lang')
  return isLanguage(lang) ? lang : undefined
}

function widthAsked(request: Request): CardWidth {
  const asked = queryText(request, 'width')
  const width = cardWidths.find((each) => asked === undefined || String(each) === asked)
  if (width === undefined)
    throw new Refusal('bad-request', `width is one of ${cardWidths.join(', ')}`)
  return width
}

/** Told apart by what is on it, so that one which is asked for again unchanged is neither drawn nor sent. */
async function sendCard(
  service: Service,
  card: PreviewCard,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const width = widthAsked(request)
  response.set({
    'Cache-Control': 'public, no-cache',
    'Content-Type': 'image/png',
    ETag: `"${cardVersion(card, width)}"`,
  })
  if (request.fresh) {
    response.status(304).end()
    return
  }
  response.send(Buffer.from(await service.previews.draw(card, width)))
}

/**
 * What other sites show of a link: `/c/{id}/card.png`, `/achievements/{id}/card.png` and `/oembed`. They are read for readers
 * of those sites, so no language that is asked for here is remembered.
 */
export function previewRoutes(service: Service): Router {
  const router = Router()
  router.options(['/c/:id/card.png', '/achievements/:id/card.png', '/oembed'], openToAll)
  router.get('/c/:id/card.png', openToAll, async (request, response) => {
    const record = issuedOr404(service, param(request, 'id'))
    const { card } = await service.previews.ofCredential(record, languageNamed(request))
    return sendCard(service, card, { request, response })
  })
  router.get('/achievements/:id/card.png', openToAll, async (request, response) => {
    const achievement = service.achievements.get(param(request, 'id'))
    if (!achievement) throw new Refusal('achievement-unknown', 'There is no such achievement')
    const { card } = service.previews.ofAchievement(achievement, languageNamed(request) ?? 'en')
    return sendCard(service, card, { request, response })
  })
  router.get('/oembed', openToAll, async (request, response) => {
    const answer = await oembedAnswer(service, {
      url: queryText(request, 'url'),
      format: queryText(request, 'format'),
      maxWidth: queryText(request, 'maxwidth'),
      maxHeight: queryText(request, 'maxheight'),
    })
    response.set('Cache-Control', 'public, no-cache').json(answer)
  })
  return router
}
