import type { PageMessages } from '../page-messages.ts'
import { fromDay, toDay } from './days.ts'

const plural = new Intl.PluralRules('it')
const places = (count: number) => `${count} ${plural.select(count) === 'one' ? 'posto' : 'posti'}`

export const specializationItalian: Pick<PageMessages, 'specialization' | 'selfCheck'> = {
  specialization: {
    listTitle: 'Specializzazioni',
    listLead:
      'Corsi presso un ente di formazione che seguono quelli aperti a tutti. Per ciascuno è indicato chi può essere ammesso.',
    none: 'Non ce ne sono ancora.',
    kind: 'Specializzazione',
    about: 'Di che cosa si tratta',
    labels: {
      profile: 'Profilo professionale a cui porta',
      hours: 'Ore',
      places: 'Posti',
      countries: 'Paesi',
      applications: 'Domande',
      howToApply: 'Come candidarsi',
    },
    applyHere: 'Presentare la domanda qui',
    applyWithProvider:
      'Consegnare i certificati all’ente di formazione. Un posto si ottiene solo con l’iscrizione.',
    parts: 'Ore di ciascuna parte',
    partsNote: 'Come dichiarate dal programma; la somma delle parti può non dare il totale.',
    places,
    perCountry: (count) => `al massimo ${places(count)} per Paese`,
    period: (from, until) =>
      [from && fromDay(from), until && (from ? toDay(until) : `fino ${toDay(until)}`)]
        .filter(Boolean)
        .join(' ') || 'in qualsiasi momento',
    states: {
      'not-yet': 'Non ancora aperte',
      open: 'Domande aperte',
      closed: 'Domande chiuse',
    },
    admission: 'Chi è ammesso',
    admissionNote:
      'Ogni requisito, a che cosa serve e dove ottenere quanto chiede. I posti si assegnano in ordine di priorità.',
    needed: 'Porta all’ammissione',
    considered: 'Può essere considerato in alternativa: decide una persona',
    priority: 'Priorità',
    skipping: {
      title: 'Alcuni moduli si possono saltare',
      text: 'Se i certificati dimostrano almeno le ore di un modulo nelle sue competenze, il modulo si può saltare, dopo che una persona lo ha accettato. Ogni ora conta una volta sola.',
    },
    modules: 'Moduli',
    asJson: 'Per i programmi (JSON)',
  },
  selfCheck: {
    title: 'A quali corsi posso accedere?',
    lead: 'Caricare i propri certificati. Per ogni specializzazione aperta si vede se l’ammissione è possibile, che cosa manca e dove ottenerlo.',
    files: 'File dei certificati',
    filesHint: 'PDF, PNG, SVG, JSON, JWT o foto. Al massimo 10 tra file e link, 20 MB in tutto.',
    links: 'Link ai certificati',
    linksHint: 'Uno per riga.',
    statements: 'Che cosa si ha oltre ai certificati',
    statementsHint: 'Si può lasciare vuoto. In seguito lo esamina l’ente di formazione.',
    submit: 'Vedere a quali corsi posso accedere',
    privacy:
      'Non serve un account. Quanto caricato viene verificato e dimenticato: nulla è conservato e nessuno ne è informato.',
    nothingGiven: {
      title: 'Non c’è ancora nulla da esaminare',
      remedy: 'Scegliere dei file o incollare dei link, uno per riga.',
    },
    tooMany: {
      title: 'È troppo in una volta',
      remedy: 'Caricare al massimo 10 tra file e link; bastano i più importanti.',
    },
    resultTitle: 'A quali corsi può accedere',
    resultNote:
      'È una previsione, non una decisione: non è stata presentata alcuna domanda. Decide l’ente di formazione.',
    noneOpen: 'Al momento nessuna specializzazione accetta domande.',
    others: 'Al momento non aperte',
    counted: (title) => `«${title}» è già conteggiato. È possibile aggiungerne altri.`,
    askedNowhere: (title) =>
      `«${title}» è autentico e in vigore, ma nessuna specializzazione aperta lo richiede. È possibile aggiungerne altri.`,
    answerAlone: (title) =>
      `«${title}» dice che l’ammissione è possibile; non dimostra nulla di appreso e qui non conta. Vanno presentati i certificati su cui si fonda.`,
    notAskedFor: 'È autentico e in vigore, ma qui nulla lo richiede.',
    notCounted: 'Al momento questo certificato non conta:',
    whatCounted: 'Che cosa conta e che cosa no',
    moreAbout: 'Altro su questa specializzazione',
    again: 'Ripetere con altri certificati',
    addMore: 'Aggiungere certificati',
    person: 'Nome e cognome',
    personHint: 'Serve solo se i certificati portano nomi diversi: contano quelli con questo nome.',
    filesAgain:
      'I file di prima vanno scelti di nuovo: non se ne conserva nulla, nemmeno per questa risposta. I link restano.',
    personsDiffer: {
      title: 'I certificati portano nomi diversi',
      remedy:
        'Nessuno di essi conta finché non è chiaro di chi siano. Indicare qui sotto il proprio nome e caricarli tutti di nuovo.',
    },
    openBelow:
      'Qui sotto si trova che cosa resta da decidere. Decide l’ente di formazione, una volta presentata la domanda.',
    openElse: 'Decide l’ente di formazione, una volta presentata la domanda.',
    documentLater: (names) => `L’ente di formazione chiederà il documento: ${names}.`,
  },
}
