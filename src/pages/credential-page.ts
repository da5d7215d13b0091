import type { Report } from '../checking/report.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { answerList, howChecked, warningList } from './answers.ts'
import { credentialContent, credentialSkills, titlePlate } from './credential-content.ts'
import {
  hasLostSupport,
  lostPanel,
  type SupportView,
  supportSection,
} from './eligibility-support.ts'
import { pair } from './facts.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { correctedNote } from './replacement.ts'
import { type Revocation, revocationNote, withRevocation } from './revocation.ts'
import { domainOf, safeImageUrl, safeUrl } from './safe-url.ts'
import { headlineOf, verdictPanel, vouchesForContent } from './verdict.ts'

type FileKind = 'pdf' | 'png' | 'svg' | 'json' | 'jwt'

export interface CredentialLinks {
  /** Absolute address of this page: the credential's id, printed beside the QR code. */
  readonly page: string
  /** Only the files that exist: there is no PDF for a name that no font can draw. */
  readonly files: Readonly<Partial<Record<FileKind, string>>>
  readonly linkedInProfile?: string
  readonly linkedInPost?: string
  /** QR code of `page` as an address or `data:image/png|svg+xml;base64,…`. */
  readonly qrImage?: string
  /** "What am I eligible for?" with this credential. */
  readonly selfCheck?: string
}

export interface CredentialView {
  readonly credential: UnsignedBadge
  /** The live report of the checking side. */
  readonly report: Report
  readonly links: CredentialLinks
  readonly badgeImage: string
  /** Absolute address of the preview picture. */
  readonly previewImage?: string
  /** Whether its holder chose to be found by name. */
  readonly isPublic?: boolean
  /** As the ledger knows it: shown at once, even while a cached status list does not say so yet. */
  readonly revocation?: Revocation
  /** When the version it now is took the place of another; ISO 8601. */
  readonly correctedAt?: string
  /** Of an eligibility: what it rests on. */
  readonly support?: SupportView
}

function downloads({ files }: CredentialLinks, kinds: readonly FileKind[], messages: Messages) {
  const words = messages.pages.credential
  const items = kinds.flatMap((kind) => {
    const url = safeUrl(files[kind] ?? '')
    if (files[kind] === undefined || !url) return []
    const { label, use } = words.formats[kind]
    return [html`<li><a href="${url}" download>${label}</a> <span>${use}</span></li>`]
  })
  return (
    items.length > 0 &&
    html`<section class="screen"><h2>${words.downloads}</h2><ul class="files">${items}</ul></section>`
  )
}

function sharing({ links, isPublic }: CredentialView, messages: Messages): Html | false {
  const words = messages.pages.credential
  const note = isPublic === true ? messages.pages.holder.visibility.publicNote : words.shareNote
  const buttons = [
    { address: links.linkedInProfile, label: words.addToProfile },
    { address: links.linkedInPost, label: words.sharePost },
  ].flatMap(({ address, label }) => {
    const url = address === undefined ? undefined : safeUrl(address)
    return url
      ? [html`<a class="button" href="${url}" rel="noopener noreferrer">${label}</a> `]
      : []
  })
  return (
    buttons.length > 0 &&
    html`<section class="screen"><h2>${words.share}</h2><p>${buttons}</p><p class="note">${note}</p></section>`
  )
}

/** For its holder: whom to show it to, and what it opens. */
function onward(view: CredentialView, messages: Messages): Html {
  const { links } = view
  const url = links.selfCheck === undefined ? undefined : safeUrl(links.selfCheck)
  return html`${sharing(view, messages)}${url && html`<p class="screen"><a href="${url}">${messages.pages.selfCheck.title}</a></p>`}`
}

/** On paper only: where to check what the paper says. */
function printedAddress(links: CredentialLinks, messages: Messages): Html {
  const words = messages.pages.credential
  const qr = links.qrImage === undefined ? undefined : safeImageUrl(links.qrImage)
  return html`<section class="paper">${qr && html`<img src="${qr}" width="160" height="160" alt="${words.qrAlternative(links.page)}">`}
<p>${words.scan}<br><strong>${links.page}</strong></p></section>`
}

function howWeKnow(
  { credential, correctedAt }: CredentialView,
  report: Report,
  messages: Messages,
): Html {
  const words = messages.pages.credential
  const domain = domainOf(credential.issuer.id) ?? credential.issuer.id
  const told =
    report.answers.issuer === 'known' ? words.issuerKnown(domain) : words.issuerUnknown(domain)
  return html`<dl class="pairs">${pair(words.howWeKnow, told)}</dl>
${correctedAt !== undefined && correctedNote(correctedAt, messages)}`
}

function body(view: CredentialView, report: Report, messages: Messages): Html {
  const { credential, links, support } = view
  const isGood = ['valid', 'issuer-unknown', 'issuer-outside'].includes(headlineOf(report))
  const isLost = isGood && support !== undefined && hasLostSupport(support)
  const counts = isGood && !isLost
  const kinds: readonly FileKind[] = counts ? ['pdf', 'png', 'svg', 'json', 'jwt'] : ['json', 'jwt'] // enough to check it elsewhere; nothing to hang on a wall
  const shown = vouchesForContent(report)
  return html`${isLost ? lostPanel(messages) : verdictPanel(report, messages, shown ? 'p' : 'h1')}
${view.revocation && revocationNote(view.revocation, messages)}
${
  shown
    ? html`${titlePlate(credential, view.badgeImage, messages)}
${howWeKnow(view, report, messages)}
${printedAddress(links, messages)}
${credentialContent(credential, messages)}
${support && supportSection(support, credential, messages)}`
    : html`<p class="withheld">${messages.pages.credential.withheld}</p>`
}
${downloads(links, kinds, messages)}
${counts && onward(view, messages)}
${shown && credentialSkills(credential, messages)}
${warningList(report, messages)}
${!isLost && html`<section><h2>${messages.pages.report.answers}</h2>${answerList(report, messages)}</section>`}
${howChecked(report, messages)}`
}

/** `/c/{id}`, the page a QR code leads to: does it count, who earned it, what, from whom, when; then the rest. */
export function credentialPage(view: CredentialView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const report = view.revocation ? withRevocation(view.report) : view.report
  const { name, description } = view.credential.credentialSubject.achievement
  const isShown = vouchesForContent(report)
  const title = isShown ? messages.pages.credential.pageTitle(name) : messages.pages.report.title
  const preview = {
    title: name,
    description: description,
    url: view.links.page,
    ...(view.previewImage !== undefined && { image: view.previewImage }),
  }
  const credential = view.links.files.json
  const head = {
    ...(isShown && { preview }),
    ...(credential !== undefined && { credential }),
    isPublic: isShown && view.isPublic === true,
  }
  return page({ title, main: body(view, report, messages), ...head }, frame)
}
