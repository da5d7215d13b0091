import type { PageMessages } from '../page-messages.ts'
import { fromDay, toDay } from './days.ts'

export const publicPageItalian: Pick<PageMessages, 'publicPage' | 'accessibility'> = {
  publicPage: {
    expiredOn: (date) => `Era in vigore fino ${toDay(date)}`,
    countsFrom: (date) => `In vigore ${fromDay(date)}`,
    translated: 'Traduzione, non firmata:',
    inYourLanguage: 'Leggere in italiano (traduzione, non firmata)',
    level: (level) => `livello ${level} su 8`,
    frameworkAreas: {
      'Information and data literacy': 'Alfabetizzazione su informazioni e dati',
      'Communication and collaboration': 'Comunicazione e collaborazione',
      'Digital content creation': 'Creazione di contenuti digitali',
      Safety: 'Sicurezza',
      'Problem solving': 'Risolvere problemi',
      'Ideas and opportunities': 'Idee e opportunità',
      Resources: 'Risorse',
      'Into action': 'In azione',
    },
  },
  accessibility: {
    title: 'Accessibilità',
    lead: (host) =>
      `Chiunque deve poter leggere, verificare e portare con sé ciò che qui viene emesso, in qualunque modo veda, senta, si muova o legga. Questa dichiarazione riguarda le pagine di ${host} e i documenti che mettono a disposizione.`,
    conformance: {
      title: 'In che misura si rispettano le norme',
      text: 'Le pagine sono fatte per rispettare le WCAG 2.2 al livello AA e, con esse, i requisiti della norma EN 301 549 per i siti web. I certificati in PDF hanno la struttura, la lingua e i testi alternativi richiesti da PDF/UA-1 e dal punto 10 della EN 301 549. Le une e l’altra sono rispettate in parte: ciò che manca è elencato qui sotto.',
    },
    expect: 'Che cosa aspettarsi',
    expectations: [
      'Tutto si può fare con la sola tastiera, ed è sempre visibile dove ci si trova.',
      'Nessuna pagina ha bisogno di script. Dove uno script aggiunge qualcosa, come la fotocamera, c’è un’altra strada per lo stesso scopo.',
      'Un esito è sempre detto a parole e con una forma propria, mai con il solo colore.',
      'Il testo si può ingrandire fino al 400 per cento senza scorrere di lato; colori scuri, contrasto elevato e animazioni ridotte seguono il sistema.',
      'Nomi e titoli dichiarano in che lingua sono, perché i lettori di schermo li pronuncino bene.',
      'Niente scade mentre si legge o si compila una pagina, salvo che una sessione finisce dopo alcune ore.',
      'Accanto al codice quadrato c’è sempre il suo indirizzo come testo.',
    ],
    notMet: 'Che cosa non è rispettato',
    exceptions: [
      'Non c’è un PDF per un nome in una scrittura che nessun carattere di questo servizio sa disegnare. La pagina e gli altri file riportano il nome per intero.',
      'La struttura dei PDF è esaminata dai nostri test, non ancora da uno strumento indipendente.',
      'I testi scritti da altri, come la descrizione nel certificato di un altro emittente, non sempre dichiarano in che lingua sono.',
      'Una tabella grande, su uno schermo stretto, scorre di lato.',
      'Nessun ente esterno ha ancora esaminato questo servizio, e nessun gruppo di persone che usano tecnologie assistive lo ha ancora provato.',
    ],
    found: 'Come lo si è accertato',
    foundHow: (date) =>
      `Con un’autovalutazione. A ogni modifica del programma, ogni tipo di pagina viene aperto in un browser a tre larghezze, con colori chiari e scuri e per la stampa, ed esaminato con axe-core secondo le WCAG 2.2 AA; le pagine pubbliche vengono inoltre percorse con la sola tastiera e senza script. Data di questa dichiarazione: ${date}.`,
    complain: 'Se qualcosa non funziona',
    complainTo: (issuer) =>
      `Scrivere a chi gestisce il programma, ${issuer}: quale pagina, che cosa si voleva fare e con che cosa la si legge. Si può chiedere qualsiasi documento in un’altra forma.`,
    noAddress:
      'L’emittente non ha pubblicato qui un indirizzo web. Scrivere a chi ha inviato il link o il certificato.',
    enforcement:
      'Se la risposta non aiuta, o non arriva, ci si può rivolgere all’ente che vigila sull’accessibilità dei siti pubblici nel proprio paese. Ogni Stato membro dell’Unione europea ne ha uno.',
  },
}
