import { formatMoment } from '../messages/format.ts'
import type { ShareEndName } from '../messages/holder-messages.ts'
import type { Messages } from '../messages/messages.ts'
import type { AwardView, ShareGiven, ShareView } from './award-view.ts'
import { formToken } from './form-token.ts'
import { type HolderFrame, said } from './holder-frame.ts'
import { type Html, html, joined } from './html.ts'
import { noticeOf } from './notice.ts'
import { ownPath, safeUrl } from './safe-url.ts'

const ends: readonly ShareEndName[] = ['day', 'week', 'month', 'year', 'date']

const usual: ShareGiven = { name: 'full', results: false, hours: false, end: 'week', day: '' }

interface Place {
  readonly messages: Messages
  readonly frame: HolderFrame
}

/** What a link shows, in a line. */
function showsLine({ shows }: ShareView, initials: string, messages: Messages) {
  const words = messages.pages.holder.shares
  const parts = [
    shows.name === 'full' ? words.full : words.initials(initials),
    shows.results && words.results,
    shows.hours && words.hours,
  ]
  return joined(parts.filter(Boolean), ', ')
}

function openLink(share: ShareView, view: AwardView, place: Place): Html {
  const { messages, frame } = place
  const words = messages.pages.holder.shares
  const url = safeUrl(share.url)
  const action = ownPath('my', view.id, 'shares', share.id, 'withdraw')
  return html`<li><p>${url && html`<a href="${url}" dir="ltr">${share.url}</a>`}</p>
<p class="small">${words.until(formatMoment(share.expiresAt, messages.language))}</p>
<p class="small">${words.shows}: ${showsLine(share, view.initials, messages)}</p>
<form method="post" action="${action}#shares">${formToken(frame)}<button type="submit" class="quiet">${words.withdraw}</button></form></li>`
}

const radio = (value: string, label: string, isChosen: boolean) =>
  html`<p class="tick"><input type="radio" name="name" id="name-${value}" value="${value}"${isChosen && html` checked`}> <label for="name-${value}">${label}</label></p>`

const tick = (name: string, label: string, isChosen: boolean) =>
  html`<p class="tick"><input type="checkbox" name="${name}" id="show-${name}" value="yes"${isChosen && html` checked`}> <label for="show-${name}">${label}</label></p>`

function newLink({ id, initials, given = usual }: AwardView, { messages, frame }: Place): Html {
  const words = messages.pages.holder.shares
  const options = ends.map(
    (end) =>
      html`<option value="${end}"${end === given.end && html` selected`}>${words.ends[end]}</option>`,
  )
  const hidesName = given.name === 'initials'
  return html`<form class="settle" method="post" action="${ownPath('my', id, 'shares')}#shares">${formToken(frame)}
<fieldset><legend>${words.name}</legend>${radio('full', words.full, !hidesName)}${radio('initials', words.initials(initials), hidesName)}</fieldset>
<fieldset><legend>${words.also}</legend>${tick('results', words.results, given.results)}${tick('hours', words.hours, given.hours)}</fieldset>
<p class="field"><label for="end">${words.end}</label><select id="end" name="end">${options}</select></p>
<p class="field"><label for="day">${words.day}</label><input type="date" id="day" name="day" value="${given.day}" aria-describedby="day-hint"><small id="day-hint">${words.dayHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button></p></form>`
}

/** Links with an end: those that lead somewhere, and the form that makes another. */
export function shareSection(view: AwardView, messages: Messages, frame: HolderFrame): Html {
  const words = messages.pages.holder.shares
  const place = { messages, frame }
  const open = view.shares.map((share) => openLink(share, view, place))
  const { done, problem, given } = view
  return html`<section class="screen" id="shares"><h2>${words.title}</h2>
${done === 'shared' && said(words.made)}${done === 'withdrawn' && said(words.withdrawn)}
${given && problem && noticeOf(messages.refusals[problem])}
<p>${words.lead}</p>
${open.length > 0 && html`<ul class="gaps">${open}</ul>`}
${newLink(view, place)}</section>`
}
