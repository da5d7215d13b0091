import type { DeskDecisionMessages } from './desk-decision-messages.ts'

/** What was wrong, and what to do about it. */
export interface DeskProblem {
  readonly title: string
  readonly remedy: string
}

export interface SignInMessages {
  readonly title: string
  readonly lead: string
  readonly token: string
  readonly tokenHint: string
  readonly submit: string
  readonly privacy: string
  readonly problems: {
    readonly unauthorised: DeskProblem
    readonly forbidden: DeskProblem
    /** There is no session any more. */
    readonly ended: DeskProblem
    /** Nor was there when a form was sent: what was typed comes along. */
    readonly kept: DeskProblem
    /** The same of a form that has to be filled in again. */
    readonly 'not-done': DeskProblem
  }
}

/** The first page of the desk: what is in its scope. */
export interface DeskHomeMessages {
  readonly lead: string
  readonly nothing: string
  readonly open: string
  readonly closed: string
  readonly labels: {
    readonly applications: string
    readonly decisions: string
    readonly waiting: string
    readonly places: string
  }
  opensOn(day: string): string
  until(day: string): string
  placesTaken(taken: number, total: number): string
  placesInAll(total: number): string
  perCountry(places: number): string
  readonly newApplicant: string
  readonly newList: string
  readonly seeEnrolments: string
}

/** The form about one applicant. */
export interface ApplyMessages {
  readonly title: string
  readonly lead: string
  readonly closed: DeskProblem
  readonly links: string
  readonly linksHint: string
  readonly files: string
  readonly filesHint: string
  readonly photo: string
  readonly photoHint: string
  readonly person: string
  readonly personHint: string
  readonly country: string
  readonly noCountry: string
  readonly reference: string
  readonly referenceHint: string
  readonly statements: string
  readonly statementsHint: string
  readonly note: string
  readonly document: string
  readonly documentHint: string
  readonly documentNeeded: string
  readonly submit: string
  readonly privacy: string
  readonly nothingGiven: DeskProblem
  readonly tooMuch: DeskProblem
  /** The form was opened in a session that is over. */
  readonly formOld: DeskProblem
  /** Files have to be chosen once more: a browser gives none back. */
  readonly filesAgain: string
}

/** Words around the lists of decisions. */
export interface DeskListMessages {
  readonly lead: string
  readonly order: string
  readonly filter: string
  readonly all: string
  readonly none: string
  readonly table: string
  readonly columns: {
    readonly rank: string
    readonly applicant: string
    readonly outcome: string
    readonly points: string
    readonly applied: string
    readonly because: string
  }
  /** Why somebody stands behind the one before. */
  readonly behind: {
    readonly first: string
    readonly outcome: string
    readonly points: string
    readonly time: string
    readonly id: string
  }
  readonly unnamed: string
  readonly erased: string
  readonly download: string
  readonly pages: string
  range(from: number, to: number): string
}

export interface DeskQueueMessages {
  readonly lead: string
  readonly none: string
  readonly table: string
  readonly columns: {
    readonly applicant: string
    readonly decided: string
    readonly outcome: string
    readonly waits: string
  }
  readonly next: string
  readonly start: string
}

/** Words of the provider's desk. */
export interface DeskMessages {
  readonly title: string
  readonly signOut: string
  /** Leads to the desk from other pages. */
  readonly forProviders: string
  readonly places: {
    readonly apply: string
    readonly decisions: string
    readonly review: string
    readonly lists: string
    readonly enrolments: string
  }
  readonly signIn: SignInMessages
  readonly home: DeskHomeMessages
  readonly apply: ApplyMessages
  readonly decision: DeskDecisionMessages
  readonly list: DeskListMessages
  readonly queue: DeskQueueMessages
}
