/** Words of the page that offers a credential to wallets. */
export interface WalletMessages {
  readonly title: string
  readonly lead: string
  /** Before the name of the achievement. */
  readonly offered: string
  readonly from: string
  timeLeft(minutes: number): string
  readonly secrecy: string
  readonly here: { readonly title: string; readonly open: string; readonly hint: string }
  readonly elsewhere: { readonly title: string; readonly scan: string }
  qrAlternative(url: string): string
  readonly address: string
  readonly code: string
  readonly others: {
    readonly title: string
    readonly lcw: string
    readonly openid: string
    /** Before a code for wallets on another device. */
    readonly openidScan: string
    readonly none: string
  }
  readonly steps: { readonly title: string; readonly items: readonly string[] }
  readonly bound: { readonly title: string; readonly text: string }
  readonly taken: { readonly title: string; readonly meaning: string; readonly advice: string }
  readonly ended: { readonly title: string; readonly meaning: string; readonly advice: string }
  /** To the learner's own page. */
  readonly own: string
}

type WalletRefusalCode =
  | 'offer-not-found'
  | 'offer-ended'
  | 'offer-taken'
  | 'challenge-unknown'
  | 'holder-unproven'
  | 'holder-unsupported'

/** What a wallet, or whoever opens an offer, is refused with. */
export type WalletRefusals = Readonly<
  Record<WalletRefusalCode, { readonly title: string; readonly remedy: string }>
>
