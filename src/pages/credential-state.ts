import type { Report } from '../checking/report.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { type Html, html } from './html.ts'
import { correctedNote, signedAnewNote } from './replacement.ts'
import { type Revocation, revocationNote } from './revocation.ts'
import { headlineOf } from './verdict.ts'

interface StateView {
  readonly credential: UnsignedBadge
  readonly revocation?: Revocation
  readonly correctedAt?: string
  /** Whether the version before says the same, and was signed with a key that is not safe any more. */
  readonly isSignedAnew?: boolean
}

const box = (title: string, ...paragraphs: readonly string[]) =>
  html`<section class="box"><h2>${title}</h2>${paragraphs.map((each) => html`<p>${each}</p>`)}</section>`

/** What happened to it, and on which day: the verdict above says in a word what that means. */
export function stateNotes(view: StateView, report: Report, messages: Messages): Html | false {
  const { credential, revocation, correctedAt, isSignedAnew } = view
  const words = messages.pages.publicPage
  if (revocation) return revocationNote(revocation, messages)
  const told = (date: string) => formatDate(date, messages.language)
  const headline = headlineOf(report)
  if (headline === 'expired' && credential.validUntil !== undefined)
    return box(words.expiredOn(told(credential.validUntil)))
  if (headline === 'not-yet-valid') return box(words.countsFrom(told(credential.validFrom)))
  return (
    correctedAt !== undefined &&
    html`<section class="box">${(isSignedAnew ? signedAnewNote : correctedNote)(correctedAt, messages)}</section>`
  )
}
