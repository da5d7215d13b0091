/** Words of the operator's view of the catalogue. */
export interface CatalogueMessages {
  readonly lead: string
  readonly inForce: string
  version(version: string, day: string): string
  readonly table: string
  readonly columns: {
    readonly achievement: string
    readonly kind: string
    readonly version: string
    readonly issued: string
  }
  readonly asCertificate: string
  readonly asBadge: string
  /** What a picture of a sample shows, for whoever does not see it. */
  certificateOf(achievement: string): string
  badgeOf(achievement: string): string
  readonly sampleMark: string
  readonly publicPage: string
  readonly changes: string
  readonly versions: string
  readonly takeAway: string
  readonly check: string
  readonly checkHint: string
  readonly file: string
  readonly howToUse: string
  readonly complaints: string
  readonly none: string
  readonly same: string
  readonly differences: string
  readonly differencesTable: string
  readonly differenceColumns: {
    readonly achievement: string
    readonly change: string
    readonly members: string
    readonly issued: string
    readonly judgement: string
  }
  readonly kinds: { readonly added: string; readonly removed: string; readonly changed: string }
  readonly judgements: {
    readonly breaks: string
    readonly 'same-version': string
    readonly fine: string
  }
  untranslated(count: number): string
}
