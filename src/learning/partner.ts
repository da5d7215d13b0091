import type { Localised } from '../language.ts'

/** What a partner may issue on behalf of the programme, and until when. */
export interface PartnerScope {
  /** Ids of achievements. */
  readonly achievements: readonly string[]
  /** Ids of courses, each of which stands for all its achievements. */
  readonly courses: readonly string[]
  /** Days, both included, between which it was earned: `YYYY-MM-DD`; `null` where no end is set. */
  readonly from: string
  readonly until: string | null
}

/** An issuer of its own name and keys, which issues on behalf of the programme. */
export interface Partner {
  /** A path segment, which its DID ends with. */
  readonly id: string
  readonly name: string
  readonly description: Localised
  readonly url: string | null
  readonly scope: PartnerScope
}
