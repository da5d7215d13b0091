import type { DeskDecisionMessages } from '../desk-decision-messages.ts'

export const deskDecisionItalian: DeskDecisionMessages = {
  about: 'Decisione su',
  of: (specialization) => `Decisione su ${specialization}`,
  applicant: 'Richiedente',
  labels: {
    person: 'Nome indicato',
    reference: 'Riferimento interno',
    country: 'Paese',
    applied: 'Data della domanda',
    credential: 'Risposta firmata',
    enrolment: 'Iscrizione',
    id: 'Numero della decisione',
  },
  advice: {
    eligible: 'Non è ancora un posto: iscrivere il richiedente qui sotto.',
    'not-yet': 'Che cosa manca e dove ottenerlo si trova qui sotto.',
    'needs-review': 'Che cosa resta da decidere si trova qui sotto: spetta all’ente.',
  },
  enrolledAdvice: 'Il richiedente è iscritto o attende un posto; si veda sotto.',
  statements: 'Che cosa ha dichiarato chi fa domanda',
  documentShown: (name) => `Documento mostrato: ${name}`,
  documentNamed: (name) =>
    `Documento indicato nell’elenco: ${name}. Non è stato caricato qui; esaminare la propria copia.`,
  noDocument: 'Nessun documento mostrato.',
  noName: 'non nomina nessuno',
  moreOpen: (count) => `Da decidere dopo questi: ${count}`,
  personNamed:
    'Accettare: valgono tutti come di chi fa domanda. Non accettare: valgono solo quelli a nome di chi fa domanda, gli altri restano da parte.',
  personNotNamed:
    'Accettare: valgono tutti. Non accettare: non ne vale nessuno, perché non è stato detto di chi sono; se solo alcuni sono di chi fa domanda, decidere di nuovo indicando il nome.',
  mayRevoke:
    'So che la risposta firmata viene revocata definitivamente se l’esito non è più «ammissibile».',
  settled: 'Già deciso',
  accepted: 'Accettato',
  refused: 'Non accettato',
  otherwise: 'Decidere diversamente',
  note: 'Perché',
  noteHint: 'La nota resta nella cronologia di questa decisione.',
  accept: 'Accettare',
  refuse: 'Non accettare',
  steps: 'Che cosa fare ora',
  issue: 'Firmare la risposta come certificato',
  issueNote:
    'Chi ha fatto domanda può mostrarlo a chiunque. Se è revocato un certificato su cui si basa, è revocato anch’esso.',
  seeCredential: 'Vedere la risposta firmata',
  enrol: 'Iscrivere',
  anotherPerson: 'È una persona diversa da quella già iscritta o in attesa',
  enrolNote: 'Assegna un posto o, se sono tutti occupati, una posizione nella lista d’attesa.',
  seeEnrolments: 'Tutte le iscrizioni',
  enrolments: {
    enrolled: 'Iscrizione attiva',
    waiting: 'In lista d’attesa',
    withdrawn: 'Ritirata',
  },
  supportGone: 'Ciò su cui si basa è stato nel frattempo revocato.',
  receiptPdf: 'Ricevuta (PDF)',
  receiptJwt: 'Ricevuta (testo firmato)',
  receiptNote:
    'Per l’archivio: che cosa è stato verificato, quando e con quali regole. Chiunque può verificarla qui.',
  again: 'Decidere di nuovo',
  againNote: 'Apre il modulo online con i dati già noti. I file vanno caricati di nuovo.',
  rerun: 'Il risultato è ancora lo stesso?',
  same: 'Ripetuta con le regole e alla data di allora, dà lo stesso risultato.',
  differs:
    'Ripetuta con le regole e alla data di allora, dà un risultato diverso. Informare il gestore del servizio.',
  expired: 'Questa decisione non vale più. Decidere di nuovo.',
  withdrawn:
    'La risposta firmata, o qualcosa su cui si basa questa decisione, è stata nel frattempo revocata. Non permette più alcuna iscrizione: decidere di nuovo.',
  stalePoints: (points, of) =>
    `È stata firmata con ${points} punti su ${of} e continua a indicarli.`,
  former:
    'Il catalogo non contiene più questa specializzazione, perciò i nomi sono identificativi. La decisione si può leggere e archiviare; non è possibile fare altro.',
  trail: 'Operazioni svolte',
  trailColumns: {
    when: 'Quando',
    who: 'Chi',
    what: 'Che cosa',
    outcome: 'Esito',
    rules: 'Regole',
  },
  actions: {
    decided: 'Decisione',
    reviewed: 'Esame',
    issued: 'Firma come certificato',
    enrolled: 'Iscrizione',
    waiting: 'Inserimento in lista d’attesa',
    'moved-up': 'Posto ottenuto dalla lista d’attesa',
    'told-apart':
      'Indicata come persona diversa da quella già iscritta con questo nome o riferimento',
    withdrawn: 'Ritiro',
  },
  administrator: 'Amministrazione',
  service: 'Questo servizio',
  done: {
    decided: 'La decisione è conservata.',
    reviewed: 'La valutazione è conservata e la decisione è stata rifatta di conseguenza.',
    issued: 'La risposta è firmata.',
    enrolled: 'L’iscrizione è conservata.',
  },
}
