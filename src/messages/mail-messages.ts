/** What a letter to a learner says. Dates come formatted; a name is put where its mark stands, isolated. */
export interface MailMessages {
  greeting(name: string): string
  /** Something was issued. */
  readonly claim: {
    subject(title: string): string
    subjectMany(count: number, issuer: string): string
    lead(issuer: string): string
    leadMany(count: number, issuer: string): string
    why(course: string): string
  }
  /** Somebody asked for a new link. */
  readonly newLink: {
    readonly subject: string
    lead(issuer: string): string
    readonly why: string
  }
  /** A mistake was put right. */
  readonly corrected: {
    subject(title: string): string
    lead(issuer: string): string
    /** What became of files that were saved before. */
    readonly oldFiles: string
    readonly why: string
  }
  /** Before the address of the page that others may see. */
  readonly publicPage: string
  readonly button: string
  /** What can be done there. */
  readonly whatThere: string
  /** Before the address in letters. */
  readonly addressInWords: string
  holds(date: string): string
  sentBy(issuer: string, host: string): string
  /** For whoever is written to by mistake. */
  readonly mistaken: string
}
