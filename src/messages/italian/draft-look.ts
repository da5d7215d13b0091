import type { DraftLookMessages } from '../draft-look-messages.ts'

export const draftLookItalian: DraftLookMessages = {
  lead: 'Non è ancora rilasciato nulla: vedere che cosa farebbe il file, correggere come viene letto, poi rilasciare.',
  wouldIssue: (count) =>
    count === 0
      ? 'Non verrebbe rilasciato nulla di nuovo.'
      : count === 1
        ? 'Verrebbe rilasciata una credenziale.'
        : `Verrebbero rilasciate ${count} credenziali.`,
  undoNote: (minutes) =>
    minutes === 0
      ? 'I destinatari sono avvisati subito, e non si può annullare.'
      : `Per ${minutes} minuti nessuno è avvisato, e tutto si può annullare.`,
  tally: 'Che cosa accade alle righe',
  all: 'Tutte le righe',
  columns: 'Come vengono lette le colonne',
  columnHeads: {
    column: 'Colonna',
    role: 'Letta come',
    how: 'Da che cosa si sa',
    examples: 'Esempi',
  },
  leftAlone: 'ignorata',
  module: (id) => `svolto: ${id}`,
  roles: {
    learner_id: 'numero della persona',
    id_number: 'numero di matricola',
    username: 'nome utente',
    email: 'indirizzo e-mail',
    name: 'nome completo',
    first_name: 'nome proprio',
    last_name: 'cognome',
    last_first_name: 'cognome e nome',
    language: 'lingua',
    completed_on: 'completato il',
    completed: 'completato (sì/no)',
    score: 'punteggio',
    modules: 'moduli svolti',
  },
  hows: {
    stated: 'indicato da voi',
    header: 'dall’intestazione',
    place: 'dalla posizione',
    content: 'dal contenuto',
  },
  missing: 'Non si può leggere nulla senza',
  days: 'Date come sono state intese',
  dayHeads: { column: 'Colonna', written: 'Come è scritta', day: 'Intesa come' },
  unread: 'non compresa',
  reading: 'Come leggerlo e rilasciarlo',
  completedOn: 'Giorno del completamento, dove il file non lo dice',
  language: 'Lingua delle credenziali',
  ofCourse: 'quella di ciascuno, altrimenti del corso',
  matchByName: 'Distinguere le persone per nome dove non c’è altro',
  letters: 'Scrivere ai destinatari',
  undoMinutes: 'Minuti entro cui si può annullare',
  rowHeads: {
    line: 'Riga',
    name: 'Nome',
    outcome: 'Che cosa ne sarà',
    remarks: 'Che cosa non va, o è diverso',
  },
  shown: (rows, all) => `Righe ${rows} di ${all}`,
  earlier: 'Righe precedenti',
  later: 'Righe seguenti',
  noRows: 'Non ci sono righe di questo tipo.',
  issuedAs: (value) => `rilasciato come ${value}`,
  progress: (done, all) => `${done} di ${all} firmate`,
  rate: (count) => `circa ${count} al secondo`,
}
