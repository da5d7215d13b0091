import type { EnrolmentMessages } from '../enrolment-messages.ts'

export const enrolmentItalian: EnrolmentMessages = {
  lead: 'I richiedenti dell’ente che hanno un posto e quelli che lo attendono.',
  places: 'Posti',
  taken: (taken, total) => `occupati ${taken} su ${total}`,
  takenWithoutLimit: (taken) => `occupati ${taken}, senza limite`,
  waiting: (count) => (count === 1 ? '1 persona in attesa' : `${count} persone in attesa`),
  overAll:
    'I posti sono contati su tutti gli enti; l’elenco qui sotto mostra solo i richiedenti di questo ente.',
  countryTable: 'Posti per Paese',
  countryColumns: { country: 'Paese', taken: 'Occupati', waiting: 'In attesa' },
  ofLimit: (taken, limit) => `${taken} su ${limit}`,
  filter: 'Mostrare solo',
  all: 'Tutte',
  states: { enrolled: 'Ha un posto', waiting: 'In attesa', withdrawn: 'Ritirata' },
  position: (position) => `numero ${position} in lista d’attesa`,
  supportGone:
    'La decisione non regge più: riesaminarla. Il posto resta occupato fino al ritiro dell’iscrizione.',
  table: 'Iscrizioni dell’ente',
  columns: {
    applicant: 'Richiedente',
    state: 'Stato',
    country: 'Paese',
    points: 'Punti',
    applied: 'Domanda',
    action: 'Ritiro',
  },
  unnamed: 'Senza nome',
  erased: 'Cancellata al termine del periodo di conservazione',
  order:
    'Nell’ordine della lista d’attesa: prima chi ha più punti, poi chi ha fatto domanda prima, poi chi è stato iscritto prima.',
  none: 'Qui non c’è ancora nessuno. L’iscrizione si fa dalla pagina della decisione.',
  more: 'Successive',
  fromTheStart: 'Dall’inizio',
  download: 'Scaricare come tabella (CSV)',
  one: 'Iscrizione',
  back: 'Tornare a tutte le iscrizioni',
  withdraw: 'Ritirare',
  withdrawHint: 'Il posto passa subito a chi segue in lista d’attesa. Non si può annullare.',
  note: 'Perché (resta nella cronologia)',
  confirm: 'Restituire il posto',
  withdrawn: 'L’iscrizione è ritirata.',
  movedUp: (count) =>
    count === 0
      ? 'Nessuno ha ottenuto un posto.'
      : count === 1
        ? '1 persona ha ottenuto un posto dalla lista d’attesa.'
        : `${count} persone hanno ottenuto un posto dalla lista d’attesa.`,
}
