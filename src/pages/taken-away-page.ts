import type { Language } from '../language.ts'
import { formatMoment } from '../messages/format.ts'
import { messagesFor } from '../messages/offered.ts'
import { day } from './facts.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { besideThis, safeUrl } from './safe-url.ts'
import { type AwardOnWall, stateWord } from './wall-page.ts'

/** An award in the list of what was taken away. */
export interface ListedAward {
  readonly title: string
  readonly awardedOn: string
  readonly state: AwardOnWall['state']
  /** Paths of its files, from where the page lies. */
  readonly files: readonly string[]
  /** Address of its public page. */
  readonly page: string
}

export interface TakenAwayView {
  readonly name: string
  readonly awards: readonly ListedAward[]
  /** ISO 8601. */
  readonly madeAt: string
}

const suffixOf = (file: string) => file.slice(file.lastIndexOf('.') + 1).toUpperCase()

/** The page inside the ZIP file: it lies beside the files, and loads nothing. */
export function takenAwayPage({ name, awards, madeAt }: TakenAwayView, asked: Language): Html {
  const messages = messagesFor(asked)
  const { title } = messages.pages.holder
  const items = awards.map(({ title: each, awardedOn, state, files, page }) => {
    const url = safeUrl(page)
    const links = files.map((file) => html`<a href="${besideThis(file)}">${suffixOf(file)}</a> `)
    return html`<li><strong>${nameOf(each)}</strong>, ${day(awardedOn, messages)} (${stateWord(state, messages)})<br>${links}<br>${url && html`<a href="${url}">${page}</a>`}</li>\n`
  })
  return html`<!doctype html>
<html lang="${messages.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${nameOf(name)}</p>
<ol>
${items}</ol>
<p><small>${formatMoment(madeAt, messages.language)}</small></p></main></body>
</html>
`
}
