import type { GenuineSettings } from './check-genuine.ts'
import { findKeys, type KeyFault } from './keys/find-keys.ts'
import { holderId } from './keys/issuer-id.ts'
import { lookAfter } from './look.ts'
import type { Received } from './receiving/received.ts'
import type { Finding, Reason } from './report.ts'
import { type ReadSignature, readSignature } from './signature/read-signature.ts'
import type { Demands, SignatureOutcome } from './signature/signature.ts'

export interface CheckedPresentation {
  readonly finding: Finding
  /** Who proved to have presented it; absent unless the signature holds. */
  readonly holder: string | undefined
}

const finding = (outcome: Finding['outcome'], reason: Reason): Finding => ({
  check: 'presentation',
  outcome,
  reason,
})

function findingOf(outcome: SignatureOutcome): Finding {
  switch (outcome) {
    case 'holds':
      return finding('passed', 'presentation-proven')
    case 'missing':
      return finding('skipped', 'presentation-unsigned')
    case 'other-audience':
      return finding('failed', 'presentation-other-audience')
    case 'suite-unknown':
    case 'too-complex':
      return finding('unknown', 'presentation-suite-unknown')
    case 'malformed':
      return finding('failed', 'presentation-malformed')
    case 'key-missing':
      return finding('unknown', 'presentation-key-unreachable')
    case 'broken':
    case 'purpose-wrong':
    case 'chain-broken':
    case 'claims-differ':
    case 'algorithm-refused':
      return finding('failed', 'presentation-broken')
  }
}

/** Faults that say we could not look. */
const undecided: readonly KeyFault[] = ['unreachable', 'method-unknown']

const keyFinding = (fault: KeyFault): Finding =>
  undecided.includes(fault)
    ? finding('unknown', 'presentation-key-unreachable')
    : finding('failed', 'presentation-key-not-bound')

/** Who is meant to have signed: the holder named, else whoever the key names as its owner. */
function holderOf({ credential }: Received, { wanted }: ReadSignature): string | undefined {
  const owner = wanted[0]?.name.split('#')[0]
  return holderId(credential) ?? (credential.holder === undefined ? owner : undefined)
}

/**
 * Whether the holder signed the presentation, and for whom (VC DM 2.0 §4.13, §5.12; VC Data Integrity 1.0 §2.1). One
 * without a signature is let pass as that, unless a challenge or a domain was to be answered.
 */
export async function checkPresentation(
  received: Received,
  form: Finding,
  { fetch, now, onFault }: GenuineSettings,
  { challenge, domain }: Omit<Demands, 'purpose'>,
): Promise<CheckedPresentation> {
  const demands: Demands = {
    purpose: 'authentication',
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  }
  let holder: string | undefined
  const found = await lookAfter(
    [form],
    'presentation',
    async () => {
      const read = readSignature(received, demands)
      if (read.fault === 'missing' && (challenge !== undefined || domain !== undefined))
        return finding('failed', 'presentation-other-audience')
      if (read.fault) return findingOf(read.fault)
      const signer = holderOf(received, read)
      const search = { fetch, now: now() }
      const keys = await findKeys(signer, read.wanted, 'authentication', search)
      if ('fault' in keys) return keyFinding(keys.fault)
      const outcome = await read.check(keys.keys)
      holder = outcome === 'holds' ? signer : undefined
      return findingOf(outcome)
    },
    onFault,
  )
  return { finding: found, holder }
}
