/**
 * The parts of the Open Badges 3.0 data model (1EdTech, OB 3.0 §B "Data models") that Colophon writes and reads,
 * on the W3C Verifiable Credentials Data Model 2.0. Sets are arrays even with one value (OB 3.0 serialization).
 */
export interface Image {
  readonly id: string
  readonly type: 'Image'
  readonly caption?: string
}

export interface IssuerProfile {
  readonly id: string
  readonly type: readonly string[]
  readonly name: string
  readonly url?: string
  readonly description?: string
  readonly image?: Image
  /** What others signed about this issuer: of a partner, the programme's mandate. */
  readonly endorsement?: readonly SignedMandate[]
}

/** A mandate before it is signed; see mandate.ts. */
export interface UnsignedMandate {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly name: string
  readonly issuer: IssuerProfile
  readonly validFrom: string
  readonly validUntil?: string
  readonly credentialSubject: {
    readonly id: string
    readonly type: readonly string[]
    readonly name: string
    readonly endorsementComment: string
    readonly alignment: readonly Alignment[]
  }
}

export interface SignedMandate extends UnsignedMandate {
  readonly proof: readonly DataIntegrityProof[]
}

export interface IdentityObject {
  readonly type: 'IdentityObject'
  readonly hashed: boolean
  readonly identityHash: string
  readonly identityType: string
  readonly salt?: string
}

export interface Alignment {
  readonly type: readonly string[]
  readonly targetName: string
  readonly targetUrl: string
  readonly targetCode?: string
  readonly targetDescription?: string
  readonly targetFramework?: string
  readonly targetType?: string
}

export interface ResultDescription {
  readonly id: string
  readonly type: readonly string[]
  readonly name: string
  readonly resultType: string
  readonly valueMin?: string
  readonly valueMax?: string
  readonly requiredValue?: string
}

export interface Result {
  readonly type: readonly string[]
  readonly resultDescription: string
  readonly value: string
}

export interface Related {
  readonly id: string
  readonly type: readonly string[]
  readonly inLanguage?: string
  readonly version?: string
}

export interface Achievement {
  readonly id: string
  readonly type: readonly string[]
  readonly achievementType?: string
  readonly name: string
  readonly description: string
  readonly criteria: { readonly id?: string; readonly narrative?: string }
  readonly inLanguage?: string
  readonly version?: string
  readonly image?: Image
  readonly tag?: readonly string[]
  readonly alignment?: readonly Alignment[]
  readonly related?: readonly Related[]
  readonly resultDescription?: readonly ResultDescription[]
}

/** What it rests on, in words for whoever looks closer (OB 3.0 "Evidence"). */
export interface Evidence {
  readonly type: readonly string[]
  readonly name?: string
  readonly narrative?: string
  readonly genre?: string
}

/** A document that belongs to it, with the digest of its bytes (VC DM 2.0 §5.3). */
export interface RelatedResource {
  readonly id: string
  readonly digestSRI: string
  readonly mediaType: string
}

export interface AchievementSubject {
  readonly id?: string
  readonly type: readonly string[]
  readonly identifier?: readonly IdentityObject[]
  readonly achievement: Achievement
  readonly result?: readonly Result[]
}

/** W3C Bitstring Status List v1.0 §2.1; OB 3.0 adds that `id` is required. */
export interface StatusEntry {
  readonly id: string
  readonly type: 'BitstringStatusListEntry'
  readonly statusPurpose: 'revocation'
  /** Base-10 string, per §2.1. */
  readonly statusListIndex: string
  readonly statusListCredential: string
}

/** What Colophon signs: complete but for its proof. */
export interface UnsignedBadge {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly name: string
  readonly description?: string
  readonly issuer: IssuerProfile
  readonly validFrom: string
  readonly validUntil?: string
  readonly awardedDate?: string
  readonly credentialSubject: AchievementSubject
  readonly evidence?: readonly Evidence[]
  readonly relatedResource?: readonly RelatedResource[]
  readonly credentialSchema?: readonly { readonly id: string; readonly type: string }[]
  readonly credentialStatus?: StatusEntry
}

export interface DataIntegrityProof {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: string
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: string
  readonly proofValue: string
}

export interface SignedBadge extends UnsignedBadge {
  readonly proof: readonly DataIntegrityProof[]
}

/** The name the badge was issued to: the IdentityObject of type `name`, which is never hashed. */
export function recipientName(subject: AchievementSubject): string | undefined {
  return subject.identifier?.find((entry) => entry.identityType === 'name' && !entry.hashed)
    ?.identityHash
}

/** The value of the result whose description has this `resultType`, say `Percent` or `ext:StudyHours`. */
export function resultOfType(subject: AchievementSubject, resultType: string): string | undefined {
  const description = subject.achievement.resultDescription?.find(
    (candidate) => candidate.resultType === resultType,
  )
  return subject.result?.find((result) => result.resultDescription === description?.id)?.value
}
