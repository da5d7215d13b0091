import { type Language, languages } from '../language.ts'
import { type Html, html } from './html.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'

/** What a link to a page shows elsewhere (Open Graph, oEmbed). Addresses are absolute. */
export interface Preview {
  /** Of the title and the description: not always that of the page around them. */
  readonly language: Language
  readonly title: string
  readonly description: string
  /** The one address of the page, without a language. */
  readonly url: string
  readonly siteName: string
  readonly image: {
    readonly url: string
    readonly width: number
    readonly height: number
    readonly alternative: string
  }
  /** Where oEmbed is answered for this page. */
  readonly oembed: string
}

/** Languages as Open Graph names them. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en_GB',
  it: 'it_IT',
  el: 'el_GR',
  bg: 'bg_BG',
  lv: 'lv_LV',
}

const property = (name: string, content: string | number) =>
  html`<meta property="og:${name}" content="${content}">\n`

/** The page in each language, for whoever looks for one of them, and the address that asks the reader's browser. */
function languageLinks(url: string): readonly (Html | false)[] {
  const links = languages.map((language) => {
    const address = safeUrl(`${url}?lang=${language}`)
    return (
      address !== undefined &&
      html`<link rel="alternate" hreflang="${language}" href="${address}">\n`
    )
  })
  const canonical = safeUrl(url)
  return [
    canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`,
    ...links,
    canonical !== undefined &&
      html`<link rel="alternate" hreflang="x-default" href="${canonical}">\n`,
  ]
}

/** The head of a page that is shared. */
export function previewTags(preview: Preview): Html {
  const { language, title, description, url, siteName, image } = preview
  const [picture, oembed] = [safeImageUrl(image.url), safeUrl(preview.oembed)]
  return html`${property('type', 'website')}${property('title', title)}${property('description', description)}<meta property="og:url" content="${safeUrl(url)}">
${property('site_name', siteName)}${property('locale', locales[language])}${languages
  .filter((other) => other !== language)
  .map((other) => property('locale:alternate', locales[other]))}${
  picture &&
  html`<meta property="og:image" content="${picture}">
${property('image:type', 'image/png')}${property('image:width', image.width)}${property('image:height', image.height)}${property('image:alt', image.alternative)}`
}<meta name="description" content="${description}">
${languageLinks(url)}${oembed && html`<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}">\n`}`
}
