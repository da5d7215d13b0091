import type { DeskMessages } from '../desk-messages.ts'
import { fromDay, toDay } from './days.ts'
import { deskDecisionItalian } from './desk-decision.ts'

export const deskItalian: DeskMessages = {
  title: 'Area enti',
  signOut: 'Uscire',
  forProviders: 'Area enti',
  places: {
    apply: 'Un richiedente',
    decisions: 'Decisioni',
    review: 'Da esaminare',
    lists: 'Elenchi',
    enrolments: 'Iscrizioni',
  },
  signIn: {
    title: 'Accesso all’area enti',
    lead: 'Per gli enti di formazione: chi può iscriversi, perché e che cosa manca.',
    token: 'Token di accesso',
    tokenHint: 'Incollare il token ricevuto dal gestore del servizio. Comincia con «colophon_».',
    submit: 'Accedere',
    privacy:
      'L’accesso dura fino a 8 ore senza clic e 12 ore in tutto, tramite un solo cookie di questo sito. Il token non viene conservato.',
    problems: {
      unauthorised: {
        title: 'Questo token qui non è noto',
        remedy:
          'Incollarlo per intero, dal primo carattere all’ultimo. Se non è più in uso, chiederne un altro al gestore del servizio.',
      },
      forbidden: {
        title: 'Questo token non apre l’area enti',
        remedy: 'L’area è riservata ai token degli enti. Chiederne uno al gestore del servizio.',
      },
      ended: {
        title: 'Occorre accedere',
        remedy: 'L’accesso non è avvenuto o è terminato. Nulla di quanto salvato è andato perso.',
      },
      kept: {
        title: 'Accedere, per favore',
        remedy:
          'L’accesso è terminato, quindi non è stato deciso nulla. Quanto è stato scritto resta e ricompare dopo l’accesso; i file vanno scelti di nuovo.',
      },
      'not-done': {
        title: 'Accedere, per favore',
        remedy:
          'L’accesso è terminato, quindi non è stato fatto nulla e quanto è stato scritto non è conservato. Nulla di ciò che era salvato è perso: accedere e ripetere.',
      },
    },
  },
  home: {
    lead: 'Le specializzazioni a cui dà accesso il token.',
    nothing: 'Il token non dà accesso a nessuna specializzazione di questo servizio.',
    open: 'aperte',
    closed: 'chiuse',
    labels: {
      applications: 'Domande',
      decisions: 'Decisioni',
      waiting: 'In attesa di esame',
      places: 'Posti',
    },
    opensOn: (day) => fromDay(day),
    until: (day) => `fino ${toDay(day)}`,
    placesTaken: (taken, total) => `occupati ${taken} su ${total}`,
    placesInAll: (total) => `${total} in tutto`,
    perCountry: (places) => `al massimo ${places} per Paese`,
    newApplicant: 'Decidere su un richiedente',
    newList: 'Decidere su molti insieme, da una tabella',
    seeEnrolments: 'Chi ha un posto e chi è in attesa',
  },
  apply: {
    title: 'Decidere su un richiedente',
    lead: 'Caricare quanto ricevuto da chi fa domanda. Tutto viene verificato, confrontato con le regole e la risposta sta in una sola pagina.',
    closed: {
      title: 'Le domande sono chiuse',
      remedy:
        'Si può fare domanda solo nei giorni indicati dal programma. Oggi non si prendono decisioni.',
    },
    links: 'Link ai certificati',
    linksHint: 'Uno per riga. Per un certificato di questo servizio basta il codice stampato.',
    files: 'File',
    filesHint: 'PDF, PNG, SVG, JSON, JWT o foto; in qualsiasi numero, 10 MB ciascuno.',
    photo: 'Foto di un certificato',
    photoHint: 'Sul telefono si apre la fotocamera. Deve vedersi il codice quadrato.',
    person: 'Nome di chi fa domanda',
    personHint: 'Come compare nella domanda. Viene confrontato con i nomi sui certificati.',
    country: 'Paese',
    noCountry: 'non indicato',
    reference: 'Riferimento interno',
    referenceHint: 'Per identificare la domanda, ad esempio un numero di pratica.',
    statements: 'Che cosa dichiara chi fa domanda',
    statementsHint: 'Spuntare quanto dice la domanda. In seguito lo esamina una persona dell’ente.',
    note: 'Nota',
    document: 'Documento',
    documentHint:
      'Il file non viene conservato: solo il nome e lo SHA-256, per poter dimostrare in seguito che era proprio questo.',
    documentNeeded: 'Conta solo con un documento.',
    submit: 'Decidere',
    privacy:
      'La decisione è conservata con quanto dicono i certificati, solo per l’ente, e cancellata al termine del periodo di conservazione. I file non sono conservati.',
    nothingGiven: {
      title: 'Non c’è ancora nulla su cui decidere',
      remedy: 'Caricare almeno un certificato o spuntare una dichiarazione.',
    },
    tooMuch: {
      title: 'È troppo per un solo richiedente',
      remedy:
        'Caricare al massimo 50 certificati, file fino a 10 MB ciascuno e note fino a 2.000 caratteri.',
    },
    formOld: {
      title: 'Inviare ancora una volta',
      remedy:
        'Dopo l’apertura di questo modulo c’è stato un nuovo accesso, quindi non è stato deciso nulla. Quanto è stato scritto è ancora qui.',
    },
    filesAgain: 'Scegliere di nuovo i file: il browser non li conserva.',
  },
  decision: deskDecisionItalian,
  list: {
    lead: 'Tutte le persone su cui l’ente ha deciso, nell’ordine in cui si assegnano i posti.',
    order:
      'Chi è ammissibile precede chi è ancora da esaminare; poi contano più punti, poi la domanda presentata prima.',
    filter: 'Mostrare',
    all: 'Tutte',
    none: 'Non ci sono ancora decisioni di questo tipo.',
    table: 'Decisioni in graduatoria',
    columns: {
      rank: 'Posizione',
      applicant: 'Richiedente',
      outcome: 'Esito',
      points: 'Punti',
      applied: 'Data della domanda',
      because: 'Perché questa posizione',
    },
    behind: {
      first: 'Prima posizione',
      outcome: 'Esito diverso da chi precede',
      points: 'Meno punti di chi precede',
      time: 'Domanda successiva a quella di chi precede',
      id: 'Domanda dello stesso momento; conta il numero della decisione',
    },
    unnamed: 'Senza nome',
    erased: 'Cancellata',
    download: 'Scaricare come tabella (CSV)',
    pages: 'Altre decisioni',
    range: (from, to) => `da ${from} a ${to}`,
  },
  queue: {
    lead: 'Decisioni in cui qualcosa attende l’esame di una persona, dalla meno recente.',
    none: 'Nulla attende l’esame di una persona.',
    table: 'Che cosa attende l’esame di una persona',
    columns: {
      applicant: 'Richiedente',
      decided: 'Data della decisione',
      outcome: 'Esito finora',
      waits: 'Che cosa attende',
    },
    next: 'Successive',
    start: 'Tornare alle meno recenti',
  },
}
