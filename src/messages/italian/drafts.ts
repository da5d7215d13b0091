import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsItalian: DraftMessages = {
  mark: 'ANTEPRIMA',
  handIn: 'Consegnare un’esportazione',
  file: 'File dei completamenti',
  course: 'Corso',
  run: 'Edizione, per esempio 2026-1',
  look: 'Esaminarla',
  drafts: 'Non ancora emesse',
  batches: 'Emesse',
  none: 'Finora nessuna.',
  dates: 'Ordine delle date in cifre',
  asWritten: 'Come le scrive il file',
  dmy: 'giorno, mese, anno',
  mdy: 'mese, giorno, anno',
  ymd: 'anno, mese, giorno',
  apply: 'Leggere così',
  rows: 'Righe',
  outcome: 'Che cosa ne risulta',
  count: 'Righe',
  previews: 'Come saranno i certificati',
  discard: 'Eliminare',
  state: 'Stato',
  issued: 'Emessi',
  left: 'Da firmare',
  pause: 'Sospendere',
  resume: 'Riprendere',
  undo: 'Annullare tutto',
  release: 'Avvisare subito le persone',
  result: 'Risultato come tabella (CSV)',
  refresh: 'Aggiornare',
  issue: (count) => (count === 1 ? 'Emettere 1 certificato' : `Emettere ${count} certificati`),
  undoUntil: (instant) => `Si può annullare fino a ${instant}; fino ad allora nessuno è avvisato.`,
  outcomes: {
    reserved: 'da emettere',
    'already-issued': 'già emesse',
    'differs-from-issued': 'diverse da quanto emesso',
    'learner-erased': 'cancellate in passato',
    'issuer-out-of-scope': 'fuori dalle competenze di chi emette',
    'nothing-earned': 'nessun risultato',
    rejected: 'escluse',
    warning: 'con un’osservazione',
  },
  states: {
    reading: 'in lettura',
    failed: 'non riuscita',
    issuing: 'in firma',
    paused: 'sospesa',
    undoing: 'in annullamento',
    undone: 'annullata',
    done: 'conclusa',
  },
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
