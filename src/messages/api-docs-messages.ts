/** The frame of the page about the API; what the API says of itself is in English. */
export interface ApiDocsMessages {
  readonly title: string
  readonly lead: string
  /** Leads to the description for machines. */
  readonly machine: string
  readonly groups: string
  readonly all: string
  readonly who: string
  readonly callers: Readonly<
    Record<
      'anyone' | 'admin' | 'issuer' | 'reviewer' | 'provider' | 'wallet' | 'vc-api' | 'connection',
      string
    >
  >
  readonly parameters: string
  readonly body: string
  readonly answers: string
  readonly refusals: string
  readonly example: string
  readonly schemas: string
}
