import { inLanguage, type Localised } from '../../language.ts'
import { formatDate, formatNumber, formatShare } from '../../messages/format.ts'
import { messagesFor } from '../../messages/offered.ts'
import {
  type DeliveryState,
  deliveryStates,
  type FunnelStage,
  funnelStages,
} from '../../messages/statistics-messages.ts'
import { type Html, html } from '../html.ts'
import { samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import { barChart } from './bar-chart.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'

interface Named {
  readonly id: string
  readonly name: Localised
}

/** What came of one run, names beside ids. */
export interface ShownRun {
  readonly funnel: Readonly<Record<FunnelStage, number>>
  readonly badges: readonly { readonly name: Localised; issued: number; revoked: number }[]
  readonly specializations: readonly {
    readonly name: Localised
    readonly eligible: number
    readonly enrolled: number
  }[]
  readonly deliveries: Readonly<Record<DeliveryState, number>>
}

export interface ShownCheck {
  readonly day: string
  readonly name: Localised
  readonly way: 'page' | 'handed-in'
  readonly verdict: 'valid' | 'invalid' | 'undecided'
  readonly count: number
}

export interface StatisticsView {
  readonly courses: readonly Named[]
  readonly course: string
  readonly runs: readonly string[]
  /** The one that is shown; `null` where nothing was imported. */
  readonly run: string | null
  readonly shown: ShownRun | null
  readonly checks: readonly ShownCheck[]
}

const maxDays = 30
const maxCheckRows = 200

const wordsOf = ({ language }: OperatorFrame) => messagesFor(language).pages.operator.statistics

function choice({ courses, course, runs, run }: StatisticsView, frame: OperatorFrame): Html {
  const words = wordsOf(frame)
  const option = (value: string, text: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${text}</option>`
  return html`<form class="filter" method="get" action="/desk/statistics"><fieldset><legend>${words.show}</legend>
<p class="field"><label for="course">${words.course}</label><select id="course" name="course">${courses.map((each) => option(each.id, inLanguage(each.name, frame.language), each.id === course))}</select></p>
<p class="field"><label for="run">${words.run}</label><select id="run" name="run">${runs.map((each) => option(each, each, each === run))}</select></p>
<p class="send"><button type="submit">${words.show}</button></p></fieldset></form>
`
}

/** Cells of a row, the first its heading. */
function tableRow(columns: Readonly<Record<string, string>>, cells: readonly string[]): Html {
  const [head = '', ...rest] = cells
  const labels = Object.values(columns)
  const others = rest.map(
    (cell, index) => html`<td data-label="${labels[index + 1] ?? ''}">${cell}</td>`,
  )
  return html`<tr><th scope="row" data-label="${labels[0] ?? ''}">${head}</th>${others}</tr>
`
}

interface Part {
  readonly id: string
  readonly title: string
  readonly columns: Readonly<Record<string, string>>
  readonly bars: readonly { readonly label: string; readonly value: number }[]
  readonly rows: readonly (readonly string[])[]
  readonly note?: string
}

/** A heading, the picture, and the table with the same numbers. */
function section({ id, title, columns, bars, rows, note }: Part, frame: OperatorFrame): Html {
  const told = bars.map((bar) => ({ ...bar, told: formatNumber(bar.value, frame.language) }))
  return html`<section aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${note !== undefined && html`<p class="note">${note}</p>`}
${bars.length > 0 && barChart(`${id}-chart`, wordsOf(frame).chart(title), told)}
${wideTable(
  { table: title, columns },
  rows.map((cells) => tableRow(columns, cells)),
)}</section>
`
}

function funnelPart({ funnel }: ShownRun, { language }: OperatorFrame): Omit<Part, 'id'> {
  const { funnel: words } = messagesFor(language).pages.operator.statistics
  return {
    ...words,
    bars: funnelStages.map((stage) => ({ label: words.stages[stage], value: funnel[stage] })),
    rows: funnelStages.map((stage) => [
      words.stages[stage],
      formatNumber(funnel[stage], language),
      formatShare(funnel[stage], funnel.learners, language),
    ]),
  }
}

function badgePart({ badges }: ShownRun, { language }: OperatorFrame): Omit<Part, 'id'> {
  const { badges: words } = messagesFor(language).pages.operator.statistics
  const named = badges.map((each) => ({ ...each, label: inLanguage(each.name, language) }))
  return {
    ...words,
    bars: named.map(({ label, issued }) => ({ label, value: issued })),
    rows: named.map(({ label, issued, revoked }) => [
      label,
      formatNumber(issued, language),
      formatNumber(revoked, language),
    ]),
  }
}

function onwardPart({ specializations }: ShownRun, frame: OperatorFrame): Omit<Part, 'id'> {
  const { language } = frame
  const { specializations: words } = wordsOf(frame)
  const { columns } = words
  const named = specializations.map((each) => ({ ...each, label: inLanguage(each.name, language) }))
  return {
    ...words,
    bars: named.flatMap(({ label, eligible, enrolled }) => [
      { label: `${label}, ${columns.eligible}`, value: eligible },
      { label: `${label}, ${columns.enrolled}`, value: enrolled },
    ]),
    rows: named.map(({ label, eligible, enrolled }) => [
      label,
      formatNumber(eligible, language),
      formatNumber(enrolled, language),
    ]),
  }
}

function deliveryPart({ deliveries }: ShownRun, frame: OperatorFrame): Omit<Part, 'id'> {
  const { deliveries: words } = wordsOf(frame)
  return {
    ...words,
    bars: deliveryStates.map((state) => ({ label: words.states[state], value: deliveries[state] })),
    rows: deliveryStates.map((state) => [
      words.states[state],
      formatNumber(deliveries[state], frame.language),
    ]),
  }
}

function checkPart(checks: readonly ShownCheck[], frame: OperatorFrame): Omit<Part, 'id'> {
  const { language } = frame
  const { checks: words } = wordsOf(frame)
  const { verdicts } = messagesFor(language)
  const days = [...new Set(checks.map(({ day }) => day))].slice(0, maxDays)
  const on = (day: string) =>
    checks.filter((each) => each.day === day).reduce((sum, { count }) => sum + count, 0)
  return {
    ...words,
    bars: days.map((day) => ({ label: formatDate(day, language), value: on(day) })),
    rows: checks
      .slice(0, maxCheckRows)
      .map(({ day, name, way, verdict, count }) => [
        formatDate(day, language),
        inLanguage(name, language),
        words.ways[way],
        verdicts[verdict],
        formatNumber(count, language),
      ]),
  }
}

function inWords({ funnel }: ShownRun, frame: OperatorFrame): Html {
  const { language } = frame
  const { learners, completed, gained } = funnel
  const withShare = (count: number) =>
    `${formatNumber(count, language)} (${formatShare(count, learners, language)})`
  const words = wordsOf(frame)
  return html`<p class="lead">${words.inWords(formatNumber(learners, language), withShare(completed))} ${words.gainedInWords(withShare(gained))}</p>
`
}

function sectionsOf(shown: ShownRun, frame: OperatorFrame): readonly Html[] {
  return [
    inWords(shown, frame),
    section({ id: 'funnel', ...funnelPart(shown, frame) }, frame),
    section({ id: 'badges', ...badgePart(shown, frame) }, frame),
    section({ id: 'onward', ...onwardPart(shown, frame) }, frame),
    section({ id: 'letters', ...deliveryPart(shown, frame) }, frame),
  ]
}

/** `/desk/statistics`: what came of a run, as pictures, tables and in words. */
export function statisticsPage(view: StatisticsView, frame: OperatorFrame): Html {
  const words = wordsOf(frame)
  const { course, run, shown, checks } = view
  const query = new URLSearchParams({ course, ...(run === null ? {} : { run }) }).toString()
  const checked =
    checks.length > 0
      ? section({ id: 'checks', ...checkPart(checks, frame) }, frame)
      : html`<section aria-labelledby="checks-heading"><h2 id="checks-heading">${words.checks.title}</h2><p>${words.checks.none}</p></section>
`
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${choice(view, frame)}
${shown ? sectionsOf(shown, frame) : html`<p>${words.none}</p>`}
${checked}
<p><a href="${samePath('/desk/statistics.csv', query)}">${words.takeAway}</a></p>`
  return operatorPage({ title: words.title, main, here: 'statistics' }, frame)
}
