import { messagesFor } from '../messages/offered.ts'
import { formToken, type SignedInFrame } from './form-token.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { ownPath, type SafeUrl } from './safe-url.ts'

/** What every page of the desk needs to know beside the frame. */
export type DeskFrame = SignedInFrame

/** The pages of one specialization that the desk leads to. */
export type DeskPlace = 'apply' | 'decisions' | 'review' | 'lists' | 'enrolments'

export interface DeskContent {
  readonly title: string
  readonly main: Html
  /** Id of the specialization that the page is about; without one it leads to the desk alone. */
  readonly specialization?: string
  readonly here?: DeskPlace
}

/** Where a place of a specialization is. */
export function deskPath(specialization: string, place: DeskPlace): SafeUrl {
  return place === 'apply'
    ? ownPath('provider', specialization)
    : ownPath('provider', specialization, place)
}

const places: readonly DeskPlace[] = ['apply', 'decisions', 'review', 'lists', 'enrolments']

function navigation({ specialization, here }: DeskContent, frame: DeskFrame): Html {
  const words = messagesFor(frame.language).pages.desk
  const links =
    specialization !== undefined &&
    places.map(
      (place) =>
        html`<li><a href="${deskPath(specialization, place)}"${place === here && html` aria-current="page"`}>${words.places[place]}</a></li>`,
    )
  return html`<div class="desk-bar"><nav aria-label="${words.title}"><ul>
<li><a href="/provider">${words.title}</a></li>
${links}</ul></nav>
<form method="post" action="/provider/sign-out">${formToken(frame)}<button type="submit" class="quiet">${words.signOut}</button></form></div>
`
}

/** A page of the desk, with the ways to its other places and out. */
export function deskPage(content: DeskContent, frame: DeskFrame): Html {
  const { title, main } = content
  const words = messagesFor(frame.language).pages.desk
  const all = html`${navigation(content, frame)}${main}`
  return page({ title: `${title} · ${words.title}`, main: all }, frame)
}
