import type { WalletMessages, WalletRefusals } from '../wallet-messages.ts'

const plural = new Intl.PluralRules('it')

export const walletItalian: WalletMessages = {
  title: 'Nel portafoglio digitale',
  lead: 'Un portafoglio digitale è un’app sul telefono che conserva i certificati e li mostra a chi si vuole.',
  offered: 'In offerta',
  from: 'Emesso da',
  timeLeft: (minutes) =>
    plural.select(minutes) === 'one'
      ? 'Aperta ancora per 1 minuto, per un solo portafoglio.'
      : `Aperta ancora per ${minutes} minuti, per un solo portafoglio.`,
  secrecy: 'Chi ha questo indirizzo può ritirare il certificato: non va passato ad altri.',
  here: {
    title: 'Il portafoglio è su questo dispositivo?',
    open: 'Aprire il portafoglio',
    hint: 'Se non si apre nulla, copiare l’indirizzo qui sotto e incollarlo nel portafoglio, dove chiede un codice o un link.',
  },
  elsewhere: {
    title: 'È su un altro dispositivo?',
    scan: 'Inquadrare questo codice con il portafoglio, non con la fotocamera.',
  },
  qrAlternative: (url) => `Codice QR che porta a ${url}`,
  address: 'Indirizzo per il portafoglio',
  code: 'Se il portafoglio chiede un codice di sei cifre: si trova sulla pagina da cui è stata chiesta l’offerta, e in nessun altro posto.',
  others: {
    title: 'Il portafoglio non riconosce il codice?',
    lcw: 'Aprire un Learner Credential Wallet meno recente',
    openid: 'Aprire un portafoglio che usa OpenID4VCI',
    openidScan: 'È su un altro dispositivo? Inquadrare con esso questo codice:',
    none: 'Nessun portafoglio? I file nella pagina del certificato valgono altrettanto: conservare il PDF o il JSON.',
  },
  steps: {
    title: 'Che cosa succede',
    items: [
      'Il portafoglio chiede se si vuole il certificato. Rispondere di sì.',
      'Dimostra che la chiave è sua. Il nome non viene chiesto.',
      'Firmiamo per questa chiave un certificato dello stesso riconoscimento, e il portafoglio lo conserva.',
    ],
  },
  bound: {
    title: 'Che cosa riceve il portafoglio',
    text: 'Un certificato proprio per lo stesso riconoscimento, legato alla chiave del portafoglio: solo questo portafoglio può dimostrare che è suo. La pagina e i file restano come sono. Se il riconoscimento viene corretto o revocato, lo stesso vale per ciò che è nel portafoglio.',
  },
  taken: {
    title: 'È in un portafoglio',
    meaning:
      'Questa offerta è stata ritirata. Lo stesso portafoglio può chiederla di nuovo finché resta tempo.',
    advice: 'Se non era il suo portafoglio, avvisi l’emittente.',
  },
  ended: {
    title: 'Questa offerta è scaduta',
    meaning: 'Le offerte restano aperte 15 minuti, e una nuova chiude le precedenti.',
    advice: 'Chiederne una nuova dalla propria pagina.',
  },
  own: 'Alla propria pagina',
}

export const walletRefusalsItalian: WalletRefusals = {
  'offer-not-found': {
    title: 'Questa offerta non esiste',
    remedy:
      'Il link funziona solo per intero. Se è completo, chiedere una nuova offerta dalla propria pagina.',
  },
  'offer-ended': {
    title: 'Questa offerta è scaduta',
    remedy: 'Le offerte restano aperte 15 minuti. Aprire la propria pagina e chiederne una nuova.',
  },
  'offer-taken': {
    title: 'Un altro portafoglio ha già ritirato questa offerta',
    remedy:
      'Un’offerta vale per un solo portafoglio. Se non era il suo, chieda una nuova offerta dalla sua pagina e avvisi l’emittente.',
  },
  'challenge-unknown': {
    title: 'Il portafoglio ha risposto a una richiesta non fatta, o già usata',
    remedy: 'Inquadrare di nuovo il codice dell’offerta.',
  },
  'holder-unproven': {
    title: 'Il portafoglio non ha dimostrato che la chiave è sua',
    remedy:
      'Inquadrare di nuovo il codice dell’offerta. Se non basta, aggiornare il portafoglio o usarne un altro.',
  },
  'holder-unsupported': {
    title: 'Non si può legare un certificato alla chiave di questo portafoglio',
    remedy:
      'Usare un portafoglio con did:key o did:jwk di tipo Ed25519 o P-256, oppure conservare il file JSON: vale altrettanto.',
  },
}
