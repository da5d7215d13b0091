import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsItalian: DraftMessages = {
  mark: 'ANTEPRIMA',
}

export const draftRefusalsItalian: DraftRefusals = {
  'draft-not-found': {
    title: 'Questa bozza non esiste',
    remedy:
      'Forse è stata eliminata: le bozze si conservano per sette giorni. Consegnare di nuovo il file.',
  },
  'draft-issued': {
    title: 'Questa bozza è già stata emessa',
    remedy: 'Aprire la sua importazione: dice che cosa è risultato da ogni riga.',
  },
  'draft-differs': {
    title: 'Nel frattempo il numero di certificati è cambiato',
    remedy: 'Guardare ancora una volta la bozza ed emetterla, se il nuovo numero è giusto.',
  },
  'batch-being-read': {
    title: 'Il file è ancora in lettura',
    remedy: 'Riprovare tra un momento.',
  },
  'batch-undone': {
    title: 'Questa importazione è stata annullata',
    remedy: 'Consegnare il file corretto come nuova bozza.',
  },
  'undo-over': {
    title: 'Il tempo per annullare questa importazione è scaduto',
    remedy:
      'È possibile che le persone siano già state avvisate. Correggere o revocare i certificati sbagliati.',
  },
}
