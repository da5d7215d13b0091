import type { ApplicationState } from '../learning/application-days.ts'

/** Words of the pages about what one may apply for. */
export interface SpecializationMessages {
  readonly listTitle: string
  readonly listLead: string
  readonly none: string
  readonly kind: string
  readonly about: string
  readonly labels: {
    readonly profile: string
    readonly hours: string
    readonly places: string
    readonly countries: string
    readonly applications: string
    readonly howToApply: string
  }
  /** Where to apply, as the words of a link. */
  readonly applyHere: string
  /** The same where the catalogue names no address. */
  readonly applyWithProvider: string
  readonly parts: string
  /** The parts need not add up to the total. */
  readonly partsNote: string
  places(total: number): string
  perCountry(places: number): string
  period(from: string | null, until: string | null): string
  readonly states: Readonly<Record<ApplicationState, string>>
  readonly admission: string
  readonly admissionNote: string
  readonly needed: string
  readonly considered: string
  readonly priority: string
  readonly skipping: { readonly title: string; readonly text: string }
  readonly modules: string
  readonly asJson: string
}

/** Words of "What am I eligible for?". */
export interface SelfCheckMessages {
  readonly title: string
  readonly lead: string
  readonly files: string
  readonly filesHint: string
  readonly links: string
  readonly linksHint: string
  readonly statements: string
  readonly statementsHint: string
  readonly submit: string
  readonly privacy: string
  readonly nothingGiven: { readonly title: string; readonly remedy: string }
  readonly tooMany: { readonly title: string; readonly remedy: string }
  readonly resultTitle: string
  /** Only the provider decides. */
  readonly resultNote: string
  readonly noneOpen: string
  readonly others: string
  counted(title: string): string
  /** Genuine and current, and still nothing that is open asks for it: what to hand in instead. */
  askedNowhere(title: string): string
  /** Of the signed answer of an admission, for the same. */
  answerAlone(title: string): string
  /** The same of one among several, in place of "it counts". */
  readonly notAskedFor: string
  readonly notCounted: string
  readonly whatCounted: string
  readonly moreAbout: string
  readonly again: string
  readonly addMore: string
  readonly person: string
  readonly personHint: string
  /** Next to the field for files, once some were handed in. */
  readonly filesAgain: string
  /** The certificates name several persons. */
  readonly personsDiffer: { readonly title: string; readonly remedy: string }
  /** What needs a person, where it is listed below, and where nothing is. */
  readonly openBelow: string
  readonly openElse: string
  /** Of statements that need a document: their names. */
  documentLater(names: string): string
}
