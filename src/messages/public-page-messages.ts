/** Parts of the European competence frameworks DigComp and EntreComp, by their English names. */
export const frameworkAreas = [
  'Information and data literacy',
  'Communication and collaboration',
  'Digital content creation',
  'Safety',
  'Problem solving',
  'Ideas and opportunities',
  'Resources',
  'Into action',
] as const
export type FrameworkArea = (typeof frameworkAreas)[number]

export const isFrameworkArea = (name: string): name is FrameworkArea =>
  frameworkAreas.some((known) => known === name)

/** On the public page of a credential, beside what is signed. */
export interface PublicPageMessages {
  expiredOn(date: string): string
  countsFrom(date: string): string
  /** Before the title of the catalogue in the reader's language; the one that is signed stands above it. */
  readonly translated: string
  /** The link to what the achievement stands for, in the reader's language. */
  readonly inYourLanguage: string
  level(level: number): string
  /** As the frameworks are published in this language. */
  readonly frameworkAreas: Readonly<Record<FrameworkArea, string>>
}

/** `/accessibility`, after the model of Commission Implementing Decision (EU) 2018/1523. */
export interface AccessibilityMessages {
  readonly title: string
  lead(host: string): string
  /** How far the standards are met, and which. */
  readonly conformance: { readonly title: string; readonly text: string }
  readonly expect: string
  readonly expectations: readonly string[]
  readonly notMet: string
  readonly exceptions: readonly string[]
  readonly found: string
  foundHow(date: string): string
  readonly complain: string
  complainTo(issuer: string): string
  readonly noAddress: string
  readonly enforcement: string
}
