import { conform } from '../credential/conform.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
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
  readonly keys: IssuerKeys
  readonly now: () => Date
  /** The checking side; passed in, because issuing may not know it. */
  readonly verify: (credential: string) => Promise<OwnVerdict>
}

/** `waiting`: nothing has been shown to be wrong, but our own verification could not be carried out. */
export type Produced =
  | { readonly kind: 'signed'; readonly signed: string; readonly jwt: string }
  | { readonly kind: 'void'; readonly reason: string }
  | { readonly kind: 'waiting' }

/**
 * Steps 3 to 5 of docs/ISSUANCE.md for what was reserved, given as its JSON text: conform, sign, verify our own output.
 *
 * @throws Refusal `key-unusable` when there is no active key.
 */
export async function produce(
  reserved: string,
  { keys, now, verify }: ProduceSettings,
): Promise<Produced> {
  const unsigned = JSON.parse(reserved) as UnsignedBadge

  // 3. Conform: what breaks the structural rules is never signed.
  const complaints = conform(unsigned).filter((complaint) => complaint.severity === 'error')
  if (complaints.length > 0)
    return {
      kind: 'void',
      reason: complaints.map(({ path, rule }) => `${path} ${rule}`).join('; '),
    }

  // 4. Sign exactly what was reserved, in both forms.
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
