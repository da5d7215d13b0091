import type { Told } from '../language.ts'
import type {
  Decision,
  DecisionOutcome,
  RuleOutcome,
  WaiverState,
} from '../learning/eligibility/decision.ts'
import { formatDate, formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import type {
  ToldCredential,
  ToldDecision,
  ToldModule,
  ToldRule,
} from '../messages/told-decision.ts'
import { pair } from './facts.ts'
import { fitting } from './fitting.ts'
import { inTongue, nameOf } from './foreign.ts'
import { type Html, html, joined } from './html.ts'
import { type Icon, icons } from './icons.ts'
import { ownAddress } from './safe-url.ts'
import type { Tone } from './verdict.ts'

interface Look {
  readonly tone: Tone
  readonly icon: Icon
}

const outcomeLooks: Readonly<Record<DecisionOutcome, Look>> = {
  eligible: { tone: 'good', icon: 'valid' },
  'not-yet': { tone: 'caution', icon: 'time' },
  'needs-review': { tone: 'unsure', icon: 'person' },
}

const ruleLooks: Readonly<Record<RuleOutcome, Look>> = {
  met: { tone: 'good', icon: 'valid' },
  waived: { tone: 'good', icon: 'valid' },
  review: { tone: 'unsure', icon: 'unsure' },
  unmet: { tone: 'caution', icon: 'skipped' },
}

const moduleLooks: Readonly<Record<WaiverState, Look>> = {
  waived: { tone: 'good', icon: 'valid' },
  proven: { tone: 'unsure', icon: 'unsure' },
  refused: { tone: 'caution', icon: 'skipped' },
  partial: { tone: 'caution', icon: 'skipped' },
  none: { tone: 'caution', icon: 'skipped' },
}

const creditLooks: Readonly<Record<ToldCredential['counts'], Look>> = {
  yes: { tone: 'good', icon: 'valid' },
  no: { tone: 'bad', icon: 'invalid' },
  unclear: { tone: 'unsure', icon: 'unsure' },
}

/** The tone and the picture of an outcome, wherever it stands: its word stands beside it. */
export const outcomeLook = (outcome: DecisionOutcome) => outcomeLooks[outcome]

/** A decision and the words for it, as `tellDecision` found them. */
export interface DecisionInWords {
  readonly decision: Decision
  readonly told: ToldDecision
  readonly messages: Messages
}

/** A text of the catalogue, marked where it is in another language than the page. */
export const spoken = ({ text, language }: Told, messages: Messages): Html =>
  language === messages.language ? html`${text}` : html`<span${inTongue(language)}>${text}</span>`

/** The outcome in a word with its picture, what it means, why, and what to do: where nothing else is said, an applicant. */
export function outcomePanel(
  { decision, told, messages }: DecisionInWords,
  level: 'h1' | 'h2',
  advice: string | false = told.advice,
): Html {
  const { tone, icon } = outcomeLooks[decision.outcome]
  const word = html`<span class="verdict-word">${told.title}</span>`
  const day = formatDate(decision.validUntil, messages.language)
  return html`<section class="verdict tone-${tone}">
${icons[icon]}
<div>
${level === 'h1' ? html`<h1>${word}</h1>` : html`<h2>${word}</h2>`}
<p>${told.sentence}</p>
${advice !== false && html`<p class="advice">${advice}</p>`}
<p class="moment">${messages.admission.decidedOn(formatMoment(decision.decidedAt, messages.language))}. ${messages.admission.holdsUntil(day)}</p>
</div>
</section>`
}

/** The outcome in its word alone, for where it is one of many. */
export function outcomeLine(outcome: DecisionOutcome, messages: Messages): Html {
  const { tone, icon } = outcomeLooks[outcome]
  return html`<p class="verdict-line tone-${tone}">${icons[icon]} <strong>${messages.admission.outcomes[outcome].title}</strong></p>`
}

function whereToGet({ advice, links }: ToldRule, messages: Messages): Html | false {
  const pages = links.map(
    ({ name, path }) => html`<a href="${ownAddress(path)}">${spoken(name, messages)}</a>`,
  )
  return (
    (advice !== null || pages.length > 0) &&
    html`<p>${advice && spoken(advice, messages)} ${joined(pages, ', ')}</p>`
  )
}

const gap = (rule: ToldRule, messages: Messages) =>
  html`<li><strong>${spoken(rule.name, messages)}</strong> <p>${rule.sentences.join(' ')}</p>${whereToGet(rule, messages)}</li>`

const maxListBytes = 8_000

const gapsOf = (rules: readonly ToldRule[], messages: Messages) =>
  html`<ul class="gaps">${listed(
    rules.map((rule) => gap(rule, messages)),
    messages,
  )}</ul>`

const gaps = (title: string, rules: readonly ToldRule[], messages: Messages) =>
  rules.length > 0 && html`<section><h2>${title}</h2>${gapsOf(rules, messages)}</section>`

/** The same below another heading, for where a decision is one of several. */
export const gapList = (title: string, rules: readonly ToldRule[], messages: Messages) =>
  rules.length > 0 && html`<h3>${title}</h3>${gapsOf(rules, messages)}`

/** So much of a list as a page has room for, and how many more there are. */
function listed(items: readonly Html[], messages: Messages): Html {
  const { shown, rest } = fitting(items, maxListBytes)
  return html`${shown}${rest > 0 && html`<li class="note">${messages.pages.report.more(rest)}</li>`}`
}

/** What is missing, why, and where to get it; then what would help beside it. */
export const missingList = ({ told, messages }: DecisionInWords): Html =>
  html`${gaps(messages.admission.labels.missing, told.missing, messages)}
${gaps(messages.admission.labels.helps, told.helps, messages)}`

const maxNames = 5

/** The credentials that something rests on, by their titles; of very many the first. */
export function restsOn(
  { because }: { readonly because: readonly string[] },
  { admission, pages }: Messages,
): Html | false {
  const names = because.slice(0, maxNames).map((name) => nameOf(name))
  const rest = because.length - names.length
  return (
    names.length > 0 &&
    html`<p class="note">${admission.labels.restsOn}: ${joined(names, ', ')}${rest > 0 && html` ${pages.report.more(rest)}`}</p>`
  )
}

function ruleItem(rule: ToldRule, messages: Messages): Html {
  const { tone, icon } = ruleLooks[rule.outcome]
  const { pointsOf } = messages.admission
  return html`<li class="tone-${tone}">${icons[icon]}<div><h3>${spoken(rule.name, messages)}: ${rule.word}</h3>
<p>${rule.sentences.join(' ')}</p>${restsOn(rule, messages)}${rule.points > 0 && html`<p class="note">${pointsOf[rule.outcome](rule.points)}</p>`}</div></li>`
}

/** Each rule with how it ended, why, and the credentials it rests on. */
export function ruleList({ told, messages }: DecisionInWords): Html {
  const items = told.rules.map((rule) => ruleItem(rule, messages))
  return html`<section><h2>${messages.admission.labels.rules}</h2><ol class="findings">${listed(items, messages)}</ol></section>`
}

function moduleItem(module: ToldModule, messages: Messages): Html {
  const { tone, icon } = moduleLooks[module.state]
  const word = module.state === 'partial' ? '' : `: ${module.word}`
  return html`<li class="tone-${tone}">${icons[icon]}<div><h3>${spoken(module.name, messages)}${word}</h3>
<p>${module.sentence}</p>${restsOn(module, messages)}</div></li>`
}

/**
 * Modules for which hours are proven: what is settled or waits for a person at once, what is proven in part when asked.
 * Those without any hours are to be taken like by everybody, and not listed.
 */
export function moduleList({ told, messages }: DecisionInWords): Html | false {
  const { labels } = messages.admission
  const itemsOf = (isPartial: boolean) =>
    told.modules
      .filter(({ state }) => state !== 'none' && (state === 'partial') === isPartial)
      .map((module) => moduleItem(module, messages))
  const [whole, partial] = [itemsOf(false), itemsOf(true)]
  return (
    whole.length + partial.length > 0 &&
    html`<section><h2>${labels.modules}</h2>
${whole.length > 0 && html`<ul class="findings">${listed(whole, messages)}</ul>`}
${partial.length > 0 && html`<details><summary>${labels.modulesInPart} (${partial.length})</summary><ul class="findings">${listed(partial, messages)}</ul><p class="note">${labels.modulesInPartNote}</p></details>`}
<p class="note">${labels.modulesNote}</p></section>`
  )
}

/** The same in a line each, for where a decision is one of several. */
export function moduleLines({ told, messages }: DecisionInWords): Html | false {
  const touched = told.modules.filter(({ state }) => state !== 'none')
  const items = touched.map(
    ({ name, word, sentence }) =>
      html`<li>${spoken(name, messages)}: ${word}. <small>${sentence}</small></li>`,
  )
  return (
    items.length > 0 &&
    html`<details><summary>${messages.admission.labels.modules} (${items.length})</summary><ul>${listed(items, messages)}</ul></details>`
  )
}

/** What became of each credential, in a line each. */
export function creditLines({ told, messages }: DecisionInWords): Html | false {
  const items = told.credentials.map(
    ({ name, sentence }) => html`<li>${nameOf(name)}: ${sentence}</li>`,
  )
  return items.length > 0 && html`<ul>${listed(items, messages)}</ul>`
}

/** What became of each credential that was handed in. */
export function creditList({ told, messages }: DecisionInWords): Html | false {
  const items = told.credentials.map(({ name, issuer, counts, sentence }) => {
    const { tone, icon } = creditLooks[counts]
    const from =
      issuer !== null &&
      html`<p class="note">${messages.admission.labels.from}: ${nameOf(issuer)}</p>`
    return html`<li class="tone-${tone}">${icons[icon]}<div><h3>${nameOf(name)}</h3><p>${sentence}</p>${from}</div></li>`
  })
  return (
    items.length > 0 &&
    html`<section><h2>${messages.admission.labels.credentials}</h2><ul class="findings">${listed(items, messages)}</ul></section>`
  )
}

/** For whoever files it: which rules, when, how long, and the codes. */
export function decisionDetails({ decision, told, messages }: DecisionInWords): Html {
  const { labels } = messages.admission
  const { language } = messages
  return html`<details class="how"><summary>${labels.details}</summary><dl class="pairs">
${pair(labels.reason, html`<code class="code">${decision.reason}</code>`)}
${pair(labels.priority, told.priority)}
${pair(labels.decidedAt, formatMoment(decision.decidedAt, language))}
${pair(labels.validUntil, formatMoment(decision.validUntil, language))}
${pair(labels.ruleVersion, html`<code class="code" dir="ltr">${decision.ruleVersion}</code>`)}
</dl></details>`
}

/** A whole decision: the answer, what is missing, each rule, modules, what was handed in, and how it was decided. */
export const decisionBody = (view: DecisionInWords, level: 'h1' | 'h2'): Html =>
  html`${outcomePanel(view, level)}
${missingList(view)}
<p><strong>${view.messages.admission.labels.priority}</strong>: ${view.told.priority}</p>
${ruleList(view)}
${moduleList(view)}
${creditList(view)}
${decisionDetails(view)}`
