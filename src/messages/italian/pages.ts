import type { PageMessages } from '../page-messages.ts'
import { applicantListItalian } from './applicant-list.ts'
import { batchItalian } from './batch.ts'
import { credentialPagesItalian } from './credential-pages.ts'
import { onDay } from './days.ts'
import { deskItalian } from './desk.ts'
import { enrolmentItalian } from './enrolment.ts'
import { holderItalian } from './holder.ts'
import { operatorItalian } from './operator.ts'
import { publicPageItalian } from './public-page.ts'
import { specializationItalian } from './specialization.ts'

export const pagesItalian: PageMessages = {
  ...credentialPagesItalian,
  ...publicPageItalian,
  applicantList: applicantListItalian,
  ...specializationItalian,
  batch: batchItalian,
  desk: deskItalian,
  enrolments: enrolmentItalian,
  holder: holderItalian,
  operator: operatorItalian,
  frame: {
    skip: 'Passare al contenuto',
    mainNavigation: 'Menu principale',
    menu: 'Menù',
    languages: 'Lingua',
    check: 'Verifica',
    achievements: 'Traguardi',
    issuer: 'Emittente',
    illustrative:
      'Programma di esempio, a solo scopo illustrativo. Nulla qui è stato realmente rilasciato.',
    privacy: 'Nessun tracciamento, nessuna pubblicità, nulla è caricato da altri siti.',
    addressBar: (host) =>
      `Questa è la pagina giusta solo se la barra degli indirizzi mostra ${host}`,
  },
  home: {
    title: 'Ciò che ha imparato, firmato perché chiunque possa verificarlo',
    lead: 'Il colophon è la nota alla fine di un libro che dice chi lo ha fatto, dove e quando. Questo servizio ne scrive uno per ciò che si impara: un certificato con una firma che nessuna copia può falsificare.',
    forLearners: {
      title: 'Per chi studia',
      text: 'Il certificato è suo: come PDF da stampare, come badge per il profilo, come file per il portafoglio digitale. Non serve un account e nessuno lo trova, a meno che lei non lo condivida.',
    },
    forEmployers: {
      title: 'Per i datori di lavoro',
      text: 'Basta inquadrare il codice o caricare il file. In un secondo si ha una risposta chiara: se è autentico, se vale ancora e chi ne risponde.',
    },
    forProviders: {
      title: 'Per chi offre corsi e formazione',
      text: 'Si importano i completamenti di un corso dalla piattaforma didattica e si emette tutto in una volta. Chi può iscriversi, e che cosa manca, si decide secondo le regole dell’ente, con motivazioni da archiviare.',
    },
    allAchievements: 'Tutti i traguardi possibili',
    aboutIssuer: 'Chi emette, e con quali chiavi',
  },
  verify: {
    title: 'Verificare un certificato',
    lead: 'Basta il file, una foto o il link. Sono ammessi certificati di qualsiasi emittente.',
    file: 'File o foto',
    fileHint:
      'Il file originale PDF, PNG, SVG, JSON o JWT; oppure una foto o una scansione in cui si veda il codice quadrato.',
    text: 'Testo di un certificato',
    textHint: 'Incollarlo per intero, dal primo carattere all’ultimo.',
    link: 'Link al certificato',
    linkHint: 'L’indirizzo stampato sul certificato.',
    one: 'File, link o testo: ne basta uno.',
    person: 'Nome o e-mail della persona che ha davanti',
    personHint: 'Si può lasciare vuoto. Lo confrontiamo con quanto è firmato e mostriamo entrambi.',
    script: {
      dropHint:
        'Si può anche trascinare o incollare in qualsiasi punto della pagina: viene verificato subito.',
      dropHere: 'Rilasciare qui per verificarlo.',
      checking: 'Verifica in corso…',
      oneFile: 'Un solo file alla volta.',
      useCamera: 'Inquadrare il codice con la fotocamera',
      stopCamera: 'Spegnere la fotocamera',
      cameraOn: 'Tenere il codice quadrato davanti alla fotocamera.',
      cameraOff:
        'Non è stato possibile aprire la fotocamera. Premere di nuovo il pulsante per scattare o scegliere una foto.',
    },
    nothingGiven: {
      title: 'Non c’è ancora nulla da verificare',
      remedy: 'Scegliere un file, oppure incollare un link o il testo di un certificato.',
    },
    submit: 'Verificare',
    privacy: 'Quanto inviato viene verificato e dimenticato: nulla è conservato.',
  },
  report: {
    title: 'Esito della verifica',
    checkedOn: (moment) => `Verificato ${onDay(moment)}`,
    answers: 'Quattro domande',
    facts: 'Che cosa è firmato',
    factsNote:
      'La firma copre solo questo. Non copre nient’altro di ciò che vi è stampato intorno.',
    factsWithheld:
      'Il contenuto non è mostrato qui, perché nulla lo garantisce: chiunque potrebbe averlo scritto.',
    how: 'Come è stata fatta la verifica?',
    howNote: 'Ogni controllo separatamente:',
    verdict: 'Giudizio',
    status: 'Stato',
    source: 'Letto da',
    warnings: 'Osservazioni',
    person: {
      match: 'Riguarda questa persona',
      mismatch: 'Non è firmato per questo nome',
      open: 'Non è stato possibile confrontare la persona',
      given: 'Indicato da lei',
      signed: 'Firmato per',
    },
    genuineInside:
      'Ciò che è firmato è autentico e immutato. La pagina che lo circonda dice altro.',
    genuineOfImpostor:
      'Non è ciò che sembra. La firma è integra, ma non è quella dell’emittente di cui porta il nome.',
    differences: {
      title: 'Che cosa dice la pagina e che cosa è firmato',
      note: 'Conta solo ciò che è firmato.',
      printed: 'Sulla pagina',
      signed: 'Firmato',
      absent: 'non è sulla pagina',
      facts: {
        recipient: 'Rilasciato a',
        title: 'Titolo',
        awardedDate: 'Data',
        result: 'Risultato',
        id: 'Codice sulla pagina',
      },
    },
    skills: 'Competenze',
    presentation: {
      count: (count) =>
        count === 1
          ? 'È stato presentato un certificato'
          : `Sono stati presentati insieme ${count} certificati`,
      note: 'Ciascuno è stato verificato separatamente. L’esito qui sopra è positivo solo se lo sono tutti.',
      notAll:
        'Almeno uno dei certificati presentati non ha superato la verifica. L’esito di ciascuno è qui sotto.',
      holder: 'Chi lo ha consegnato',
      nth: (position) => `Certificato ${position}`,
    },
    endorsements: {
      title: 'Che cosa dicono altri',
      note: 'Raccomandazioni di terzi, ciascuna verificata separatamente. Non cambiano l’esito qui sopra.',
      says: 'Con le loro parole',
    },
    more: (count) =>
      count === 1 ? 'e un altro, non mostrato qui' : `e altri ${count}, non mostrati qui`,
    elsewhere: 'Verificarlo altrove',
    elsewhereNote:
      'Non occorre crederci sulla parola. Qualsiasi servizio di verifica per Open Badges 3.0 può controllare il testo qui sotto, ad esempio questo, indipendente:',
    elsewhereLink: 'verifierplus.org, del Digital Credentials Consortium',
    raw: 'Il certificato, così come ricevuto',
    rawTooLong: 'È troppo lungo per essere mostrato qui. Usare il proprio file.',
    again: 'Verificarne un altro',
    onPaper: (address) =>
      `Questo foglio mostra che cosa ha accertato ${address}. Un foglio di carta si può falsificare: verificare il certificato stesso.`,
    labels: {
      issuedBy: 'Emesso da',
      issuerId: 'Identificativo dell’emittente',
      claimedName: 'Nome che si attribuisce',
      recipient: 'Rilasciato a',
      credential: 'Titolo',
      achievement: 'Traguardo',
      awarded: 'Data di rilascio',
      from: 'Decorrenza',
      until: 'Scadenza',
      id: 'Identificativo',
    },
    issuerNotListed: 'Non è nel nostro elenco',
    noDomain: 'Nessun indirizzo Internet: l’emittente è riconoscibile solo da questa chiave.',
    mixedAlphabets:
      'Questo nome mescola lettere di alfabeti diversi nella stessa parola, come spesso fanno i nomi che ne imitano altri.',
  },
  issuer: {
    title: 'Chi emette',
    lead: 'Ogni certificato di questo servizio è firmato con una chiave di questo emittente. Qui si trova ciò che serve per riconoscerlo.',
    did: 'Identificativo (DID)',
    site: 'Sito web',
    keys: 'Chiavi',
    keysNote:
      'Le chiavi non più in uso restano pubblicate, perché si possa ancora verificare ciò che hanno firmato.',
    noKeys: 'Non c’è ancora nessuna chiave.',
    keyStates: {
      active: { title: 'In uso', text: 'Firma i nuovi certificati.' },
      'verify-only': {
        title: 'Ritirata',
        text: 'Non firma più nulla. Ciò che ha firmato vale ancora.',
      },
      compromised: {
        title: 'Compromessa',
        text: 'Non è più sicura. Ciò che ha firmato non vale e va emesso di nuovo.',
      },
    },
    keySince: 'inizio:',
    independent: 'Verificare senza doversi fidare di questo sito',
    steps: [
      'Conservare il file JSON o JWT del certificato.',
      'Leggere la chiave dell’emittente dal documento DID al link qui sotto, o da una copia conservata.',
      'Verificare la firma con un programma a scelta: Data Integrity con eddsa-rdfc-2022, oppure JWT con ES256.',
      'Leggere l’elenco delle revoche indicato nel certificato e verificarne la firma allo stesso modo.',
    ],
    didDocument: 'Documento DID',
  },
  problem: {
    listTitle: 'Che cosa significano i codici',
    listLead:
      'Con ogni risposta i programmi ricevono un codice breve. Qui si trova che cosa significa ciascuno e che cosa fare.',
    refusals: 'Quando il servizio respinge una richiesta',
    reasons: 'Che cosa ha accertato un controllo',
    complaints: 'Righe di un’importazione',
    warnings: 'Osservazioni su un certificato',
    count: (codes) => (codes === 1 ? 'un codice' : `${codes} codici`),
    code: 'Codice',
    all: 'Tutti i codici',
    details: 'Dettagli',
    faultTitle: 'Qualcosa non ha funzionato da parte nostra',
    faultRemedy:
      'Non dipende da lei. Riprovare tra un minuto; se il problema continua, informare il gestore.',
  },
}
