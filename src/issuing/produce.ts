import { conform } from '../credential/conform.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import { signDataIntegrity } from '../proof/data-integrity.ts'
import type { IssuerKeys } from '../proof/issuer-keys.ts'
import { signJwt } from '../proof/jwt.ts'

/** How our own output came out when read as a stranger would read it. */
export interface OwnVerdict {
  readonly verdict: 'valid' | 'invalid' | 'undecided'
  /** The reason codes of what did not pass. */
  readonly reasons: readonly string[]
}

export interface ProduceSettings {
  /** Whose keys sign. Looked up from the bytes that are to be signed, and for nothing that may not be. */
  readonly signers: Signers
  readonly now: () => Date
  /** The checking side; passed in, because issuing may not know it. */
  readonly verify: (credential: string) => Promise<OwnVerdict>
}

/** `waiting`: nothing has been shown to be wrong, but our own verification could not be carried out. */
export type Produced =
  | { readonly kind: 'signed'; readonly signed: string; readonly jwt: string }
  | { readonly kind: 'void'; readonly reason: string }
  | { readonly kind: 'waiting' }

/** What is about to be signed, as far as it decides who signs it. */
export type ToSign = Pick<
  UnsignedBadge,
  'id' | 'issuer' | 'awardedDate' | 'validFrom' | 'credentialSubject'
>

export interface Signers {
  /** @throws Refusal `issuer-out-of-scope` where {@link of} does. */
  insist(badge: ToSign): void
  /**
   * The keys of the issuer that a credential names.
   *
   * @throws Refusal `issuer-out-of-scope` where it is no issuer of this service, or may not issue this achievement of
   *   this day; `key-unusable`, `key-permissions`.
   */
  of(badge: ToSign): Promise<IssuerKeys>
}

/** The keys for one credential, or the reason why it is given up. @throws Refusal `key-unusable`, `key-permissions`. */
async function keysFor(badge: ToSign, signers: Signers): Promise<IssuerKeys | string> {
  try {
    return await signers.of(badge)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'issuer-out-of-scope') return thrown.code
    throw thrown
  }
}

/**
 * Steps 3 to 5 of docs/ISSUANCE.md for what was reserved, given as its JSON text: conform, sign, verify our own output.
 *
 * @throws Refusal `key-unusable` when there is no active key.
 */
export async function produce(
  reserved: string,
  { signers, now, verify }: ProduceSettings,
): Promise<Produced> {
  const unsigned = JSON.parse(reserved) as UnsignedBadge

  // 3. Conform: what breaks the structural rules is never signed.
  const complaints = conform(unsigned).filter((complaint) => complaint.severity === 'error')
  if (complaints.length > 0)
    return {
      kind: 'void',
      reason: complaints.map(({ path, rule }) => `${path} ${rule}`).join('; '),
    }

  // 4. Sign exactly what was reserved, in both forms, with the keys of whoever may.
  const keys = await keysFor(unsigned, signers)
  if (typeof keys === 'string') return { kind: 'void', reason: keys }
  const signed = JSON.stringify(await signDataIntegrity(unsigned, keys.signer('Ed25519'), now()))
  const jwt = await signJwt(unsigned, keys.signer('ES256'))

  // 5. Verify our own output from its bytes, against what is published.
  const verdicts = [await verify(signed), await verify(jwt)]
  const failed = verdicts.filter(({ verdict }) => verdict === 'invalid')
  if (failed.length > 0)
    return {
      kind: 'void',
      reason: `own output: ${failed.flatMap((verdict) => verdict.reasons).join(', ')}`,
    }
  const isUndecided = verdicts.some(({ verdict }) => verdict === 'undecided')
  return isUndecided ? { kind: 'waiting' } : { kind: 'signed', signed, jwt }
}
