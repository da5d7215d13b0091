import type { Report } from '../checking/report.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { formatDate, formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { fitting } from './fitting.ts'
import { nameOf, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Icon, icons } from './icons.ts'
import { ownPath } from './safe-url.ts'
import type { Tone } from './verdict.ts'

/** A credential that an eligibility rests on, as it stands or was last seen. */
export interface SupportItem {
  /** Id as it was signed. */
  readonly id: string
  /** The id under `/c/` where it is one of ours. */
  readonly own: string | null
  readonly state: 'standing' | 'gone' | 'unclear'
  /** ISO 8601; ours are looked at whenever they are shown. */
  readonly lookedAt: string
}

export interface SupportView {
  /** Id of the specialization, where the catalogue still has it. */
  readonly specialization: string | null
  readonly items: readonly SupportItem[]
}

const looks: Readonly<Record<SupportItem['state'], { readonly tone: Tone; readonly icon: Icon }>> =
  {
    standing: { tone: 'good', icon: 'valid' },
    gone: { tone: 'bad', icon: 'invalid' },
    unclear: { tone: 'unsure', icon: 'unsure' },
  }

export const hasLostSupport = ({ items }: SupportView) =>
  items.some(({ state }) => state === 'gone')

/** In place of the verdict: what was signed is genuine, and what it rests on is gone. */
export function lostPanel({ checkedAt }: Report, messages: Messages): Html {
  const { title, meaning, advice } = messages.pages.credential.eligibility.lost
  return html`<section class="verdict tone-bad">
${icons.invalid}
<div>
<p><span class="verdict-word">${title}</span></p>
<p>${meaning}</p>
<p class="advice">${advice}</p>
<p class="moment">${messages.pages.report.checkedOn(formatMoment(checkedAt, messages.language))}</p>
</div>
</section>`
}

const maxListBytes = 8_000

/** The name that was signed beside an id; see docs/CREDENTIAL.md for the words around it. */
const nameIn = ({ evidence = [] }: UnsignedBadge, id: string) =>
  evidence.find(({ narrative }) => narrative?.startsWith(`Credential ${id}, `))?.name

function item({ id, own, state, lookedAt }: SupportItem, name: string, messages: Messages): Html {
  const words = messages.pages.credential.eligibility
  const { tone, icon } = looks[state]
  const title =
    own === null ? nameOf(name) : html`<a href="${ownPath('c', own)}">${nameOf(name)}</a>`
  const seen = own === null && html` ${words.lookedAt(formatDate(lookedAt, messages.language))}`
  return html`<li class="tone-${tone}">${icons[icon]}<div><h3>${title}</h3>
<p>${words.states[state]}${seen}</p><p><code dir="ltr">${shortened(id)}</code></p></div></li>`
}

/** What an eligibility rests on, each with how it stands, and where to read what it admits to. */
export function supportSection(
  { items, specialization }: SupportView,
  credential: UnsignedBadge,
  messages: Messages,
): Html {
  const { achievement, credential: words } = messages.pages
  const list = items.map((each) => item(each, nameIn(credential, each.id) ?? each.id, messages))
  const { shown } = fitting(list, maxListBytes)
  const rest = list.length - shown.length
  return html`<section><h2>${words.eligibility.restsOn}</h2>
${items.length > 0 ? html`<ul class="answers">${shown}</ul>` : html`<p>${words.eligibility.restsOnNothing}</p>`}
${rest > 0 && html`<p class="note">${messages.pages.report.more(rest)}</p>`}
${specialization !== null && html`<p><a href="${ownPath('specializations', specialization)}">${achievement.aboutSpecialization}</a></p>`}</section>`
}
