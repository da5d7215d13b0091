/** What a wallet shows of ours while it fetches a credential. */
export interface OpenIdMessages {
  /** Where the number is that the wallet asks for; at most 300 characters (OpenID4VCI 1.0 §4.1.1). */
  readonly txCode: string
}
