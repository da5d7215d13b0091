import type { Answers, Outcome, Reason, Report } from '../checking/report.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { type Html, html, visibleJson } from './html.ts'
import { type Icon, icons } from './icons.ts'
import { ownPath } from './safe-url.ts'
import { headlineOf, reasonsOutside, type Tone, vouchesForContent } from './verdict.ts'

interface Look {
  readonly tone: Tone
  readonly icon: Icon
}

const yes: Look = { tone: 'good', icon: 'valid' }
const no: Look = { tone: 'bad', icon: 'invalid' }
const unsure: Look = { tone: 'unsure', icon: 'unsure' }
const caution: Look = { tone: 'caution', icon: 'caution' }
const skipped: Look = { tone: 'unsure', icon: 'skipped' }

const outcomeLooks: Readonly<Record<Outcome, Look>> = {
  passed: yes,
  failed: no,
  unknown: unsure,
  skipped,
}

const answerLooks: { readonly [A in keyof Answers]: Readonly<Record<Answers[A], Look>> } = {
  genuine: { yes, no, unknown: unsure },
  current: { yes, no, unknown: unsure },
  issuer: { known: yes, unknown: caution, impostor: no },
  person: { match: yes, mismatch: caution, 'not-asked': skipped },
}

interface Told<A extends keyof Answers> {
  readonly question: string
  readonly replies: Readonly<Record<Answers[A], string>>
}

const item = ({ tone, icon }: Look, question: string, reply: string) =>
  html`<li class="tone-${tone}">${icons[icon]}<div><h3>${question}</h3><p>${reply}</p></div></li>`

const answer = <A extends keyof Answers>(name: A, value: Answers[A], told: Told<A>) =>
  item(answerLooks[name][value], told.question, told.replies[value])

/** "Nothing was changed" would be true of what is signed, and misread beside a page that was, or of an impostor. */
function genuineAnswer(report: Report, messages: Messages): Html {
  const told = messages.answers.genuine
  const { genuineInside, genuineOfImpostor } = messages.pages.report
  const headline = headlineOf(report)
  if (headline === 'page-differs')
    return item({ tone: 'bad', icon: 'page' }, told.question, genuineInside)
  return headline === 'impostor' && report.answers.genuine === 'yes'
    ? item(no, told.question, genuineOfImpostor)
    : answer('genuine', report.answers.genuine, told)
}

/** A name that nobody vouches for must not be compared with anybody. */
function personAnswer(report: Report, messages: Messages): Html {
  const told = messages.answers.person
  return vouchesForContent(report)
    ? answer('person', report.answers.person, told)
    : item(skipped, told.question, messages.reasons['earlier-check-failed'])
}

/** What an answer about the issuer means where nothing else is said. */
const usualReasons: readonly Reason[] = ['issuer-known', 'issuer-unknown']

/** "Unknown" is the answer also where an earlier failure kept us from looking; that is another sentence. */
function issuerAnswer({ answers, findings }: Report, messages: Messages): Html {
  const told = messages.answers.issuer
  const finding = findings.find(({ check }) => check === 'issuer')
  return finding && !usualReasons.includes(finding.reason) && answers.issuer !== 'impostor'
    ? item(outcomeLooks[finding.outcome], told.question, messages.reasons[finding.reason])
    : answer('issuer', answers.issuer, told)
}

/** The four answers, apart from one another, each with its picture and a whole sentence. */
export function answerList(report: Report, messages: Messages): Html {
  const { answers } = report
  const told = messages.answers
  return html`<ul class="answers">
${genuineAnswer(report, messages)}
${answer('current', answers.current, told.current)}
${issuerAnswer(report, messages)}
${personAnswer(report, messages)}
</ul>`
}

const maxFindings = 30

/** The same in a line for each check, for where there are several credentials on a page; `of` says of which. */
export function briefChecks(report: Report, of: string, messages: Messages): Html {
  const findings = report.findings
    .slice(0, maxFindings)
    .map(
      ({ check, outcome, reason }) =>
        html`<li>${messages.checks[check]}: ${endedIn(outcome, reason, messages)} ${codeLink(reason)}</li>`,
    )
  return html`<details><summary>${of}: ${messages.pages.report.how}</summary><ol>${findings}</ol></details>`
}

const codeLink = (code: string) =>
  html`<a class="code" href="${ownPath('problems', code)}">${code}</a>`

const isOfStranger = (reason: Reason) =>
  reason === 'issuer-unknown' || reasonsOutside.includes(reason)

/** How a check ended, in a word or two: that we do not know an issuer is no check left out. */
function endedIn(outcome: Outcome, reason: Reason, messages: Messages): string {
  if (reasonsOutside.includes(reason)) return messages.headlines['issuer-outside'].title
  return isOfStranger(reason) ? messages.pages.report.issuerNotListed : messages.outcomes[outcome]
}

/** Where in the document it is, for whoever made it. */
const placeList = (places: readonly string[]) =>
  html`<p class="places">${places.map((place) => html`<code dir="ltr">${visibleJson(place)}</code> `)}</p>`

/** "How was this checked?": every check with how it ended, why, and the code for whoever wants to look it up. */
export function howChecked(report: Report, messages: Messages): Html {
  const words = messages.pages.report
  const findings = report.findings.map(({ check, outcome, reason, places = [] }) => {
    const { tone, icon } = isOfStranger(reason) ? caution : outcomeLooks[outcome]
    const ended = endedIn(outcome, reason, messages)
    return html`<li class="tone-${tone}">${icons[icon]}<div><h3>${messages.checks[check]}: ${ended}</h3>
<p>${messages.reasons[reason]} ${codeLink(reason)}</p>${places.length > 0 && placeList(places)}</div></li>`
  })
  return html`<details class="how">
<summary>${words.how}</summary>
<p>${words.howNote}</p>
<ol class="findings">${findings}</ol>
<p class="note">${words.checkedOn(formatMoment(report.checkedAt, messages.language))}</p>
<dl class="pairs">
<div><dt>${words.verdict}</dt><dd>${messages.verdicts[report.verdict]}</dd></div>
<div><dt>${words.status}</dt><dd>${messages.statuses[report.status]}</dd></div>
<div><dt>${words.source}</dt><dd>${messages.sources[report.source.kind]}</dd></div>
</dl>
</details>`
}

/** Who handed it over, where that was asked or can be told; the finding says it in a sentence. */
export function holderNote({ findings }: Report, messages: Messages): Html | false {
  const finding = findings.find(({ check }) => check === 'presentation')
  if (!finding) return false
  const { tone, icon } = outcomeLooks[finding.outcome]
  return html`<section class="aside tone-${tone}">${icons[icon]}<div><h2>${messages.pages.report.presentation.holder}</h2>
<p>${messages.reasons[finding.reason]}</p></div></section>`
}

/** Remarks that do not change the verdict; nothing where there are none. */
export function warningList(report: Report, messages: Messages): Html | false {
  return (
    report.warnings.length > 0 &&
    html`<section><h2>${messages.pages.report.warnings}</h2>
<ul>${report.warnings.map((warning) => html`<li>${messages.warnings[warning]} ${codeLink(warning)}</li>`)}</ul></section>`
  )
}
