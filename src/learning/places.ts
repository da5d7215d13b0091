/** How many places there are, are taken and are waited for; over all providers. `null`: no limit. */
export interface Places {
  readonly total: number | null
  readonly taken: number
  readonly waiting: number
  readonly perCountry: {
    readonly limit: number | null
    readonly countries: readonly {
      readonly country: string
      readonly taken: number
      readonly waiting: number
    }[]
  }
}
