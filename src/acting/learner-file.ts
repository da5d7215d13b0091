import { type Correction, toldCorrection } from '../holder/correction.ts'
import { type Caller, hasInScope } from '../ledger/caller.ts'
import type { LearnerClaim, LearnerDecision, LearnerProfile } from '../ledger/learner-files.ts'
import type { MailRecord } from '../ledger/mails.ts'
import type { SupersededRecord } from '../ledger/versions.ts'
import { type Found, type FoundHouse, foundOf } from './found.ts'

/** A credential with its versions before this one, and what was asked to be corrected in it. */
export interface HeldFile extends Found {
  readonly versions: readonly Pick<SupersededRecord, 'issuedAt' | 'replacedAt'>[]
  readonly corrections: readonly Correction[]
}

export type LetterFile = Pick<
  MailRecord,
  'id' | 'kind' | 'state' | 'attempts' | 'createdAt' | 'changedAt' | 'replyCode' | 'reply'
>

export interface LearnerFile extends LearnerProfile {
  readonly credentials: readonly HeldFile[]
  readonly letters: readonly LetterFile[]
  readonly claims: readonly LearnerClaim[]
  /** For an administrator; `null` for everybody else. */
  readonly decisions: readonly LearnerDecision[] | null
}

const letterOf = ({
  id,
  kind,
  state,
  attempts,
  createdAt,
  changedAt,
  replyCode,
  reply,
}: MailRecord): LetterFile => ({
  id,
  kind,
  state,
  attempts,
  createdAt,
  changedAt,
  replyCode,
  reply,
})

/** One credential, and what went before. */
export function heldFile(id: string, { ledger, publicUrl }: FoundHouse): HeldFile | undefined {
  const record = ledger.credentials.byId(id)
  if (!record) return undefined
  return {
    ...foundOf(record, { ledger, publicUrl }),
    versions: ledger.versions
      .superseded(id)
      .map(({ issuedAt, replacedAt }) => ({ issuedAt, replacedAt })),
    corrections: ledger.corrections.of(id).map((each) => toldCorrection(each, record.course)),
  }
}

/** Everything about a learner that is in the scope of a caller; `undefined` where nothing is. */
export function learnerFile(
  id: string,
  caller: Caller,
  house: FoundHouse,
): LearnerFile | undefined {
  const { learnerFiles } = house.ledger
  const profile = learnerFiles.profile(id)
  const credentials = learnerFiles
    .credentials(id)
    .flatMap((each) => heldFile(each, house) ?? [])
    .filter(({ course }) => hasInScope(caller, course))
  if (!profile || (credentials.length === 0 && caller.role !== 'admin')) return undefined
  return {
    ...profile,
    credentials,
    letters: learnerFiles.letters(id).map(letterOf),
    claims: learnerFiles.claims(id),
    decisions: caller.role === 'admin' ? learnerFiles.decisions(id) : null,
  }
}
