import type { Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Icon, icons } from './icons.ts'
import { headlineOf, type Tone, vouchesForContent } from './verdict.ts'

type Reply = 'match' | 'mismatch' | 'open'

const looks: Readonly<Record<Reply, { readonly tone: Tone; readonly icon: Icon }>> = {
  match: { tone: 'good', icon: 'valid' },
  mismatch: { tone: 'caution', icon: 'person' },
  open: { tone: 'unsure', icon: 'unsure' },
}

/**
 * Whether it is about the person asked for, both names side by side; nothing where nobody was asked for, nor where
 * the signature does not hold: whose name a forgery bears is of no interest.
 */
export function personNote(report: Report, asked: string, messages: Messages): Html | false {
  const finding = report.findings.find(({ check }) => check === 'person')
  if (asked === '' || !vouchesForContent(report)) return false
  const words = messages.pages.report.person
  const { person } = report.answers
  const reply = person === 'not-asked' ? 'open' : person
  const { tone, icon } = looks[reply]
  const { recipient } = report.facts
  return html`<section class="aside tone-${tone}">${icons[icon]}<div><h2>${words[reply]}</h2>
<p>${words.given}: <strong>${nameOf(asked)}</strong>${recipient !== undefined && html`<br>${words.signed}: <strong>${nameOf(recipient)}</strong>`}</p>
${finding && reply !== 'match' && headlineOf(report) !== 'other-person' && html`<p>${messages.reasons[finding.reason]}</p>`}</div></section>`
}
