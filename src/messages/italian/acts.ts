import type { ActRefusals } from '../act-messages.ts'

/** What is refused to whoever acts on many credentials at once. */
export const actRefusalsItalian: ActRefusals = {
  'act-not-found': {
    title: 'Questa operazione non esiste',
    remedy:
      'Forse manca una parte dell’indirizzo, oppure riguarda corsi che non sono di tua competenza. Tutte quelle che puoi vedere sono nella pagina delle operazioni.',
  },
  'act-settled': {
    title: 'È già stato deciso',
    remedy:
      'Qualcun altro è arrivato prima, oppure nessuno ha risposto entro sette giorni. Apri di nuovo l’operazione: la sua pagina dice come stanno le cose.',
  },
  'own-act': {
    title: 'Deve approvarla un’altra persona',
    remedy:
      'Riguarda così tanti certificati che deve guardarla una seconda persona. Chiedi a un collega di approvarla; puoi ancora ritirarla.',
  },
  'selection-changed': {
    title: 'La selezione è cambiata',
    remedy:
      'Da quando l’hai guardata sono stati rilasciati, corretti, revocati o cancellati dei certificati. Guarda la nuova selezione e conferma quella.',
  },
  'nothing-to-do': {
    title: 'Qui non c’è nulla da fare',
    remedy:
      'Tutto ciò che è selezionato resta escluso; l’anteprima dice il motivo caso per caso. Scegline altri.',
  },
  'letters-off': {
    title: 'Da qui non si inviano messaggi',
    remedy:
      'Questo servizio non ha un server di posta. Chi lo gestisce può impostare SMTP_URL e MAIL_FROM; nel frattempo crea un link per ogni persona e consegnalo in altro modo.',
  },
}
