import type { ReceiptMessages } from '../receipt-messages.ts'

export const receiptItalian: ReceiptMessages = {
  titles: { verification: 'Ricevuta di verifica', decision: 'Ricevuta di decisione' },
  lead: 'Attesta che cosa è risultato nel momento indicato. Non è un certificato e non dice nulla sul periodo successivo.',
  genuine: {
    yes: {
      title: 'Ricevuta autentica',
      meaning: 'È stata firmata dal servizio che nomina e nulla vi è stato modificato.',
    },
    elsewhere: {
      title: 'Ricevuta di un altro servizio',
      meaning:
        'È la parola di chi l’ha prodotta, indicato qui sotto per primo. Nulla di essa è stato verificato qui: farvi affidamento solo se si conosce chi l’ha prodotta e ci si fida.',
    },
    no: {
      title: 'Ricevuta non autentica',
      meaning:
        'Il servizio che nomina non l’ha firmata, oppure è stata modificata. Non farvi affidamento.',
    },
    unknown: {
      title: 'Ricevuta non verificabile al momento',
      meaning: 'Il servizio che nomina in questo momento non risponde. Riprovare più tardi.',
    },
  },
  now: 'Quanto risultava può essere cambiato: il certificato potrebbe essere stato revocato o essere scaduto.',
  checkNow: 'Verificare il certificato com’è oggi',
  labels: {
    by: 'Prodotta da',
    at: 'Data e ora',
    outcome: 'Esito',
    person: 'Riguarda',
    title: 'Che cosa',
    reasons: 'Perché',
    credential: 'Certificato',
    digest: 'Impronta di quanto verificato',
    found: 'Risultato',
    issuer: 'Emittente',
    keys: 'Con le chiavi',
    statusLists: 'Elenchi delle revoche',
    rules: 'Regole',
    ruleVersion: 'Versione delle regole',
    priority: 'Priorità',
    waived: 'Moduli che si possono saltare',
    validUntil: 'Scadenza',
    number: 'Numero della ricevuta',
  },
  none: 'nessun dato',
  priority: (points, of) => `${points} ${points === 1 ? 'punto' : 'punti'} su ${of}`,
  get: {
    title: 'Una ricevuta per l’archivio',
    note: 'Attesta, con firma, che cosa è risultato in questo momento. Contiene quanto mostrato sopra.',
    pdf: 'Ricevuta in PDF',
    jwt: 'Ricevuta come testo firmato',
  },
  attachment: 'La ricevuta firmata, un JWS compatto',
  howToCheck: (address) =>
    `Questo foglio porta la propria firma in allegato: per verificarlo, caricare il file su ${address}.`,
  more: (count) => (count === 1 ? 'e un altro, nell’allegato' : `e altri ${count}, nell’allegato`),
}
