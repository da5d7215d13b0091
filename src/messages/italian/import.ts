import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsItalian: ImportRefusals = {
  'csv-unreadable': {
    title: 'La tabella non è leggibile',
    remedy: 'Salvarla di nuovo come CSV in UTF-8 e controllare la riga indicata nei dettagli.',
  },
  'csv-unknown-format': {
    title: 'Questo tipo di esportazione non è stato riconosciuto',
    remedy:
      'Indicare da quale sistema proviene, oppure usare i nomi delle colonne del file di esempio.',
  },
  'dates-order-needed': {
    title: 'L’ordine di giorno e mese non è chiaro',
    remedy: 'Indicare se nelle date viene prima il giorno, il mese o l’anno.',
  },
  'completions-invalid': {
    title: 'Alcune righe non si possono accettare così come sono',
    remedy:
      'Correggere le righe indicate nei dettagli e inviare di nuovo il file. Nulla viene emesso due volte.',
  },
  'columns-invalid': {
    title: 'Le colonne indicate non corrispondono al file',
    remedy:
      'Usare le intestazioni esattamente come compaiono nella prima riga, oppure la posizione della colonna, ad esempio #3. I dettagli indicano ogni errore.',
  },
  'profiles-unreadable': {
    title: 'L’elenco dei profili non è utilizzabile',
    remedy:
      'Consegnare il report dei profili degli studenti dello stesso corso: servono la colonna name e una fra id, username ed email.',
  },
}

export const importComplaintsItalian: ImportComplaints = {
  'completed-unreadable':
    'Non si capisce se questo sia stato completato. Scrivere sì, no, una data o un punteggio, oppure escludere la colonna.',
  'not-a-learner':
    'Questa riga è lo studente di prova della piattaforma. È stata esclusa; non occorre fare nulla.',
  'profiles-needed':
    'Questo report non contiene nomi. Consegnare insieme il report dei profili degli studenti, oppure indicare la colonna in cui si trovano i nomi.',
}
