import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../errors.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { IssuerKey, IssuerKeys } from '../proof/issuer-keys.ts'
import { type ReissueSettings, reserveReissue } from './reissue.ts'
import { settleChunk, settleReissues } from './settle-reissue.ts'
import { signedWith } from './signed-with.ts'
import { revokeBound } from './status.ts'

/** How far it is with what one key had signed. */
export interface KeyReissue {
  readonly kid: string
  /** Signed anew, by this command or an earlier one. */
  readonly reissued: number
  /** Could not be signed anew; each has a reason in the ledger. */
  readonly void: number
  /** In force, and still in the form that this key signed. */
  readonly left: number
  /** Of those left, how many are over by their own end: they stay as they are, for they count no more anyway. */
  readonly over: number
  /** Copies in wallets that this key signed and that are still in force. */
  readonly boundLeft: number
}

const pageSize = 25
const scanSize = 200

interface Signed {
  readonly rowKey: string
  readonly signed: string | null
  readonly jwt: string | null
}

/** Those of a list that a key signed, in order, a page at a time. */
function* signedBy<T extends Signed>(
  kid: string,
  read: (after: string, limit: number) => readonly T[],
): Generator<T> {
  let page = read('', scanSize)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    for (const each of page) if (signedWith(each).includes(kid)) yield each
    page = read(last.rowKey, scanSize)
  }
}

const awardsBy = (kid: string, { credentials }: Ledger) =>
  signedBy(kid, (after, limit) =>
    credentials.issued(after, limit).map((record) =>
      // What was revoked stays so, whoever signed it.
      record.revokedAt ? { ...record, signed: null, jwt: null } : record,
    ),
  )

const boundBy = (kid: string, { boundCredentials }: Ledger) =>
  signedBy(kid, (after, limit) =>
    boundCredentials
      .issued(after, limit)
      .map((record) => (record.revokedAt ? { ...record, signed: null, jwt: null } : record)),
  )

const endOf = ({ unsigned }: CredentialRecord) =>
  (JSON.parse(unsigned) as { validUntil?: string }).validUntil

const isOver = (record: CredentialRecord, now: Date) =>
  Date.parse(endOf(record) ?? '9999-12-31') <= now.getTime() + 1_000

/** How far it is; asks and writes nothing. */
export function keyReissueOf(
  kid: string,
  { ledger, now }: Pick<ReissueSettings, 'ledger' | 'now'>,
): KeyReissue {
  const records = [...awardsBy(kid, ledger)]
  return {
    kid,
    reissued: ledger.reissues.countOf(kid, 'done'),
    void: ledger.reissues.countOf(kid, 'void'),
    left: records.length,
    over: records.filter((record) => isOver(record, now())).length,
    boundLeft: [...boundBy(kid, ledger)].length,
  }
}

/**
 * The key, when what it signed may be signed anew: it is out of use, and there are others to sign with.
 *
 * @throws Refusal `key-not-found`, `key-in-use`, `key-unusable`.
 */
export function retiredKey(kid: string, allKeys: readonly IssuerKeys[]): IssuerKey {
  const keys = allKeys.find(({ all }) => all.some((candidate) => candidate.kid === kid))
  const key = keys?.all.find((candidate) => candidate.kid === kid)
  if (!keys || !key) throw new Refusal('key-not-found', `There is no key ${kid}`)
  if (key.state === 'active')
    throw new Refusal('key-in-use', `Key ${kid} still signs: retire it first, with --compromised`)
  keys.signer('Ed25519')
  keys.signer('ES256')
  return key
}

/** What is told of each version that a key signed. */
const reasonOf = ({ state }: IssuerKey): RevocationCode =>
  state === 'compromised' ? 'key-compromised' : 'replaced'

export interface KeyReissueOrder {
  readonly kid: string
  readonly by: string
  readonly onProgress?: (progress: KeyReissue) => void
  /** Asked between two transactions: whether to leave the rest for later. */
  readonly isStopping?: () => boolean
}

/** Whatever cannot be signed anew now does not hold up the others. */
const passable = [
  'already-revoked',
  'credential-erased',
  'not-correctable',
  'correction-under-way',
  'issuer-out-of-scope',
]

function reserveChunk(
  chunk: readonly CredentialRecord[],
  {
    kid,
    by,
    reason,
  }: { readonly kid: string; readonly by: string; readonly reason: RevocationCode },
  settings: ReissueSettings,
) {
  return settings.ledger.transaction(() =>
    chunk.flatMap(({ id: credential }) => {
      try {
        return reserveReissue({ credential, reason, texts: 'as-signed', by, keyId: kid }, settings)
      } catch (thrown) {
        if (thrown instanceof Refusal && passable.includes(thrown.code)) return []
        throw thrown
      }
    }),
  )
}

/** Copies in wallets that the key signed, of awards that it did not sign. */
function revokeCopies(kid: string, code: RevocationCode, { ledger, now }: ReissueSettings): void {
  for (const { id, credential } of [...boundBy(kid, ledger)])
    ledger.transaction(() =>
      revokeBound(
        credential,
        { at: now().toISOString(), code, isMeant: (bound) => bound.id === id },
        ledger,
      ),
    )
}

// A version begins in the second after the one before it: those of this very second are done after a moment.
const momentMs = 1_100

/**
 * Signs anew everything in force that a key had signed, in either form, and revokes the copies in wallets that it
 * signed. Each keeps its id and address. A kill loses nothing: the same call goes on with what is left, and one that
 * finds nothing left does nothing. Returns how far it is.
 *
 * @throws Refusal `key-not-found`, `key-in-use`, `key-unusable`.
 */
export async function reissueSignedBy(
  order: KeyReissueOrder,
  settings: ReissueSettings,
): Promise<KeyReissue> {
  const { kid, by, onProgress, isStopping = () => false } = order
  const { ledger, allKeys, now } = settings
  const reason = reasonOf(retiredKey(kid, allKeys))
  ledger.reissues.beginRun(kid, by, now().toISOString())
  await settleReissues(settings)
  const records = [...awardsBy(kid, ledger)].filter((record) => !isOver(record, now()))
  for (let from = 0; from < records.length && !isStopping(); from += pageSize) {
    const chunk = records.slice(from, from + pageSize)
    await settleChunk(reserveChunk(chunk, { kid, by, reason }, settings), settings)
    onProgress?.(toldWhile(order, records.length - from - chunk.length, settings))
  }
  if (isStopping()) return keyReissueOf(kid, settings)
  if ((await settleReissues(settings)).waiting > 0) {
    await sleep(momentMs)
    await settleReissues(settings)
  }
  revokeCopies(kid, reason, settings)
  const ended = keyReissueOf(kid, settings)
  if (ended.left === ended.over) ledger.reissues.endRun(kid, now().toISOString())
  onProgress?.(ended)
  return ended
}

/** While it is under way, without reading everything anew. */
const toldWhile = (
  { kid }: KeyReissueOrder,
  left: number,
  { ledger }: ReissueSettings,
): KeyReissue => ({
  kid,
  reissued: ledger.reissues.countOf(kid, 'done'),
  void: ledger.reissues.countOf(kid, 'void'),
  left,
  over: 0,
  boundLeft: 0,
})
