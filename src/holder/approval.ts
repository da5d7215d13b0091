import type { Changes } from '../credential/correct.ts'
import { recipientName, type UnsignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import { type CorrectionSettings, reserveCorrection } from '../issuing/correct.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import { readChanges, readNote } from './changes.ts'

export interface Approval {
  readonly changes: Changes
  /** Why; stays private. */
  readonly reason: string
  readonly by: string
  /** Id of what was asked for. */
  readonly correction?: string
  /** Whether a new name goes into everything that the learner was issued. */
  readonly isEverywhere?: boolean
  /** Refuses a course that the approver has no say in; asked for whatever else `isEverywhere` reaches. */
  readonly permit?: (course: string) => void
}

/** What else the same learner was issued under another name. @throws Refusal what `permit` refuses. */
function othersOf(
  credential: string,
  { name, permit = () => undefined }: { readonly name: string } & Pick<Approval, 'permit'>,
  { ledger, isDecision }: CorrectionSettings,
): readonly string[] {
  const nameOf = ({ unsigned }: CredentialRecord) =>
    recipientName((JSON.parse(unsigned) as UnsignedBadge).credentialSubject)
  const learner = ledger.credentials.byId(credential)?.learner ?? ''
  const others = ledger.credentials
    .inForce(learner)
    .filter((record) => record.id !== credential && !isDecision(record))
    .filter((record) => nameOf(record) !== name)
  for (const { course } of others) permit(course)
  return others.map(({ id }) => id)
}

/**
 * Reserves what was approved, all of it or nothing, and gives the ids of the corrections: the one of the credential
 * first.
 *
 * @throws Refusal `bad-request`, `reason-missing`, and what {@link reserveCorrection} and `permit` refuse.
 */
export function reserveApproved(
  credential: string,
  approval: Approval,
  settings: CorrectionSettings,
): readonly string[] {
  const note = readNote(approval.reason)
  if (!note) throw new Refusal('reason-missing', 'Say why it is corrected; the text stays private')
  const changes = readChanges(approval.changes, settings.now())
  if (Object.keys(changes).length === 0)
    throw new Refusal('bad-request', 'Say what it should say: a name, a score or a day')
  const { by, correction: asked, permit } = approval
  const { name } = changes
  const first = { credential, changes, note, by, ...(asked === undefined ? {} : { asked }) }
  return settings.ledger
    .transaction(() => [
      reserveCorrection(first, settings),
      ...(approval.isEverywhere && name !== undefined
        ? othersOf(credential, { name, ...(permit && { permit }) }, settings).map((other) =>
            reserveCorrection({ credential: other, changes: { name }, note, by }, settings),
          )
        : []),
    ])
    .map(({ id }) => id)
}

const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// A version begins in the second after the one before it, so that there is something to wait for.
const patience = { tries: 3, eachMs: 700 }

/**
 * Waits until a reserved correction is signed and recorded; `false` where it was given up.
 *
 * @throws Refusal `busy` when it is still not signed.
 */
export async function finishApproved(
  settle: () => Promise<CorrectionRecord | undefined>,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const state = (await settle())?.state
    if (state !== 'reserved') return state === 'done'
    if (tries === patience.tries)
      throw new Refusal('busy', 'It is approved, and not signed yet; ask again')
    await moment(patience.eachMs)
  }
}
