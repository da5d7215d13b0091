import { cardHeight, cardSize, cardWidths } from '../documents/preview-card.ts'
import { Refusal } from '../errors.ts'
import { isLanguage } from '../language.ts'
import { embedded } from '../pages/embedded.ts'
import type { LinkPreview } from '../service/previews.ts'
import type { Service } from '../service/service.ts'
import { issuedOr404 } from './credential-routes.ts'

export interface OembedQuestion {
  readonly url: string | undefined
  readonly format: string | undefined
  readonly maxWidth: string | undefined
  readonly maxHeight: string | undefined
}

/**
 * oEmbed 1.0 §2.3.4.1: a photograph, which WordPress shows of sites it does not know; `html` is what Moodle's filter
 * takes of every type.
 */
export interface OembedAnswer {
  readonly version: '1.0'
  readonly type: 'photo'
  readonly title: string
  readonly author_name: string
  readonly author_url: string
  readonly provider_name: string
  readonly provider_url: string
  readonly url: string
  readonly width: number
  readonly height: number
  readonly html: string
}

const longestUrl = 2_000

const notOurs = () => new Refusal('not-found', 'Nothing at this address can be embedded')

/** One of our own addresses; where another host is named, nothing is fetched and nobody is sent there. */
function ownUrl(asked: string | undefined, publicUrl: URL): URL {
  if (asked === undefined) throw new Refusal('bad-request', 'Name the page in url=')
  if (asked.length > longestUrl || !URL.canParse(asked)) throw notOurs()
  const url = new URL(asked)
  const isOurs = url.host === publicUrl.host && /^https?:$/.test(url.protocol)
  if (!isOurs || url.username || url.password) throw notOurs()
  return url
}

async function previewAt(service: Service, { pathname, searchParams }: URL): Promise<LinkPreview> {
  const lang = searchParams.get('lang')
  const asked = isLanguage(lang) ? lang : undefined
  const [, room, id = '', inPath] =
    /^\/(c|achievements)\/([\w-]{1,100})(?:\/([a-z]{2}))?\/?$/.exec(pathname) ?? []
  if (room === 'c' && inPath === undefined)
    return service.previews.ofCredential(issuedOr404(service, id), asked)
  const achievement = room === 'achievements' ? service.achievements.get(id) : undefined
  if (!achievement || (inPath !== undefined && !isLanguage(inPath))) throw notOurs()
  return service.previews.ofAchievement(achievement, inPath ?? asked ?? 'en')
}

function limitOf(value: string | undefined, name: string): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Refusal('bad-request', `${name} is a number`)
  return Number(value)
}

/** The largest card that fits; where even the smallest is too wide, that one, to be shown smaller. */
function sizeWithin(maxWidth: number, maxHeight: number) {
  const room = Math.min(maxWidth, (maxHeight * cardSize.width) / cardSize.height)
  const drawn = cardWidths.find((width) => width <= room) ?? cardWidths.at(-1) ?? cardSize.width
  const width = Math.max(1, Math.floor(Math.min(drawn, room)))
  return {
    drawn,
    width,
    height:
      width === drawn
        ? cardHeight(drawn)
        : Math.max(1, Math.floor(cardHeight(drawn) * (width / drawn))),
  }
}

/**
 * What a page that embeds one of ours may show of it: the card, and the way to the page. No script, no frame.
 *
 * @throws Refusal `format-not-offered`, `bad-request`; `not-found` for whatever is not ours to embed, and what
 *   {@link issuedOr404} refuses.
 */
export async function oembedAnswer(service: Service, asked: OembedQuestion): Promise<OembedAnswer> {
  if (asked.format !== undefined && asked.format !== 'json')
    throw new Refusal('format-not-offered', 'Ask for format=json')
  const url = ownUrl(asked.url, service.publicUrl)
  const [maxWidth, maxHeight] = [
    limitOf(asked.maxWidth, 'maxwidth'),
    limitOf(asked.maxHeight, 'maxheight'),
  ]
  const preview = await previewAt(service, url)
  const { drawn, width, height } = sizeWithin(maxWidth, maxHeight)
  const at = (path: string) => new URL(path, service.publicUrl).href
  const picture = at(`${preview.path}/card.png?lang=${preview.language}&width=${drawn}`)
  const { title, language, alternative, siteName } = preview
  const page = at(`${preview.path}?lang=${language}`)
  return {
    version: '1.0',
    type: 'photo',
    title,
    author_name: siteName,
    author_url: at('/issuer'),
    provider_name: siteName,
    provider_url: service.publicUrl.origin,
    url: picture,
    width,
    height,
    html: embedded({ page, picture, alternative, width, height }).markup,
  }
}
