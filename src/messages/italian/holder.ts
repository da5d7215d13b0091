import type { HolderMessages } from '../holder-messages.ts'
import { onDay } from './days.ts'
import { holderRightsItalian } from './holder-rights.ts'

const plural = new Intl.PluralRules('it')
const certificates = (count: number) =>
  plural.select(count) === 'one' ? 'un certificato' : `${count} certificati`

export const holderItalian: HolderMessages = {
  title: 'I suoi certificati',
  forLearners: 'I suoi certificati',
  signOut: 'Uscire',
  claim: {
    title: 'Aprire i suoi certificati',
    lead: (initials, count) =>
      `Questo link è per ${initials} Apre ${certificates(count)}: da mostrare, scaricare, condividere o tenere per sé.`,
    submit: 'Aprire',
    note: 'Il link funziona una volta sola. L’accesso su questo dispositivo dura poi fino a 2 ore senza clic e 12 ore in tutto, tramite un solo cookie di questo sito.',
    used: {
      title: 'Questo link è già stato usato',
      remedy:
        'Ogni link apre i certificati una volta sola. I certificati sono ancora qui: chiedere un nuovo link.',
    },
    ended: {
      title: 'Questo link è scaduto',
      remedy:
        'Un link che non viene usato scade dopo qualche tempo. I certificati sono ancora qui: chiedere un nuovo link.',
    },
    unknown: {
      title: 'Questo link non porta da nessuna parte',
      remedy:
        'Forse ne manca una parte: copiarlo per intero dalla lettera. Oppure chiedere un nuovo link.',
    },
    away: {
      title: 'Aprire i suoi certificati',
      remedy:
        'Su questo dispositivo l’accesso non è avvenuto o è terminato. Nulla di quanto salvato è andato perso. Aprire il link della nostra ultima lettera, oppure chiederne uno nuovo.',
    },
    noCookie: {
      title: 'Ancora una volta',
      remedy:
        'Questo browser non ha inviato il cookie. Permettere i cookie di questo sito e premere di nuovo il pulsante.',
    },
  },
  newLink: {
    title: 'Ricevere un nuovo link',
    email: 'Indirizzo e-mail',
    emailHint: 'Quello indicato per il corso.',
    submit: 'Inviare un nuovo link',
    privacy: 'Non diciamo a nessuno se un indirizzo qui è noto.',
    sent: {
      title: 'Controllare la posta',
      remedy:
        'Se a questo indirizzo sono stati rilasciati certificati, una lettera con un nuovo link è in arrivo. Se entro qualche minuto non arriva, guardare nella posta indesiderata o provare con l’indirizzo indicato per il corso.',
    },
    wrong: {
      title: 'Questo non è un indirizzo e-mail',
      remedy: 'Scriverlo per intero, con il segno @.',
    },
    notOffered: (issuer) =>
      `Questo servizio non invia e-mail. Per un nuovo link rivolgersi a chi ha emesso i certificati: ${issuer}.`,
  },
  wall: {
    lead: 'Si possono mostrare e scaricare, e per ciascuno si sceglie chi può vederlo.',
    none: 'Non le è ancora stato rilasciato nulla.',
    progress: (has, of) => `${has} badge su ${of} verso il certificato di completamento`,
    complete: 'Il corso è completato e il certificato è suo.',
    missing: 'Non ancora',
    others: 'Anche questi sono suoi',
    downloadAll: 'Scaricare tutto (ZIP)',
    downloadAllNote: 'Ogni certificato in ogni formato, con una pagina che li elenca.',
    language: 'Lingua preferita',
    languageHint:
      'Di queste pagine e delle lettere che le inviamo. Quanto è stato firmato resta nella sua lingua.',
    save: 'Salvare',
    languageSaved: 'Salvato: d’ora in poi la lingua è questa.',
  },
  award: {
    link: 'Il suo link',
    linkNote: 'Chi lo ha può vedere il certificato e verificarlo.',
    linkPrivate:
      'Per tutti gli altri questo link ora non porta da nessuna parte. I file che lei dà a qualcuno si possono ancora verificare.',
    postPrivate:
      'Per aggiungerlo a LinkedIn occorre prima renderlo visibile a chiunque abbia il link.',
  },
  visibility: {
    title: 'Chi può vederlo',
    choices: {
      private: {
        label: 'Solo io',
        hint: 'Il link e i suoi file non portano da nessuna parte. I link a termine funzionano ancora, e un file dato a qualcuno si può ancora verificare.',
      },
      link: {
        label: 'Chiunque abbia il link',
        hint: 'Ai motori di ricerca si chiede di ignorarlo e le anteprime non mostrano il nome. All’inizio è così.',
      },
      public: {
        label: 'Tutti',
        hint: 'I motori di ricerca possono elencarlo e le anteprime del link mostrano il nome. Accade solo per sua scelta.',
      },
    },
    brief: { private: 'Lo vede solo lei', link: 'Con il link', public: 'Pubblico, con il nome' },
    save: 'Salvare',
    saved: 'Salvato: la scelta su chi può vederlo vale da subito.',
    publicNote:
      'Tutti possono vedere questa pagina. Chi la possiede ha permesso ai motori di ricerca e alle anteprime di mostrarla con il nome.',
  },
  shares: {
    title: 'Link a termine',
    lead: 'Per mostrarlo a qualcuno per qualche tempo, con i soli dati che lei sceglie. Un tale link funziona anche per un certificato privato.',
    name: 'Nome',
    full: 'Nome completo',
    initials: (example) => `Solo le iniziali: ${example}`,
    also: 'Mostrare anche',
    results: 'Risultati',
    hours: 'Ore di studio',
    end: 'Termina',
    ends: {
      day: 'dopo un giorno',
      week: 'dopo una settimana',
      month: 'dopo un mese',
      year: 'dopo un anno',
      date: 'nel giorno indicato sotto',
    },
    day: 'Giorno',
    dayHint:
      'Conta solo per «nel giorno indicato sotto». Il link funziona fino alla fine di quel giorno (UTC).',
    submit: 'Creare un link',
    made: 'Il link è pronto: è il primo qui sotto.',
    until: (moment) => `Funziona fino a: ${moment}`,
    shows: 'Mostra',
    withdraw: 'Ritirare',
    withdrawn: 'Ritirato: quel link non mostra più nulla.',
  },
  shared: {
    part: 'Chi possiede il certificato ha scelto che cosa mostrare qui; il certificato dice di più.',
    until: (moment) => `Questa pagina termina ${onDay(moment)}, o prima se viene ritirata.`,
    onlyInitials:
      'Del nome sono mostrate solo le iniziali. Da questa pagina non si può sapere di chi si tratti: se è importante, chiedere il certificato stesso.',
  },
  rights: holderRightsItalian,
}
