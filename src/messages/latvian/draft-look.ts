import type { DraftLookMessages } from '../draft-look-messages.ts'
import { isOne } from './forms.ts'

export const draftLookLatvian: DraftLookMessages = {
  lead: 'Vēl nekas nav izsniegts: skatiet, ko fails izdarītu, izlabojiet, kā to lasīt, un tad izsniedziet.',
  wouldIssue: (count) =>
    count === 0
      ? 'Nekas jauns netiktu izsniegts.'
      : isOne(count)
        ? `Tiktu izsniegts ${count} apliecinājums.`
        : `Tiktu izsniegti ${count} apliecinājumi.`,
  undoNote: (minutes) =>
    minutes === 0
      ? 'Dalībnieki uzzina uzreiz, un to nevar atsaukt.'
      : `Kamēr nav pagājis laiks (minūtēs: ${minutes}), neviens neuzzina un visu var atsaukt.`,
  tally: 'Kas notiek ar rindām',
  all: 'Visas rindas',
  columns: 'Kā lasa kolonnas',
  columnHeads: { column: 'Kolonna', role: 'Lasa kā', how: 'Kā to zinām', examples: 'Piemēri' },
  leftAlone: 'nelasa',
  module: (id) => `pabeigts: ${id}`,
  roles: {
    learner_id: 'dalībnieka numurs',
    id_number: 'identifikācijas numurs',
    username: 'lietotājvārds',
    email: 'e-pasta adrese',
    name: 'vārds un uzvārds',
    first_name: 'vārds',
    last_name: 'uzvārds',
    last_first_name: 'uzvārds un vārds',
    language: 'valoda',
    completed_on: 'pabeigts',
    completed: 'pabeigts (jā/nē)',
    score: 'rezultāts',
    modules: 'pabeigtie moduļi',
  },
  hows: {
    stated: 'jūs tā teicāt',
    header: 'pēc virsraksta',
    place: 'pēc vietas',
    content: 'pēc satura',
  },
  missing: 'Neko nevar izlasīt bez',
  days: 'Datumi, kā tos sapratām',
  dayHeads: { column: 'Kolonna', written: 'Kā rakstīts', day: 'Saprasts kā' },
  unread: 'nav saprasts',
  reading: 'Kā to lasīt un izsniegt',
  completedOn: 'Pabeigšanas diena, ja failā tās nav',
  language: 'Apliecinājumu valoda',
  ofCourse: 'katra dalībnieka, citādi kursa',
  matchByName: 'Atšķirt pēc vārda, kur nav nekā cita',
  letters: 'Rakstīt dalībniekiem',
  undoMinutes: 'Minūtes, kurās var atsaukt',
  rowHeads: {
    line: 'Rinda',
    name: 'Vārds',
    outcome: 'Kas ar to notiek',
    remarks: 'Kas nav labi vai atšķiras',
  },
  shown: (rows, all) => `Rindas ${rows}, pavisam ${all}`,
  earlier: 'Iepriekšējās rindas',
  later: 'Nākamās rindas',
  noRows: 'Tādu rindu nav.',
  issuedAs: (value) => `izsniegts kā ${value}`,
  progress: (done, all) => `Parakstīti ${done} no ${all}`,
  rate: (count) => `apmēram ${count} sekundē`,
}
