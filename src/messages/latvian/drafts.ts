import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsLatvian: DraftMessages = {
  mark: 'PRIEKŠSKATĪJUMS',
  handIn: 'Iesniegt eksportu',
  file: 'Pabeigšanu fails',
  course: 'Kurss',
  run: 'Norise, piemēram, 2026-1',
  look: 'Apskatīt',
  drafts: 'Vēl nav izdoti',
  batches: 'Izdoti',
  none: 'Pagaidām nav.',
  dates: 'Secība ciparu datumos',
  asWritten: 'Kā tie rakstīti failā',
  dmy: 'diena, mēnesis, gads',
  mdy: 'mēnesis, diena, gads',
  ymd: 'gads, mēnesis, diena',
  apply: 'Lasīt šādi',
  rows: 'Rindas',
  outcome: 'Kas no tā iznāk',
  count: 'Rindas',
  previews: 'Kā izskatīsies apliecinājumi',
  discard: 'Izmest',
  state: 'Stāvoklis',
  issued: 'Izdoti',
  left: 'Jāparaksta',
  pause: 'Apturēt',
  resume: 'Turpināt',
  undo: 'Atcelt visu',
  release: 'Informēt cilvēkus tūlīt',
  result: 'Rezultāts kā tabula (CSV)',
  refresh: 'Atsvaidzināt',
  issue: (count) => `Izdot apliecinājumus: ${count}`,
  undoUntil: (instant) => `To var atcelt līdz ${instant}; līdz tam nevienu neinformē.`,
  outcomes: {
    reserved: 'jāizdod',
    'already-issued': 'jau izdoti',
    'differs-from-issued': 'atšķiras no izdotā',
    'learner-erased': 'agrāk izdzēsti',
    'issuer-out-of-scope': 'ārpus izdevēja tiesībām',
    'nothing-earned': 'nekas nav iegūts',
    rejected: 'izlaisti',
    warning: 'ar piezīmi',
  },
  states: {
    reading: 'tiek lasīts',
    failed: 'neizdevās',
    issuing: 'tiek parakstīts',
    paused: 'apturēts',
    undoing: 'tiek atcelts',
    undone: 'atcelts',
    done: 'pabeigts',
  },
}

export const draftRefusalsLatvian: DraftRefusals = {
  'draft-not-found': {
    title: 'Šāda melnraksta nav',
    remedy:
      'Iespējams, tas ir izmests; melnrakstus glabā septiņas dienas. Iesniedziet failu vēlreiz.',
  },
  'draft-issued': {
    title: 'Šis melnraksts jau ir izdots',
    remedy: 'Atveriet tā importu: tur redzams, kas iznācis no katras rindas.',
  },
  'draft-differs': {
    title: 'Apliecinājumu skaits pa šo laiku ir mainījies',
    remedy: 'Apskatiet melnrakstu vēlreiz un izdodiet to, ja jaunais skaits ir pareizs.',
  },
  'batch-being-read': {
    title: 'Fails vēl tiek lasīts',
    remedy: 'Mēģiniet vēlreiz pēc brīža.',
  },
  'batch-undone': {
    title: 'Šis imports ir atcelts',
    remedy: 'Iesniedziet izlaboto failu kā jaunu melnrakstu.',
  },
  'undo-over': {
    title: 'Laiks, kurā šo importu varēja atcelt, ir beidzies',
    remedy:
      'Iespējams, cilvēki jau ir informēti. Izlabojiet vai atsauciet kļūdainos apliecinājumus.',
  },
}
