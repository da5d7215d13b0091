import type { Report } from '../checking/report.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { answerList, howChecked, warningList } from './answers.ts'
import {
  aboutSection,
  criteriaAndResults,
  howWeKnow,
  type Translation,
  titlePlate,
} from './credential-content.ts'
import { type KnownSkills, skillList } from './credential-skills.ts'
import { stateNotes } from './credential-state.ts'
import {
  hasLostSupport,
  lostPanel,
  type SupportView,
  supportSection,
} from './eligibility-support.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import type { Preview } from './preview-tags.ts'
import { type Revocation, withRevocation } from './revocation.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'
import { assurance, briefVerdict, headlineOf, verdictPanel, vouchesForContent } from './verdict.ts'

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
  /** What a link to it shows elsewhere. */
  readonly preview?: Preview
  /** What our catalogue knows of it in the reader's language. */
  readonly translation?: Translation
  readonly skills?: KnownSkills
  /** Whether its holder chose to be found by name. */
  readonly isPublic?: boolean
  /** As the ledger knows it: shown at once, even while a cached status list does not say so yet. */
  readonly revocation?: Revocation
  /** When the version it now is took the place of another; ISO 8601. */
  readonly correctedAt?: string
  readonly isSignedAnew?: boolean
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

const isGood = (report: Report) =>
  ['valid', 'issuer-unknown', 'issuer-outside'].includes(headlineOf(report))

/** Good in itself, and what it rests on is gone. */
const isLost = ({ support }: CredentialView, report: Report) =>
  isGood(report) && support !== undefined && hasLostSupport(support)

/** What is signed, in the order in which readers ask for it. */
function content(view: CredentialView, report: Report, messages: Messages): Html {
  const { credential, links, support, translation, badgeImage, skills = new Map() } = view
  const { achievement } = credential.credentialSubject
  const plate = {
    credential,
    badgeImage,
    ...(translation && { translation }),
    howWeKnow: howWeKnow(credential, report, messages),
    onBehalfOf: report.facts.issuer?.onBehalfOf?.name,
  }
  return html`${titlePlate(plate, messages)}
${!isLost(view, report) && assurance(report, messages)}
${printedAddress(links, messages)}
${aboutSection(achievement, translation, messages)}
${skillList(achievement, skills, messages)}
${criteriaAndResults(credential, messages)}
${support && supportSection(support, credential, messages)}`
}

function verdict(report: Report, isShown: boolean, messages: Messages): Html {
  return headlineOf(report) === 'valid'
    ? briefVerdict(report, messages)
    : verdictPanel(report, messages, isShown ? 'p' : 'h1')
}

function body(view: CredentialView, report: Report, messages: Messages): Html {
  const { links } = view
  const lost = isLost(view, report)
  const counts = isGood(report) && !lost
  const kinds: readonly FileKind[] = counts ? ['pdf', 'png', 'svg', 'json', 'jwt'] : ['json', 'jwt'] // enough to check it elsewhere; nothing to hang on a wall
  const shown = vouchesForContent(report)
  return html`${lost ? lostPanel(report, messages) : verdict(report, shown, messages)}
${stateNotes(view, report, messages)}
${
  shown
    ? content(view, report, messages)
    : html`<p class="withheld">${messages.pages.credential.withheld}</p>`
}
${warningList(report, messages)}
${!lost && html`<section><h2>${messages.pages.report.answers}</h2>${answerList(report, messages)}</section>`}
${howChecked(report, messages)}
${downloads(links, kinds, messages)}
${counts && onward(view, messages)}`
}

/** `/c/{id}`, the page a QR code leads to: does it count, who earned it, what, from whom, when; then the rest. */
export function credentialPage(view: CredentialView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const report = view.revocation ? withRevocation(view.report) : view.report
  const { name } = view.credential.credentialSubject.achievement
  const isShown = vouchesForContent(report)
  const title = isShown ? messages.pages.credential.pageTitle(name) : messages.pages.report.title
  const { preview } = view
  const credential = view.links.files.json
  const head = {
    ...(isShown && preview && { preview }),
    ...(credential !== undefined && { credential }),
    isPublic: isShown && view.isPublic === true,
  }
  return page({ title, main: body(view, report, messages), ...head }, frame)
}
