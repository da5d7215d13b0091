import { inLanguage, type Localised } from '../../language.ts'
import type { AchievementDifference } from '../../learning/catalogue-differences.ts'
import { formatDate, formatNumber } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { phrase } from '../achievement-pages.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { icons } from '../icons.ts'
import { noticeOf } from '../notice.ts'
import { ownPath, samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'

export interface CatalogueRow {
  readonly id: string
  readonly name: Localised
  readonly version: string
  readonly issued: number
  /** Of the course or specialization that it belongs to. */
  readonly group: Localised
}

export interface VersionRow {
  readonly digest: string
  readonly version: string
  readonly inForceFrom: string
}

interface CatalogueView {
  readonly programme: Localised
  readonly rows: readonly CatalogueRow[]
  readonly versions: readonly VersionRow[]
  readonly problem?: DeskComplaint
}

const titleOf = (messages: Messages) => messages.pages.operator.places.catalogue.name

function achievementRow(each: CatalogueRow, messages: Messages): Html {
  const { columns } = messages.pages.operator.catalogue
  const { language } = messages
  return html`<tr><th scope="row"><a href="${placePath('catalogue', each.id)}">${phrase(each.name, language)}</a></th>
<td data-label="${columns.kind}">${phrase(each.group, language)}</td><td data-label="${columns.version}">${each.version}</td>
<td data-label="${columns.issued}">${formatNumber(each.issued, language)}</td></tr>
`
}

function versionList(versions: readonly VersionRow[], messages: Messages): Html {
  const words = messages.pages.operator.catalogue
  const items = versions.map(
    ({ digest, version, inForceFrom }) =>
      html`<li>${words.version(version, formatDate(inForceFrom, messages.language))} <code>${digest.slice(0, 12)}</code> <a href="${placePath('catalogue', 'versions', `${digest}.json`)}">${words.takeAway}</a></li>
`,
  )
  return html`<section><h2>${words.changes}</h2><p>${words.versions}</p><ol>${items}</ol></section>`
}

const checkForm = (messages: Messages, frame: OperatorFrame): Html => {
  const words = messages.pages.operator.catalogue
  return html`<section><h2>${words.check}</h2>
<form class="check" method="post" action="/desk/catalogue/check" enctype="multipart/form-data">${formToken(frame)}
<p class="field"><label for="file">${words.file}</label><input type="file" id="file" name="file" required accept=".json,application/json" aria-describedby="check-hint"><small id="check-hint">${words.checkHint}</small></p>
<p class="send"><button type="submit">${words.check}</button></p>
</form></section>`
}

/** `/desk/catalogue`: what can be earned, which catalogues were in force, and the form to check another. */
export function cataloguePage(view: CatalogueView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.operator.catalogue
  const title = titleOf(messages)
  const rows = view.rows.map((each) => achievementRow(each, messages))
  const main = html`<h1>${title}: ${phrase(view.programme, frame.language)}</h1>
${view.problem ? noticeOf(view.problem) : html`<p class="lead">${words.lead}</p>`}
${wideTable(words, rows)}
${versionList(view.versions, messages)}
${checkForm(messages, frame)}`
  return operatorPage({ title, main, here: 'catalogue' }, frame)
}

/** `/desk/catalogue/{id}`: one achievement as a badge and as a certificate, with an invented name. */
export function sampleAchievementPage(row: CatalogueRow, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.operator.catalogue
  const name = inLanguage(row.name, frame.language)
  const main = html`<p><a href="/desk/catalogue">${titleOf(messages)}</a></p>
<h1>${phrase(row.name, frame.language)}</h1>
<p>${words.columns.version} ${row.version}. ${words.columns.issued}: ${formatNumber(row.issued, frame.language)}. <a href="${ownPath('achievements', row.id)}">${words.publicPage}</a></p>
<section><h2>${words.asCertificate}</h2>
<p><img class="sample" src="${samePath(`/desk/catalogue/${row.id}/certificate.png`, `lang=${frame.language}`)}" alt="${words.certificateOf(name)}" width="842" height="595"></p></section>
<section><h2>${words.asBadge}</h2>
<p><img src="${ownPath('achievements', row.id, `${frame.language}.png`)}" alt="${words.badgeOf(name)}" width="300" height="300"></p></section>`
  return operatorPage({ title: name, main, here: 'catalogue' }, frame)
}

export interface CatalogueCheckView {
  readonly complaints: readonly { readonly at: string; readonly message: string }[]
  readonly differences: readonly AchievementDifference[]
  readonly untranslated: readonly string[]
}

const looks = {
  breaks: { tone: 'bad', icon: 'invalid' },
  'same-version': { tone: 'caution', icon: 'caution' },
  fine: { tone: 'good', icon: 'valid' },
} as const

function differenceRow(each: AchievementDifference, messages: Messages): Html {
  const words = messages.pages.operator.catalogue
  const { differenceColumns: columns } = words
  const { tone, icon } = looks[each.judgement]
  return html`<tr><th scope="row"><code>${each.achievement}</code></th><td data-label="${columns.change}">${words.kinds[each.change]}</td>
<td data-label="${columns.members}">${each.members.join(', ')}</td><td data-label="${columns.issued}">${formatNumber(each.issued, messages.language)}</td>
<td class="tone-${tone}">${icons[icon]} ${words.judgements[each.judgement]}</td></tr>
`
}

/** What was found in a catalogue that may come. */
export function catalogueCheckPage(found: CatalogueCheckView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.operator.catalogue
  const complaints = found.complaints.map(
    ({ at, message }) => html`<li><code>${at}</code> <span lang="en">${message}</span></li>
`,
  )
  const table = { table: words.differencesTable, columns: words.differenceColumns }
  const rows = found.differences.map((each) => differenceRow(each, messages))
  const main = html`<h1>${words.check}</h1>
${
  complaints.length > 0
    ? html`<section><h2>${words.complaints}</h2><ul>${complaints}</ul></section>`
    : html`<p class="lead">${words.none} ${words.howToUse}</p>
<section><h2>${words.differences}</h2>${rows.length > 0 ? wideTable(table, rows) : html`<p>${words.same}</p>`}</section>
${found.untranslated.length > 0 && html`<p>${words.untranslated(found.untranslated.length)}</p><ul>${found.untranslated.slice(0, 50).map((at) => html`<li><code>${at}</code></li>`)}</ul>`}`
}
${checkForm(messages, frame)}`
  return operatorPage({ title: words.check, main, here: 'catalogue' }, frame)
}
