import type { CorrectionMessages } from '../correction-messages.ts'
import { onDay } from './days.ts'

export const correctionItalian: CorrectionMessages = {
  replacedOn: (day) => `Sostituito ${onDay(day)}`,
  changed: (facts) => `Motivo: è stato corretto quanto segue: ${facts}.`,
  facts: {
    recipient: 'il nome',
    title: 'il titolo',
    results: 'i risultati',
    awardedDate: 'la data di conferimento',
    validUntil: 'la data di scadenza',
  },
  changedNothingShown:
    'Motivo: l’emittente lo ha pubblicato di nuovo; ciò che attesta è rimasto uguale.',
  openNewer: 'Aprire la versione che conta',
  newerAt: 'La versione che conta si trova all’indirizzo',
  correctedOn: (day) => `Corretto ${onDay(day)}`,
  correctedNote:
    'Questa è la versione che conta. Una copia stampata o salvata prima di quella data non conta più.',
}
