import { type Language, languages } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import { languageNames, messagesFor } from '../messages/offered.ts'
import { type Html, html, ownScript } from './html.ts'
import { printersMark } from './icons.ts'
import { type Preview, previewTags } from './preview-tags.ts'
import { safeUrl, samePath } from './safe-url.ts'

/** What every page needs to know about the request and the service. */
export interface Frame {
  /** The language asked for; pages fall back to English where it is not complete. */
  readonly language: Language
  /** Path of this page without its query, say `/verify`: where the language links lead. */
  readonly path: string
  /** Host of PUBLIC_URL, never of a request header: what the address bar must show. */
  readonly host: string
  /** Path of the one style sheet, with its version: `/assets/style.css?v=…`. */
  readonly stylesheet: string
  /** Path of the script of the form that checks, with its version. */
  readonly script: string
  /** Whether the catalogue is the sample, which every page then says. */
  readonly illustrative: boolean
}

export interface PageContent {
  readonly title: string
  readonly main: Html
  readonly preview?: Preview
  /** Absolute address of the credential that this page shows, for verifiers that are given the page's address. */
  readonly credential?: string
  /** Whether search engines may show it: only what its holder made public, never anything else about a person. */
  readonly isPublic?: boolean
  /** Whether the page has the form that checks, whose script it then loads. */
  readonly hasForm?: boolean
  /** Path of another style sheet of ours that the page loads. */
  readonly sheet?: string
  /** Path of another script of ours that the page loads. */
  readonly script?: string | undefined
  /** Seconds after which it loads itself anew, where no script runs. */
  readonly reloadsEvery?: number
  /** Named in the navigation as where the reader is. */
  readonly section?: 'check' | 'achievements' | 'specializations' | 'issuer'
}

/** Where verifiers find the credential that a page shows. */
function credentialLink(address: string): Html | undefined {
  const url = safeUrl(address)
  return url && html`<link rel="alternate" type="application/vc" href="${url}">\n`
}

function languageLinks(messages: Messages, path: string): Html {
  const links = languages.map((language) =>
    language === messages.language
      ? html`<li><span lang="${language}" aria-current="true">${languageNames[language]}</span></li>`
      : html`<li><a href="${samePath(path, `lang=${language}`)}" lang="${language}" hreflang="${language}">${languageNames[language]}</a></li>`,
  )
  return html`<nav class="languages" aria-label="${messages.pages.frame.languages}"><ul>${links}</ul></nav>`
}

function header(messages: Messages, frame: Frame, section: PageContent['section']): Html {
  const words = messages.pages.frame
  const { path, illustrative } = frame
  const banner = illustrative && words.illustrative
  const here = (name: PageContent['section']) => name === section && html` aria-current="page"`
  // On a narrow screen the navigation opens at a touch: what was asked for comes first.
  return html`<header>
${banner && html`<p class="banner">${banner}</p>`}
<div class="masthead">
<a class="brand" href="/">${printersMark}<span>Colophon</span></a>
<a class="opener" href="#menu">${words.menu}</a>
<nav id="menu" aria-label="${words.mainNavigation}"><ul>
<li><a href="/verify"${here('check')}>${words.check}</a></li>
<li><a href="/achievements"${here('achievements')}>${words.achievements}</a></li>
<li><a href="/specializations"${here('specializations')}>${messages.pages.specialization.listTitle}</a></li>
<li><a href="/issuer"${here('issuer')}>${words.issuer}</a></li>
</ul></nav>
${languageLinks(messages, path)}
</div>
</header>`
}

/** A whole page: one style sheet of our own, at most one script, nothing from other hosts, not for search engines. */
export function page(content: PageContent, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.frame
  return html`<!doctype html>
<html lang="${messages.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="${content.isPublic === true ? 'all' : 'noindex, noarchive'}">
<meta name="color-scheme" content="light dark">
<title>${content.title} · Colophon</title>
${content.preview && previewTags(content.preview)}${content.credential !== undefined && credentialLink(content.credential)}<link rel="stylesheet" href="${safeUrl(frame.stylesheet)}">
${
  content.sheet !== undefined &&
  html`<link rel="stylesheet" href="${safeUrl(content.sheet)}">
`
}${content.hasForm === true && ownScript(frame.script)}${content.script !== undefined && ownScript(content.script)}${
  content.reloadsEvery !== undefined &&
  html`<noscript><meta http-equiv="refresh" content="${content.reloadsEvery}"></noscript>
`
}</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
${header(messages, frame, content.section)}
<main id="content">
${content.main}
</main>
<footer>
<p class="address-bar">${words.addressBar(frame.host)}</p>
<p class="privacy">${words.privacy}</p>
<p class="screen"><a href="/accessibility">${messages.pages.accessibility.title}</a> <a href="/my">${messages.pages.holder.forLearners}</a> <a href="/provider">${messages.pages.desk.forProviders}</a> <a href="/desk">${messages.pages.operator.forOperators}</a></p>
</footer>
</body>
</html>
`
}
