import type { DeskProblem } from './desk-messages.ts'
import type { HolderRightsMessages } from './holder-rights-messages.ts'

/** The page that a link of a letter leads to, and what it says when it opens nothing. */
export interface ClaimMessages {
  readonly title: string
  /** Whose it is, by initials alone: programs that look through mail see this page as well. */
  lead(initials: string, count: number): string
  readonly submit: string
  readonly note: string
  readonly used: DeskProblem
  readonly ended: DeskProblem
  readonly unknown: DeskProblem
  /** Nobody is signed in, or no longer. */
  readonly away: DeskProblem
  /** The browser keeps no cookie of ours, without which nobody stays signed in. */
  readonly noCookie: DeskProblem
}

/** The form that sends another link. */
export interface NewLinkMessages {
  readonly title: string
  readonly email: string
  readonly emailHint: string
  readonly submit: string
  readonly privacy: string
  readonly sent: DeskProblem
  readonly wrong: DeskProblem
  notOffered(issuer: string): string
}

export interface WallMessages {
  readonly lead: string
  readonly none: string
  progress(has: number, of: number): string
  readonly complete: string
  readonly missing: string
  readonly others: string
  readonly downloadAll: string
  readonly downloadAllNote: string
  readonly language: string
  readonly languageHint: string
  readonly save: string
  readonly languageSaved: string
}

export interface HeldAwardMessages {
  readonly link: string
  readonly linkNote: string
  readonly linkPrivate: string
  readonly postPrivate: string
}

type Choice = 'private' | 'link' | 'public'

export interface VisibilityMessages {
  readonly title: string
  readonly choices: Readonly<Record<Choice, { readonly label: string; readonly hint: string }>>
  /** In a word or two, below a picture on the wall. */
  readonly brief: Readonly<Record<Choice, string>>
  readonly save: string
  readonly saved: string
  /** On the public page itself. */
  readonly publicNote: string
}

export type ShareEndName = 'day' | 'week' | 'month' | 'year' | 'date'

export interface ShareMessages {
  readonly title: string
  readonly lead: string
  readonly name: string
  readonly full: string
  initials(example: string): string
  readonly also: string
  readonly results: string
  readonly hours: string
  readonly end: string
  readonly ends: Readonly<Record<ShareEndName, string>>
  readonly day: string
  readonly dayHint: string
  readonly submit: string
  readonly made: string
  until(moment: string): string
  readonly shows: string
  readonly withdraw: string
  readonly withdrawn: string
}

/** The page of a link with an end. */
export interface SharedMessages {
  readonly part: string
  until(moment: string): string
  readonly onlyInitials: string
}

/** Words of the learner's own view. */
export interface HolderMessages {
  readonly title: string
  readonly forLearners: string
  readonly signOut: string
  readonly claim: ClaimMessages
  readonly newLink: NewLinkMessages
  readonly wall: WallMessages
  readonly award: HeldAwardMessages
  readonly visibility: VisibilityMessages
  readonly shares: ShareMessages
  readonly shared: SharedMessages
  readonly rights: HolderRightsMessages
}

/** What learners are refused, and whoever comes by their links. */
export type HolderRefusals = Readonly<
  Record<
    'share-given' | 'share-not-found' | 'share-ended' | 'share-end-wrong' | 'too-many-shares',
    DeskProblem
  >
>
