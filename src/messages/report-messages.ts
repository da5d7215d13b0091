import type { Difference } from '../checking/report.ts'

/** About the person whom the reader asked for. */
export interface PersonMessages {
  readonly match: string
  readonly mismatch: string
  /** There was nothing to compare, or it could not be compared. */
  readonly open: string
  readonly given: string
  readonly signed: string
}

/** What the page shows beside what is signed. */
export interface DifferenceMessages {
  readonly title: string
  readonly note: string
  readonly printed: string
  readonly signed: string
  /** In place of a printed value where the page shows none. */
  readonly absent: string
  readonly facts: Readonly<Record<Difference['fact'], string>>
}

export interface PresentationMessages {
  count(count: number): string
  readonly note: string
  /** In place of the meaning of a failure: not all of several hold. */
  readonly notAll: string
  readonly holder: string
  nth(position: number): string
}

export interface EndorsementMessages {
  readonly title: string
  readonly note: string
  readonly says: string
}

export interface ReportMessages {
  readonly title: string
  checkedOn(moment: string): string
  readonly answers: string
  readonly facts: string
  readonly factsNote: string
  /** Why there are no facts: the signature did not hold, or could not be checked. */
  readonly factsWithheld: string
  readonly how: string
  readonly howNote: string
  readonly verdict: string
  readonly status: string
  readonly source: string
  readonly warnings: string
  readonly person: PersonMessages
  /** Whether it is genuine, where the page around it was changed. */
  readonly genuineInside: string
  /** The same, where a known issuer's name was taken. */
  readonly genuineOfImpostor: string
  readonly differences: DifferenceMessages
  readonly skills: string
  readonly presentation: PresentationMessages
  readonly endorsements: EndorsementMessages
  /** So many more of a list that are not shown. */
  more(count: number): string
  readonly elsewhere: string
  readonly elsewhereNote: string
  readonly elsewhereLink: string
  readonly raw: string
  readonly rawTooLong: string
  readonly again: string
  /** On a printed report: where it was made, and that paper proves nothing. */
  onPaper(address: string): string
  readonly labels: {
    readonly issuedBy: string
    readonly issuerId: string
    readonly claimedName: string
    readonly recipient: string
    readonly credential: string
    readonly achievement: string
    readonly awarded: string
    readonly from: string
    readonly until: string
    readonly id: string
  }
  readonly noDomain: string
  /** How the check of the issuer ended for one we do not know: neither passed nor failed. */
  readonly issuerNotListed: string
  /** Warning for a name that mixes alphabets inside a word, as look-alike names do. */
  readonly mixedAlphabets: string
}
