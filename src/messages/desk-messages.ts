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
}
