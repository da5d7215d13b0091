import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsLatvian: DraftMessages = {
  mark: 'PRIEKŠSKATĪJUMS',
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
