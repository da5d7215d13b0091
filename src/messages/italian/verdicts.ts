import type { Messages } from '../messages.ts'

type Verdicts = Pick<
  Messages,
  | 'warnings'
  | 'checks'
  | 'outcomes'
  | 'verdicts'
  | 'statuses'
  | 'headlines'
  | 'answers'
  | 'sources'
  | 'revocations'
>

export const verdictsItalian: Verdicts = {
  warnings: {
    'single-value-for-array':
      'Alcune voci sono scritte come valore unico, mentre lo standard richiede un elenco. Il contenuto non ne risente.',
    'date-without-zone':
      'Una data non indica il fuso orario; è stata letta come tempo universale (UTC).',
    'jwt-claim-missing':
      'Nella busta firmata manca una voce che vi dovrebbe essere ripetuta. Il contenuto non ne risente.',
    'proof-suite-unknown':
      'Oltre alla firma verificata ce n’è un’altra, fatta con un metodo che questo servizio non conosce.',
    'suite-deprecated':
      'La firma è fatta con un metodo più vecchio, poi sostituito dagli standard. È affidabile.',
    'shown-in-part':
      'Il titolare ha scelto quali parti mostrare. Ciò che è stato omesso qui non si vede, e potrebbe essere una scadenza o l’elenco in cui l’emittente revoca i certificati.',
    'endorsement-not-verified':
      'Non è stato possibile confermare una raccomandazione di terzi contenuta nel certificato. Il certificato in sé non ne risente.',
    'status-message':
      'Nel suo elenco pubblico l’emittente ha lasciato un messaggio su questo certificato. Chiedere all’emittente.',
    'holder-not-subject':
      'Chi lo ha presentato non è la persona a cui si riferisce, per quanto dicono gli identificativi.',
  },
  checks: {
    form: 'Forma',
    signature: 'Firma',
    'issuer-key': 'Chiave dell’emittente',
    dates: 'Date',
    status: 'Revoca',
    published: 'Ultima versione',
    issuer: 'Emittente',
    person: 'Persona',
    printed: 'Pagina stampata',
    presentation: 'Presentazione',
  },
  outcomes: {
    passed: 'Superato',
    failed: 'Non superato',
    unknown: 'Non verificabile',
    skipped: 'Non verificato',
  },
  verdicts: { valid: 'valido', invalid: 'non valido', undecided: 'non deciso' },
  statuses: {
    active: 'in vigore',
    revoked: 'revocato',
    suspended: 'sospeso',
    expired: 'scaduto',
    'not-yet-valid': 'non ancora in vigore',
    replaced: 'sostituito',
    unknown: 'non noto',
  },
  headlines: {
    valid: {
      title: 'Valido',
      meaning:
        'È firmato da un emittente che conosciamo, non è stato modificato da allora ed è in vigore.',
      advice: 'Assicurarsi che la persona presente sia quella indicata.',
    },
    'other-person': {
      title: 'Un altro nome',
      meaning:
        'È autentico e in vigore, ma non è stato firmato per il nome o l’indirizzo indicato.',
      advice:
        'Confrontarli qui sotto. Può essere una questione di grafia, oppure appartiene a un’altra persona.',
    },
    'issuer-unknown': {
      title: 'Emittente non noto',
      meaning:
        'Non è stato modificato da quando è stato firmato, ma non sappiamo chi ci sia dietro l’indirizzo dell’emittente.',
      advice: 'Guardare prima l’indirizzo qui sotto e valutare autonomamente se è affidabile.',
    },
    'issuer-outside': {
      title: 'Senza garanzia',
      meaning:
        'Non è stato modificato da quando è stato firmato e ne conosciamo l’emittente, ma non per un riconoscimento di questo tipo o periodo.',
      advice: 'Chiedere all’emittente se può rilasciarlo.',
    },
    impostor: {
      title: 'Falso emittente',
      meaning: 'Qualcuno usa il nome di un emittente noto con una chiave che non gli appartiene.',
      advice: 'Trattarlo come un falso e informare il vero emittente.',
    },
    'page-differs': {
      title: 'Pagina alterata',
      meaning:
        'Il certificato all’interno è autentico, ma la pagina che lo circonda dice altro rispetto a quanto è stato firmato.',
      advice:
        'Attenersi a ciò che è firmato, mai alla pagina. Chiedere al titolare il file così come è stato emesso.',
    },
    'page-unread': {
      title: 'Pagina non confrontata',
      meaning:
        'Il certificato all’interno è autentico e in vigore, ma non è stato possibile confrontarlo con quanto vi è stampato intorno.',
      advice: 'Attenersi a ciò che è firmato, mostrato qui sotto, e non alla pagina.',
    },
    revoked: {
      title: 'Revocato',
      meaning: 'È stato realmente emesso, ma poi l’emittente lo ha revocato. Non vale più.',
      advice: 'Chiedere al titolare se ne esiste uno più recente.',
    },
    suspended: {
      title: 'Sospeso',
      meaning: 'È stato realmente emesso, ma per ora l’emittente lo ha sospeso.',
      advice: 'Chiedere all’emittente e verificarlo di nuovo più tardi.',
    },
    expired: {
      title: 'Scaduto',
      meaning: 'È stato realmente emesso, ma il periodo per cui è stato emesso è terminato.',
      advice: 'Chiedere al titolare se è stato rinnovato.',
    },
    'not-yet-valid': {
      title: 'Non ancora in vigore',
      meaning: 'È stato realmente emesso, ma vale solo a partire da una data successiva.',
      advice: 'Verificarlo di nuovo da quella data in poi.',
    },
    replaced: {
      title: 'Sostituito',
      meaning:
        'È stato realmente emesso, ma poi l’emittente ne ha pubblicato una versione corretta.',
      advice: 'Aprire l’indirizzo indicato nel certificato per vedere l’ultima versione.',
    },
    invalid: {
      title: 'Non valido',
      meaning: 'Almeno un controllo non è stato superato.',
      advice:
        'Non farvi affidamento. Chiedere al titolare il file originale, oppure chiedere all’emittente.',
    },
    undecided: {
      title: 'Verifica non completata',
      meaning:
        'Non è stato possibile completare la verifica. Questo non dice nulla contro il certificato, né a suo favore.',
      advice: 'Finché la verifica non riesce, considerarlo non verificato.',
    },
  },
  answers: {
    genuine: {
      question: 'È autentico?',
      replies: {
        yes: 'Sì. La firma dell’emittente è integra; nulla è stato modificato.',
        no: 'No. La forma, la firma o la chiave non sono corrette, oppure il suo emittente non lo ha mai emesso.',
        unknown: 'Non lo sappiamo. Non è stato possibile verificare del tutto la firma.',
      },
    },
    current: {
      question: 'Vale ancora?',
      replies: {
        yes: 'Sì. Le date sono rispettate e non è pubblicata alcuna revoca.',
        no: 'No. È stato revocato o sostituito, oppure le date non sono rispettate.',
        unknown: 'Non lo sappiamo. Non è stato possibile verificare le date o la revoca.',
      },
    },
    issuer: {
      question: 'Conosciamo l’emittente?',
      replies: {
        known: 'Sì. È nel nostro elenco di emittenti noti.',
        unknown: 'No. Non è nel nostro elenco di emittenti noti.',
        impostor: 'Usa il nome di un emittente noto, ma è qualcun altro.',
      },
    },
    person: {
      question: 'Riguarda questa persona?',
      replies: {
        match: 'Sì. È stato firmato per il nome o l’indirizzo indicato.',
        mismatch: 'Non è stato firmato per il nome o l’indirizzo indicato. Guardare entrambi.',
        'not-asked':
          'Non richiesto. Confrontare il nome con un documento d’identità della persona.',
      },
    },
  },
  sources: {
    pdf: 'file PDF',
    png: 'immagine PNG',
    svg: 'immagine SVG',
    json: 'file JSON',
    jwt: 'JWT (testo firmato)',
    url: 'indirizzo Internet',
    photo: 'foto',
  },
  revocations: {
    replaced: 'È stata emessa una versione corretta.',
    'issued-in-error': 'È stato emesso per errore.',
    'requested-by-holder': 'Lo ha chiesto il titolare.',
    'achievement-withdrawn': 'Il traguardo è stato ritirato.',
    'support-withdrawn': 'Un certificato su cui si basa è stato revocato.',
    'key-compromised': 'La chiave di firma non era più sicura.',
    unspecified: 'L’emittente non ha reso pubblico il motivo.',
  },
}
