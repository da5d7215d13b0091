import type { Report } from '../checking/report.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { howChecked, warningList } from './answers.ts'
import { aboutSection, criteriaAndResults, howWeKnow, titlePlate } from './credential-content.ts'
import { lostPanel } from './eligibility-support.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { type Revocation, revocationNote, withRevocation } from './revocation.ts'
import { headlineOf, isGood, verdictPanel, vouchesForContent } from './verdict.ts'

export interface SharedView {
  /** Of the signed credential, only what its holder chose to show: what is not to be seen is not in it. */
  readonly credential: UnsignedBadge
  readonly isNameHidden: boolean
  readonly report: Report
  readonly badgeImage: string
  readonly expiresAt: string
  readonly revocation?: Revocation
  /** Of an eligibility: something that it rests on is gone. */
  readonly hasLostSupport?: boolean
}

/** The verdict, or that what it rests on is gone; without the advice to compare a name that is not there. */
function verdictOf(
  { isNameHidden, hasLostSupport }: SharedView,
  report: Report,
  messages: Messages,
): Html {
  const advice = messages.pages.holder.shared.onlyInitials
  const isPlain = headlineOf(report) === 'valid' && isNameHidden
  if (isGood(report) && hasLostSupport === true) return lostPanel(report, messages)
  const level = vouchesForContent(report) ? 'p' : 'h1'
  return verdictPanel(report, messages, level, isPlain ? advice : undefined)
}

/** `/s/{share}`: does it count, and of it what its holder shows. No file, no code and no way to the rest of it. */
export function sharedPage(view: SharedView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.holder.shared
  const report = view.revocation ? withRevocation(view.report) : view.report
  const { credential } = view
  const isShown = vouchesForContent(report)
  const { achievement } = credential.credentialSubject
  const plate = {
    credential,
    badgeImage: view.badgeImage,
    howWeKnow: howWeKnow(credential, report, messages),
    onBehalfOf: report.facts.issuer?.onBehalfOf?.name,
  }
  const content = html`${titlePlate(plate, messages)}
${aboutSection(achievement, undefined, messages)}
${criteriaAndResults(credential, messages)}`
  const main = html`${verdictOf(view, report, messages)}
${view.revocation && revocationNote(view.revocation, messages)}
${isShown ? content : html`<p class="withheld">${messages.pages.credential.withheld}</p>`}
<section class="box"><p>${words.until(formatMoment(view.expiresAt, messages.language))}</p><p>${words.part}</p></section>
${warningList(report, messages)}
${howChecked(report, messages)}`
  const title = isShown
    ? messages.pages.credential.pageTitle(achievement.name)
    : messages.pages.report.title
  return page({ title, main }, frame)
}
