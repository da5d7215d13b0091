/** Words of the page on which a provider sees its enrolments. */
export interface EnrolmentMessages {
  readonly lead: string
  readonly places: string
  taken(taken: number, total: number): string
  takenWithoutLimit(taken: number): string
  waiting(count: number): string
  /** Why there are more than in the table. */
  readonly overAll: string
  readonly countryTable: string
  readonly countryColumns: {
    readonly country: string
    readonly taken: string
    readonly waiting: string
  }
  ofLimit(taken: number, limit: number): string
  readonly filter: string
  readonly all: string
  readonly states: {
    readonly enrolled: string
    readonly waiting: string
    readonly withdrawn: string
  }
  position(position: number): string
  readonly supportGone: string
  readonly table: string
  readonly columns: {
    readonly applicant: string
    readonly state: string
    readonly country: string
    readonly points: string
    readonly applied: string
    readonly action: string
  }
  /** Neither a name nor what the provider calls it. */
  readonly unnamed: string
  readonly erased: string
  readonly order: string
  readonly none: string
  readonly more: string
  readonly fromTheStart: string
  readonly download: string
  /** Title of the page of one of them. */
  readonly one: string
  readonly back: string
  readonly withdraw: string
  readonly withdrawHint: string
  readonly note: string
  readonly confirm: string
  readonly withdrawn: string
  movedUp(count: number): string
}
