import type { Report } from '../checking/report.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { safeUrl } from './safe-url.ts'
import { vouchesForContent } from './verdict.ts'

/** Which facts a newer version corrects, as a list in words. */
export function changedFacts({ replacement }: Report, { corrections, language }: Messages): string {
  const facts = replacement?.changed.map((fact) => corrections.facts[fact]) ?? []
  return facts.length === 0
    ? corrections.changedNothingShown
    : corrections.changed(new Intl.ListFormat(language).format(facts))
}

/** Of an older version: since when another one counts, why, and the way to it. */
export function replacementNote(report: Report, messages: Messages): Html | undefined {
  const { replacement, answers, findings } = report
  const isKeyUnsafe = findings.some(({ reason }) => reason === 'issuer-key-compromised')
  if (!replacement || !(vouchesForContent(report) || isKeyUnsafe)) return undefined
  const { corrections, safety } = messages
  // A reader is led only to an address of an issuer who is known; of stolen keys only where they were our own.
  const url = answers.issuer === 'known' || isKeyUnsafe ? safeUrl(replacement.url) : undefined
  return html`<section class="box replaced"><h2>${corrections.replacedOn(formatDate(replacement.since, messages.language))}</h2>
<p>${isKeyUnsafe ? safety.keyUnsafe : changedFacts(report, messages)}</p>
<p>${
    url
      ? html`<a class="button" href="${url}">${corrections.openNewer}</a>`
      : html`${corrections.newerAt} <code dir="ltr">${shortened(replacement.url)}</code>`
  }</p></section>`
}

/** Of the newest version: that there were others, which count no longer; not what was wrong with them. */
export function correctedNote(iso: string, { corrections, language }: Messages): Html {
  return html`<p class="note">${corrections.correctedOn(formatDate(iso, language))}. ${corrections.correctedNote}</p>`
}

/** Of a version that was signed anew: that the files of the one before count no longer. */
export function signedAnewNote(iso: string, { safety, language }: Messages): Html {
  return html`<p class="note">${safety.signedAnewOn(formatDate(iso, language))}. ${safety.signedAnewNote}</p>`
}
