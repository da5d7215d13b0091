import type { StatisticsMessages } from '../statistics-messages.ts'

export const statisticsItalian: StatisticsMessages = {
  title: 'Cifre',
  lead: 'Che cosa è risultato da un’edizione, soltanto in numeri: nulla qui porta a una persona.',
  course: 'Corso',
  run: 'Edizione',
  show: 'Mostrare',
  none: 'Di questo corso non è stato ancora importato nulla. Le cifre cominciano con la prima importazione.',
  inWords: (learners, completed) =>
    `Pochi completano un corso aperto, e molti di più ne traggono qualcosa. Partecipanti: ${learners}. Hanno completato il corso: ${completed}.`,
  gainedInWords: (gained) =>
    `Hanno qualcosa da mostrare, che sia un’area, il corso o l’attestato di partecipazione: ${gained}.`,
  chart: (title) => `Grafico a barre: ${title}. La tabella sottostante riporta gli stessi numeri.`,
  takeAway: 'Tutte le cifre in una tabella (CSV)',
  funnel: {
    title: 'Fin dove sono arrivati i partecipanti',
    columns: { stage: 'Tappa', learners: 'Partecipanti', share: 'Quota' },
    stages: {
      learners: 'Presenti nelle importazioni',
      began: 'Hanno svolto almeno un modulo',
      area: 'Hanno finito un’area',
      gained: 'Hanno qualcosa da mostrare',
      completed: 'Hanno completato il corso',
      participated: 'Hanno l’attestato di partecipazione',
      eligible: 'Risultati idonei a una specializzazione',
      enrolled: 'Hanno ottenuto un posto in una specializzazione',
    },
    note: 'Chi è stato contato come idoneo o iscritto resta contato.',
  },
  badges: {
    title: 'Che cosa è stato rilasciato',
    columns: { achievement: 'Traguardo', issued: 'Rilasciati', revoked: 'Di cui revocati' },
  },
  specializations: {
    title: 'Verso le specializzazioni',
    columns: {
      specialization: 'Specializzazione',
      eligible: 'Idonei',
      enrolled: 'Con un posto',
    },
  },
  deliveries: {
    title: 'Lettere e collegamenti',
    columns: { state: 'Che ne è stato', count: 'Numero' },
    states: {
      sent: 'Lettere inviate',
      waiting: 'Lettere in attesa',
      refused: 'Lettere rifiutate',
      bounced: 'Lettere tornate indietro',
      unclear: 'Lettere forse inviate',
      made: 'Collegamenti creati',
      used: 'Collegamenti usati',
    },
  },
  checks: {
    title: 'Quante volte sono state verificate le credenziali',
    columns: {
      day: 'Giorno',
      achievement: 'Traguardo',
      way: 'Come',
      verdict: 'Esito',
      count: 'Numero',
    },
    ways: { page: 'pagina consultata', 'handed-in': 'consegnata' },
    none: 'Non è stata ancora contata nessuna verifica.',
    note: 'Di tutte le edizioni del corso, i giorni più recenti: quale credenziale fosse e chi l’abbia chiesto non si conserva.',
  },
}
