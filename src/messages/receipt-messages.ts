import type { ReceiptClaims } from '../credential/receipt.ts'

/** What is printed on a receipt, and said of one that somebody hands in. */
export interface ReceiptMessages {
  readonly titles: Readonly<Record<ReceiptClaims['receipt']['kind'], string>>
  /** What it is, and what it does not say. */
  readonly lead: string
  /** `elsewhere`: signed by another service, whose word it is. */
  readonly genuine: Readonly<
    Record<
      'yes' | 'no' | 'unknown' | 'elsewhere',
      { readonly title: string; readonly meaning: string }
    >
  >
  readonly now: string
  readonly checkNow: string
  readonly labels: {
    readonly by: string
    readonly at: string
    readonly outcome: string
    readonly person: string
    readonly title: string
    readonly reasons: string
    readonly credential: string
    readonly digest: string
    readonly found: string
    readonly issuer: string
    readonly keys: string
    readonly statusLists: string
    readonly rules: string
    readonly ruleVersion: string
    readonly priority: string
    readonly waived: string
    readonly validUntil: string
    readonly number: string
  }
  readonly none: string
  priority(points: number, of: number): string
  /** The links on a result. */
  readonly get: {
    readonly title: string
    readonly note: string
    readonly pdf: string
    readonly jwt: string
  }
  /** Description of the attached file. */
  readonly attachment: string
  /** At the foot of the sheet: how to check it. */
  howToCheck(address: string): string
  more(count: number): string
}
