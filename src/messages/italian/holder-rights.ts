import type { HolderRightsMessages } from '../holder-rights-messages.ts'
import { onDay } from './days.ts'

export const holderRightsItalian: HolderRightsMessages = {
  wallet: {
    lead: 'Un’app sul telefono può conservarlo, legato a una chiave che ha soltanto lei.',
    submit: 'Metterlo in un portafoglio digitale',
    offered:
      'Aprire l’offerta sul dispositivo con il portafoglio, oppure mostrarne il codice al portafoglio. Resta aperta per 15 minuti; chiedendo di nuovo se ne crea un’altra.',
    open: 'Aprire l’offerta',
    code: 'Codice di sei cifre',
    codeHint: 'Solo se il portafoglio lo chiede. È riservato a lei.',
  },
  mistake: {
    title: 'Segnalare un errore',
    lead: 'Il nome o un altro dato è sbagliato? Indicare come dovrebbe essere. Chi ha emesso il certificato esamina la segnalazione; quanto viene corretto appare allo stesso link.',
    name: 'Il mio nome dovrebbe essere',
    nameHint: 'Come va stampato. Lasciare vuoto se il nome è giusto.',
    note: 'Che cos’altro è sbagliato',
    noteHint: 'Con parole proprie, al massimo 2.000 caratteri.',
    submit: 'Segnalare',
    sent: 'Segnalato. Qui si legge che cosa ne è stato.',
    askedOn: (day) => `Segnalato ${onDay(day)}`,
    waiting: 'Non ha ancora ricevuto risposta.',
    declinedOn: (day) => `Respinto ${onDay(day)}`,
    correctedOn: (day) => `Corretto ${onDay(day)}`,
    voided: 'Non è stato possibile eseguirlo.',
    answer: 'Risposta',
  },
  erase: {
    title: 'Cancellare',
    one: 'Cancellare questo certificato',
    all: 'Cancellare tutto',
    oneLead:
      'Cancella questo certificato per sempre. Se è l’ultimo, con esso si cancella tutto ciò che è conservato su di lei.',
    allLead: 'Cancella per sempre tutto ciò che è conservato su di lei.',
    goes: 'Che cosa si cancella',
    goesOne: [
      'il certificato in ogni formato e la sua pagina',
      'i link a termine creati per esso e le offerte ai portafogli',
      'le segnalazioni che lo riguardano',
    ],
    goesAll: [
      'tutti i certificati in ogni formato e le loro pagine',
      'tutti i link a termine e le offerte ai portafogli',
      'il nome, l’indirizzo e le segnalazioni',
      'queste pagine: non si potrà più ricevere un nuovo link',
    ],
    stays: 'Che cosa resta',
    staysItems: [
      'All’indirizzo della pagina: che qualcosa è stato cancellato, senza alcun nome.',
      'Un posto nell’elenco delle revoche, che non nomina nessuno. Ciò che non era revocato non lo diventa.',
      'I file salvati da lei o da altri. Restano suoi, ma questo servizio non può più confermarli.',
      'Le copie di sicurezza del gestore, finché non vengono sostituite.',
    ],
    takeFirst: 'Prima scaricare tutto, se lo si vuole conservare',
    sure: 'So che non si può annullare.',
    submit: 'Cancellare per sempre',
    keep: 'Tornare indietro e conservarlo',
    unsure: {
      title: 'Non è stato cancellato nulla',
      remedy: 'Confermare di sapere che cosa significa, oppure tornare indietro.',
    },
    doneOne: 'Cancellato.',
    doneAll: {
      title: 'È stato cancellato tutto',
      remedy: 'Qui non è più conservato nulla che dica chi è lei. L’accesso è terminato.',
    },
  },
}
