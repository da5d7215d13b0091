import { messagesFor } from '../../messages/offered.ts'
import { type OperatorPlace, operatorPlaces } from '../../messages/operator-messages.ts'
import { formToken, type SignedInFrame } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { ownPath, type SafeUrl } from '../safe-url.ts'

/** What may be done at the desk, and by whom: see docs/DESK.md. */
export type DeskRole = 'admin' | 'issuer' | 'reviewer' | 'provider'

/** Whoever is signed in, as the desk greets them. */
export interface DeskPerson {
  readonly name: string
  readonly role: DeskRole
  /** Whether they have a password here, to change. */
  readonly hasPassword: boolean
}

/** What every page of the operator's desk needs to know beside the frame. */
export interface OperatorFrame extends SignedInFrame {
  readonly person: DeskPerson
  /** Path of the script of live pages, with its version. */
  readonly deskScript?: string
  /** Path of the style sheet of this desk, with its version. */
  readonly deskStylesheet?: string
}

export interface OperatorContent {
  readonly title: string
  readonly main: Html
  readonly here?: OperatorPlace
  readonly script?: string | undefined
  readonly reloadsEvery?: number
}

// Whose each place is; one that is not here yet leads nowhere and is not shown. An administrator sees all.
const rolesOf: Readonly<Partial<Record<OperatorPlace, readonly DeskRole[]>>> = {
  imports: ['issuer'],
  statistics: ['issuer', 'reviewer'],
  find: ['issuer', 'reviewer'],
  acts: ['issuer', 'reviewer'],
  corrections: ['issuer', 'reviewer'],
  catalogue: ['issuer', 'reviewer'],
  connections: ['issuer'],
  issuers: ['issuer', 'reviewer'],
  webhooks: ['issuer'],
  accounts: [],
  tokens: [],
  audit: [],
  safety: [],
}

/** The places that a role has, in order. */
export const placesFor = (role: DeskRole): readonly OperatorPlace[] =>
  operatorPlaces.filter((place) => {
    const roles = rolesOf[place]
    return roles !== undefined && (role === 'admin' || roles.includes(role))
  })

/** Where a place, or something in it, is. */
export const placePath = (place: OperatorPlace, ...segments: readonly string[]): SafeUrl =>
  ownPath('desk', place, ...segments)

function navigation({ here }: OperatorContent, frame: OperatorFrame): Html {
  const words = messagesFor(frame.language).pages.operator
  const links = placesFor(frame.person.role).map(
    (place) =>
      html`<li><a href="${placePath(place)}"${place === here && html` aria-current="page"`}>${words.places[place].name}</a></li>`,
  )
  return html`<div class="desk-bar"><nav aria-label="${words.title}"><ul>
<li><a href="/desk">${words.title}</a></li>
${links}</ul></nav>
<form method="post" action="/desk/sign-out">${formToken(frame)}<button type="submit" class="quiet">${words.signOut}</button></form></div>
`
}

/** A page of the operator's desk, with the ways to its places and out. */
export function operatorPage(content: OperatorContent, frame: OperatorFrame): Html {
  const words = messagesFor(frame.language).pages.operator
  const all = html`${navigation(content, frame)}${content.main}`
  const { script, reloadsEvery } = content
  const sheet = frame.deskStylesheet
  const more = {
    ...(sheet !== undefined && { sheet }),
    ...(script !== undefined && { script }),
    ...(reloadsEvery !== undefined && { reloadsEvery }),
  }
  return page({ title: `${content.title} · ${words.title}`, main: all, ...more }, frame)
}
