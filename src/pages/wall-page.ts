import { type Language, type Localised, languages } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import { languageNames, messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { day } from './facts.ts'
import { inTongue, nameOf, personName } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type HolderFrame, holderPage, said } from './holder-frame.ts'
import { type Html, html } from './html.ts'
import { type Icon, icons } from './icons.ts'
import { ownPath } from './safe-url.ts'
import type { Tone } from './verdict.ts'

/** `lost`: an eligibility is no better than what it rests on, and something of that is gone. */
type State = 'active' | 'not-yet-valid' | 'expired' | 'revoked' | 'replaced' | 'lost'

export interface AwardOnWall {
  readonly id: string
  readonly achievement: string
  readonly title: string
  readonly inLanguage: string | undefined
  readonly awardedOn: string
  readonly state: State
  readonly visibility: 'private' | 'link' | 'public'
}

export interface PlaceOnWall {
  readonly achievement: string
  readonly name: Localised
  /** None where it is still missing. */
  readonly awards: readonly AwardOnWall[]
}

export interface WallView {
  readonly name: string
  readonly courses: readonly {
    readonly name: Localised
    readonly whole: readonly PlaceOnWall[]
    readonly parts: readonly PlaceOnWall[]
    readonly has: number
  }[]
  readonly others: readonly AwardOnWall[]
  /** That letters are written in; `null` where none was chosen. */
  readonly language: Language | null
  readonly done?: 'language' | 'erased'
}

const looks: Readonly<Record<State, { readonly tone: Tone; readonly icon: Icon }>> = {
  active: { tone: 'good', icon: 'valid' },
  'not-yet-valid': { tone: 'caution', icon: 'time' },
  expired: { tone: 'caution', icon: 'time' },
  revoked: { tone: 'bad', icon: 'invalid' },
  replaced: { tone: 'caution', icon: 'time' },
  lost: { tone: 'bad', icon: 'invalid' },
}

/** Whether it still counts, as the ledger knows; its page has it checked. */
export const stateWord = (state: State, messages: Messages): string =>
  state === 'lost' ? messages.pages.credential.eligibility.lost.title : messages.statuses[state]

export function stateLine(state: State, messages: Messages): Html {
  const { tone, icon } = looks[state]
  return html`<span class="tone-${tone} held">${icons[icon]} ${stateWord(state, messages)}</span>`
}

const picture = (achievement: string) =>
  html`<img src="${ownPath('achievements', `${achievement}.png`)}" width="96" height="96" alt="" loading="lazy">`

function card(award: AwardOnWall, messages: Messages, isWhole = false): Html {
  const { brief } = messages.pages.holder.visibility
  return html`<li${isWhole && html` class="whole"`}>${picture(award.achievement)}
<h3${inTongue(award.inLanguage)}><a href="${ownPath('my', award.id)}">${nameOf(award.title)}</a></h3>
<p class="small">${day(award.awardedOn, messages)}</p>
<p class="small">${stateLine(award.state, messages)}</p>
<p class="small">${brief[award.visibility]}</p></li>`
}

function place(
  { achievement, name, awards }: PlaceOnWall,
  messages: Messages,
  isWhole = false,
): readonly Html[] {
  if (awards.length > 0) return awards.map((award) => card(award, messages, isWhole))
  return [
    html`<li class="${isWhole ? 'missing whole' : 'missing'}">${picture(achievement)}
<h3><a href="${ownPath('achievements', achievement)}">${phrase(name, messages.language)}</a></h3>
<p class="small">${messages.pages.holder.wall.missing}</p></li>`,
  ]
}

function course(
  { name, whole, parts, has }: WallView['courses'][number],
  messages: Messages,
): Html {
  const { wall } = messages.pages.holder
  const isComplete = whole.some(({ awards }) => awards.some(({ state }) => state === 'active'))
  const words = wall.progress(has, parts.length)
  const progress =
    parts.length > 0 &&
    html`<p><progress value="${has}" max="${parts.length}" aria-label="${words}"></progress> ${words}</p>`
  return html`<section><h2>${phrase(name, messages.language)}</h2>
${isComplete && html`<p>${wall.complete}</p>`}
${!isComplete && progress}
<ul class="wall">${whole.map((each) => place(each, messages, true))}${parts.map((each) => place(each, messages))}</ul></section>`
}

function languageForm({ language }: WallView, messages: Messages, frame: HolderFrame): Html {
  const { wall } = messages.pages.holder
  const chosen = language ?? messages.language
  const options = languages.map(
    (each) =>
      html`<option value="${each}" lang="${each}"${each === chosen && html` selected`}>${languageNames[each]}</option>`,
  )
  return html`<form class="settle" method="post" action="/my/language">${formToken(frame)}
<p class="field"><label for="language">${wall.language}</label>
<select id="language" name="language" aria-describedby="language-hint">${options}</select>
<small id="language-hint">${wall.languageHint}</small></p>
<p class="send"><button type="submit">${wall.save}</button></p></form>`
}

/** `/my`: everything that is theirs, stacked towards what it leads to. */
export function wallPage(view: WallView, frame: HolderFrame): Html {
  const messages = messagesFor(frame.language)
  const { title, wall, rights } = messages.pages.holder
  const { courses, others } = view
  const isEmpty = courses.length + others.length === 0
  const rest =
    others.length > 0 &&
    html`<section><h2>${courses.length > 0 ? wall.others : title}</h2><ul class="wall">${others.map((each) => card(each, messages))}</ul></section>`
  const main = html`<h1>${title}</h1>
<p class="whose">${personName(view.name)}</p>
${view.done === 'language' && said(wall.languageSaved)}
${view.done === 'erased' && said(rights.erase.doneOne)}
<p class="lead">${isEmpty ? wall.none : wall.lead}</p>
${courses.map((each) => course(each, messages))}
${rest}
${!isEmpty && html`<p class="screen"><a class="button" href="/my/all.zip" download>${wall.downloadAll}</a></p><p class="note screen">${wall.downloadAllNote}</p>`}
<section class="screen">${languageForm(view, messages, frame)}</section>
<p class="screen"><a href="/my/erase">${rights.erase.all}</a></p>`
  return holderPage({ title, main }, frame)
}
