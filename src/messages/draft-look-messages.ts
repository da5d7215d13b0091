/** Words of a draft that is looked at, and of an import under way. */
export interface DraftLookMessages {
  readonly lead: string
  wouldIssue(count: number): string
  undoNote(minutes: number): string
  readonly tally: string
  readonly all: string
  readonly columns: string
  readonly columnHeads: Readonly<Record<'column' | 'role' | 'how' | 'examples', string>>
  readonly leftAlone: string
  /** A column that says whether a module was done. */
  module(id: string): string
  readonly roles: Readonly<
    Record<
      | 'learner_id'
      | 'id_number'
      | 'username'
      | 'email'
      | 'name'
      | 'first_name'
      | 'last_name'
      | 'last_first_name'
      | 'language'
      | 'completed_on'
      | 'completed'
      | 'score'
      | 'modules',
      string
    >
  >
  readonly hows: Readonly<Record<'stated' | 'header' | 'place' | 'content', string>>
  readonly missing: string
  readonly days: string
  readonly dayHeads: Readonly<Record<'column' | 'written' | 'day', string>>
  readonly unread: string
  readonly reading: string
  readonly completedOn: string
  readonly language: string
  readonly ofCourse: string
  readonly matchByName: string
  readonly letters: string
  readonly undoMinutes: string
  readonly rowHeads: Readonly<Record<'line' | 'name' | 'outcome' | 'remarks', string>>
  /** Of rows such as `1–50`. */
  shown(rows: string, all: string): string
  readonly earlier: string
  readonly later: string
  readonly noRows: string
  /** With the name, score or day that the credential says. */
  issuedAs(value: string): string
  /** Of so many, as they are written in the language. */
  progress(done: string, all: string): string
  rate(count: number): string
}
