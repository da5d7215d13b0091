import { checkForm } from '../checking/check-form.ts'
import { issuerId } from '../checking/keys/issuer-id.ts'
import type { JsonObject } from '../checking/receiving/received.ts'
import { conformDataModel } from '../credential/data-model.ts'
import { Refusal } from '../errors.ts'
import type { VcApiKey } from '../proof/vc-api-keys.ts'
import { type Securing, securings } from '../proof/vc-api-sign.ts'

const firstVersion = 'https://www.w3.org/2018/credentials/v1'
const proofContext = 'https://w3id.org/security/data-integrity/v2'

/** Reserved for examples (DID Core §3.1): nobody's, and so nobody is wronged when ours stands in for it. */
const isPlaceholder = (did: string | undefined): boolean => did?.startsWith('did:example:') === true

export interface ChosenKey {
  readonly key: VcApiKey
  readonly securing: Securing
}

/**
 * The key that a credential is asked to be signed with: that of the did:key it names as its issuer, or where it names
 * none, the first that fits the securing asked for.
 *
 * @throws Refusal `bad-request` for another issuer, and for a securing that the key is not for.
 */
export function chooseKey(
  credential: JsonObject,
  keys: readonly VcApiKey[],
  asked: Securing | undefined,
): ChosenKey {
  const named = issuerId(credential)
  const isOpen = credential.issuer === undefined || named === undefined || isPlaceholder(named)
  const issuers = isOpen ? keys : keys.filter(({ did }) => did === named)
  if (issuers.length === 0)
    throw new Refusal(
      'bad-request',
      `The issuer is one of ${keys.map(({ did }) => did).join(', ')}`,
    )
  const names = asked ? [asked] : (Object.keys(securings) as Securing[])
  for (const securing of names) {
    const curves: readonly string[] = securings[securing]
    const key = issuers.find(({ curve }) => curves.includes(curve))
    if (key) return { key, securing }
  }
  throw new Refusal('bad-request', `The key of this issuer is not for ${asked}`)
}

function issuerOf({ issuer }: JsonObject, did: string): unknown {
  if (issuer === undefined) return did
  // Anything else is for the data model to judge.
  if (typeof issuer === 'string') return isPlaceholder(issuer) ? did : issuer
  const { id } = Object(issuer) as { id?: unknown }
  const isBare = typeof issuer === 'object' && issuer !== null && id === undefined
  return isBare || (typeof id === 'string' && isPlaceholder(id))
    ? { ...(issuer as object), id: did }
    : issuer
}

/** What a credential of 1.1 cannot do without and its author need not know: when it is issued, and what proofs mean. */
function completeFirstVersion(credential: JsonObject, now: Date): JsonObject {
  const contexts = credential['@context']
  if (!Array.isArray(contexts) || contexts[0] !== firstVersion) return credential
  return {
    issuanceDate: `${now.toISOString().slice(0, 19)}Z`,
    ...credential,
    '@context': contexts.includes(proofContext) ? contexts : [...contexts, proofContext],
  }
}

/** The credential with what the issuer adds: who issues it, and in version 1.1 when. Nothing that is there is changed. */
export const completed = (credential: JsonObject, did: string, now: Date): JsonObject =>
  completeFirstVersion({ ...credential, issuer: issuerOf(credential, did) }, now)

/**
 * Holds what is about to be signed to the data model, more strictly than what others have signed: nothing that would
 * be let pass with a warning there is signed here.
 *
 * @throws Refusal `bad-request`, with every complaint.
 */
export async function insistOnForm(credential: JsonObject): Promise<void> {
  if ('proof' in credential)
    throw new Refusal('bad-request', 'The credential has a proof already; send it without')
  if ([credential.type].flat().includes('VerifiablePresentation'))
    throw new Refusal('bad-request', 'A presentation is signed by its holder, not here')
  const complaints = conformDataModel(credential)
  if (complaints.length > 0)
    throw new Refusal('bad-request', 'The credential does not keep to the W3C data model', {
      details: complaints.map(({ path, rule, message }) => ({
        at: path,
        message: `${message} (${rule})`,
      })),
    })
  const { finding, warnings } = await checkForm(credential)
  if (finding.outcome !== 'passed' || warnings.length > 0)
    throw new Refusal('bad-request', 'The credential would not be found well formed', {
      details: [{ at: '$', message: [finding.reason, ...warnings].join(', ') }],
    })
}
