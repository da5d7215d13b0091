import { Refusal } from '../errors.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Produced, type ProduceSettings, produce } from './produce.ts'

export interface IssueSettings extends ProduceSettings {
  readonly ledger: Ledger
  readonly onProgress?: (step: IssueStep) => void
  /** Waited for before each signature: what people wait for goes first. */
  readonly pace?: (() => Promise<void>) | undefined
}

/** What this call has brought to its end; what another process was first to record is not counted. */
export interface IssueProgress {
  readonly issued: number
  readonly void: number
  /** Signed, but our own verification could not be carried out: they stay reserved and are tried again. */
  readonly waiting: number
  readonly left: number
}

/** Progress at the end of one transaction. */
export interface IssueStep extends IssueProgress {
  /** Public ids that this transaction recorded as issued: they are on disk. */
  readonly recorded: readonly string[]
}

interface Forms {
  readonly record: CredentialRecord
  readonly result: Produced
}

/** How many are signed between two transactions: what a kill can cost is this much work, never a credential. */
const chunkSize = 25

const formsOf = async (record: CredentialRecord, settings: IssueSettings): Promise<Forms> => ({
  record,
  result: await produce(record.unsigned, settings),
})

/** The same, but what has no key yet waits: the keys that one issuer lacks are no reason to keep others waiting. */
async function formsOrWait(
  record: CredentialRecord,
  settings: IssueSettings,
  onStuck: (refusal: Refusal) => void,
): Promise<Forms> {
  try {
    return await formsOf(record, settings)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'key-unusable') throw thrown
    onStuck(thrown)
    return { record, result: { kind: 'waiting' } }
  }
}

async function formsOfAll(
  records: readonly CredentialRecord[],
  settings: IssueSettings,
  onStuck: (refusal: Refusal) => void,
): Promise<Forms[]> {
  const chunk: Forms[] = []
  for (const record of records) {
    await settings.pace?.()
    chunk.push(await formsOrWait(record, settings, onStuck))
  }
  return chunk
}

/**
 * Step 6: all of a chunk in one transaction, so that one sync to disk serves many. Leaves out of its answer what
 * another process was first to settle.
 */
function recordChunk(chunk: readonly Forms[], { ledger, now }: IssueSettings): Forms[] {
  const issuedAt = now().toISOString()
  const settle = ({ record, result }: Forms): boolean => {
    if (result.kind === 'void') return ledger.credentials.recordVoid(record.rowKey, result.reason)
    if (result.kind === 'waiting') return true
    const isFirst = ledger.credentials.recordIssued(record.rowKey, { ...result, issuedAt })
    if (isFirst) ledger.webhookEvents.tellOfCredential('credential.issued', record.id, issuedAt)
    return isFirst
  }
  return ledger.transaction(() => chunk.filter(settle))
}

/**
 * Completes every reservation there is, whoever left it: this call, an import that was killed, another process. Each
 * ends issued (durable before progress is told) or void with a reason. Two processes may do this at once: the first to
 * record a credential wins, and the other's signature is dropped unseen.
 *
 * @throws Refusal `key-unusable` when nothing could be settled for want of an active key; reservations then wait.
 */
export async function issuePending(settings: IssueSettings): Promise<IssueProgress> {
  const { credentials } = settings.ledger
  const progress = { issued: 0, void: 0, waiting: 0, left: credentials.pendingCount() }
  let after = ''
  let stuck: Refusal | undefined
  for (;;) {
    const records = credentials.pending(after, chunkSize)
    const last = records.at(-1)
    if (!last) {
      if (stuck && progress.issued + progress.void === 0) throw stuck
      return progress
    }
    const chunk = await formsOfAll(records, settings, (refusal) => {
      stuck ??= refusal
    })
    const settled = recordChunk(chunk, settings)
    const signed = settled.filter(({ result }) => result.kind === 'signed')
    after = last.rowKey
    const count = (kind: Forms['result']['kind']) =>
      settled.filter(({ result }) => result.kind === kind).length
    progress.issued += count('signed')
    progress.void += count('void')
    progress.waiting += count('waiting')
    progress.left = credentials.pendingCount()
    settings.onProgress?.({ ...progress, recorded: signed.map(({ record }) => record.id) })
  }
}

/**
 * The same for one reservation, without waiting for others that were left before it. Returns the record as it stands
 * afterwards; still `reserved` when our own verification could not be carried out.
 *
 * @throws Refusal `key-unusable` when there is no active key; the reservation then waits.
 */
export async function issueReservation(
  id: string,
  settings: IssueSettings,
): Promise<CredentialRecord | undefined> {
  const { credentials } = settings.ledger
  const record = credentials.byId(id)
  if (record?.state === 'reserved') recordChunk([await formsOf(record, settings)], settings)
  return credentials.byId(id)
}
