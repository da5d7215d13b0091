import type { WalletMessages, WalletRefusals } from '../wallet-messages.ts'
import { counted } from './forms.ts'

export const walletLatvian: WalletMessages = {
  title: 'Jūsu digitālajā makā',
  lead: 'Digitālais maks ir lietotne tālrunī, kas glabā apliecinājumus un rāda tos tam, kam vēlaties.',
  offered: 'Piedāvājumā',
  from: 'Izdevējs',
  timeLeft: (minutes) =>
    `Atvērts vēl ${counted(minutes, 'minūšu', 'minūti', 'minūtes')}, vienam makam.`,
  secrecy: 'Ikviens, kam ir šī adrese, var paņemt apliecinājumu: nedodiet to citiem.',
  here: {
    title: 'Vai maks ir šajā ierīcē?',
    open: 'Atvērt maku',
    hint: 'Ja nekas neatveras, nokopējiet zemāk redzamo adresi un ielīmējiet to makā, kur tas prasa kodu vai saiti.',
  },
  elsewhere: {
    title: 'Vai tas ir citā ierīcē?',
    scan: 'Skenējiet šo kodu ar maku, nevis ar kameru.',
  },
  qrAlternative: (url) => `QR kods, kas ved uz ${url}`,
  address: 'Adrese makam',
  code: 'Ja maks prasa sešu ciparu kodu: tas ir lapā, kurā pieprasījāt šo piedāvājumu, un nekur citur.',
  others: {
    title: 'Vai maks nepazīst kodu?',
    lcw: 'Atvērt vecāku Learner Credential Wallet',
    openid: 'Atvērt maku, kas izmanto OpenID4VCI',
    openidScan: 'Vai tas ir citā ierīcē? Skenējiet ar to šo kodu:',
    none: 'Nav maka? Faili apliecinājuma lapā noder tikpat labi: saglabājiet PDF vai JSON.',
  },
  steps: {
    title: 'Kas notiek',
    items: [
      'Maks jautā, vai vēlaties apliecinājumu. Atbildiet ar jā.',
      'Tas pierāda, ka atslēga ir tā paša. Jūsu vārds netiek prasīts.',
      'Mēs šai atslēgai parakstām apliecinājumu par to pašu sasniegumu, un maks to glabā.',
    ],
  },
  bound: {
    title: 'Ko saņem maks',
    text: 'Savu apliecinājumu par to pašu sasniegumu, piesaistītu maka atslēgai: tikai šis maks var pierādīt, ka tas ir jūsu. Jūsu lapa un faili paliek, kā ir. Ja sasniegums tiek labots vai atsaukts, tas pats attiecas uz to, kas ir makā.',
  },
  taken: {
    title: 'Tas ir makā',
    meaning: 'Šis piedāvājums ir pieņemts. Tas pats maks var to prasīt vēlreiz, kamēr ir laiks.',
    advice: 'Ja tas nebija jūsu maks, paziņojiet izdevējam.',
  },
  ended: {
    title: 'Piedāvājums ir beidzies',
    meaning: 'Piedāvājums ir atvērts 15 minūtes, un jauns aizver iepriekšējos.',
    advice: 'Pieprasiet jaunu savā lapā.',
  },
  own: 'Uz jūsu lapu',
}

export const walletRefusalsLatvian: WalletRefusals = {
  'offer-not-found': {
    title: 'Šāda piedāvājuma nav',
    remedy: 'Saite darbojas tikai pilnībā. Ja tā ir pilna, pieprasiet jaunu piedāvājumu savā lapā.',
  },
  'offer-ended': {
    title: 'Piedāvājums ir beidzies',
    remedy: 'Piedāvājums ir atvērts 15 minūtes. Atveriet savu lapu un pieprasiet jaunu.',
  },
  'offer-taken': {
    title: 'Šo piedāvājumu pieņēma cits maks',
    remedy:
      'Viens piedāvājums ir vienam makam. Ja tas nebija jūsējais, pieprasiet jaunu piedāvājumu savā lapā un paziņojiet izdevējam.',
  },
  'challenge-unknown': {
    title: 'Maks atbildēja uz to, kas netika prasīts vai jau tika izmantots',
    remedy: 'Noskenējiet piedāvājuma kodu vēlreiz.',
  },
  'holder-unproven': {
    title: 'Maks nepierādīja, ka atslēga ir tā paša',
    remedy:
      'Noskenējiet piedāvājuma kodu vēlreiz. Ja tas nepalīdz, atjauniniet maku vai izmantojiet citu.',
  },
  'holder-unsupported': {
    title: 'Apliecinājumu nevar piesaistīt šī maka atslēgai',
    remedy:
      'Izmantojiet maku ar did:key vai did:jwk, kura atslēga ir Ed25519 vai P-256, vai glabājiet JSON failu: tas noder tikpat labi.',
  },
}
