import type { CorrectionRefusals } from '../correction-messages.ts'

export const correctionRefusalsItalian: CorrectionRefusals = {
  'credential-erased': {
    title: 'Questo certificato è stato cancellato',
    remedy:
      'Il titolare, o chi lo ha emesso, ne ha fatto eliminare il contenuto in modo definitivo. Chi ha ancora il file può mostrarlo; questo servizio non può più confermarlo.',
  },
  'not-correctable': {
    title: 'Questo non si può correggere',
    remedy:
      'Leggere i dettagli: il certificato non contiene nulla del genere, oppure va rilasciato di nuovo.',
  },
  'nothing-to-correct': {
    title: 'È già scritto così',
    remedy: 'Confrontare ciò che si vuole cambiare con ciò che il certificato riporta adesso.',
  },
  'correction-not-found': {
    title: 'Questa correzione non esiste',
    remedy: 'Consultare l’elenco delle correzioni e confrontare l’identificativo.',
  },
  'correction-settled': {
    title: 'Su questa correzione si è già deciso',
    remedy:
      'Vedere che cosa ne è stato. Per un’altra modifica, correggere di nuovo il certificato.',
  },
  'correction-under-way': {
    title: 'È già in corso un’altra correzione',
    remedy: 'Attendere che sia conclusa, poi riprovare.',
  },
  'learner-not-found': {
    title: 'Con questa chiave non è registrato nessuno',
    remedy:
      'Confrontare l’indirizzo o il numero carattere per carattere. Non si trova nemmeno chi è stato cancellato.',
  },
}
