import type { RefusalCode } from '../errors.ts'
import type { AwardOnWall } from './wall-page.ts'

type FileKind = 'pdf' | 'png' | 'svg' | 'json' | 'jwt'

/** A link with an end, as its maker sees it. */
export interface ShareView {
  readonly id: string
  /** Its whole address. */
  readonly url: string
  readonly shows: {
    readonly name: 'full' | 'initials'
    readonly results: boolean
    readonly hours: boolean
  }
  readonly expiresAt: string
}

/** What was filled in, so that nobody has to do it again. */
export interface ShareGiven {
  readonly name: 'full' | 'initials'
  readonly results: boolean
  readonly hours: boolean
  readonly end: string
  readonly day: string
}

/** What was reported about it, and what became of that. */
export interface CorrectionView {
  readonly state: 'asked' | 'reserved' | 'done' | 'declined' | 'void'
  readonly askedAt: string
  readonly settledAt: string | null
  readonly name?: string
  readonly note?: string
  readonly answer: string | null
}

export type AwardDone = 'visibility' | 'shared' | 'withdrawn' | 'reported'

export interface AwardView extends AwardOnWall {
  readonly recipient: string
  readonly initials: string
  /** Address of the public page. */
  readonly page: string
  /** Only the files that exist: there is no PDF for a name that no font can draw. */
  readonly files: readonly FileKind[]
  readonly linkedInProfile: string
  readonly linkedInPost: string
  readonly shares: readonly ShareView[]
  /** The oldest first. */
  readonly corrections: readonly CorrectionView[]
  /** When the newest copy in a wallet was revoked, while the award stands and no other copy is in force. */
  readonly copyRevokedAt?: string
  readonly done?: AwardDone
  readonly problem?: RefusalCode
  readonly given?: ShareGiven
  /** What could not be reported, to be mended. */
  readonly wish?: { readonly name: string; readonly note: string }
}
