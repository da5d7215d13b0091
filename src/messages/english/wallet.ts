import type { WalletMessages, WalletRefusals } from '../wallet-messages.ts'

const plural = new Intl.PluralRules('en')

export const walletEnglish: WalletMessages = {
  title: 'Put it into your wallet',
  lead: 'A wallet is an app on your phone that keeps credentials and shows them to whom you choose.',
  offered: 'On offer',
  from: 'Issued by',
  timeLeft: (minutes) =>
    `Open for ${minutes} more ${plural.select(minutes) === 'one' ? 'minute' : 'minutes'}, for one wallet.`,
  secrecy: 'Whoever has this address can take the credential: do not pass it on.',
  here: {
    title: 'Is the wallet on this device?',
    open: 'Open the wallet',
    hint: 'If nothing opens, copy the address below and paste it into the wallet where it asks for a code or a link.',
  },
  elsewhere: {
    title: 'Is it on another device?',
    scan: 'Scan this code with the wallet, not with the camera.',
  },
  qrAlternative: (url) => `QR code that leads to ${url}`,
  address: 'Address for the wallet',
  code: 'If the wallet asks for a code of six digits: it stands on the page where you asked for this offer, and nowhere else.',
  others: {
    title: 'The wallet does not know the code?',
    lcw: 'Open an older Learner Credential Wallet',
    openid: 'Open a wallet that speaks OpenID4VCI',
    openidScan: 'Is it on another device? Scan this code with it:',
    none: 'No wallet? The files on the page of the credential are as good: keep the PDF or the JSON.',
  },
  steps: {
    title: 'What happens',
    items: [
      'The wallet asks whether you want the credential. Say yes.',
      'It shows that its key is its own. Your name is not asked for.',
      'We sign a credential of the same award for this key, and the wallet keeps it.',
    ],
  },
  bound: {
    title: 'What the wallet gets',
    text: 'A credential of its own for the same award, bound to the key of the wallet: only this wallet can show that it is yours. Your page and your files stay as they are. If the award is corrected or revoked, so is what the wallet holds.',
  },
  taken: {
    title: 'It is in a wallet',
    meaning: 'This offer has been taken. The same wallet may ask again until the time is over.',
    advice: 'If it was not your wallet, tell the issuer.',
  },
  ended: {
    title: 'This offer has ended',
    meaning: 'Offers are open for 15 minutes, and a new one ends those before it.',
    advice: 'Ask for a new one on your own page.',
  },
  own: 'To your page',
}

export const walletRefusalsEnglish: WalletRefusals = {
  'offer-not-found': {
    title: 'There is no such offer',
    remedy: 'The link works only as a whole. If it should, ask for a new offer on your own page.',
  },
  'offer-ended': {
    title: 'This offer has ended',
    remedy: 'Offers are open for 15 minutes. Open your own page and ask for a new one.',
  },
  'offer-taken': {
    title: 'Another wallet took this offer',
    remedy:
      'One offer is for one wallet. If it was not yours, ask for a new offer on your own page and tell the issuer.',
  },
  'challenge-unknown': {
    title: 'The wallet answered something that was not asked, or was asked before',
    remedy: 'Scan the code of the offer once more.',
  },
  'holder-unproven': {
    title: 'The wallet did not show that its key is its own',
    remedy:
      'Scan the code of the offer once more. If that does not help, bring the wallet up to date or use another.',
  },
  'holder-unsupported': {
    title: 'Nothing can be bound to the key of this wallet',
    remedy:
      'Use a wallet with a did:key or did:jwk of Ed25519 or P-256, or keep the JSON file instead: it is as good.',
  },
}
