import type { ParticularKind } from '../errors.ts'

/** What such a sentence is filled in with; empty where nothing is known. */
export interface PlaceFilling {
  /** The member, field, column or line, as the reader knows it. */
  readonly at: string
  readonly value: string
  readonly limit: string
  readonly choices: string
}

/** One sentence for each thing that can be wrong in one place of what was sent. */
export type ParticularMessages = Readonly<Record<ParticularKind, (filling: PlaceFilling) => string>>
