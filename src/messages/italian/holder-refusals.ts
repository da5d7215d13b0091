import type { HolderRefusals } from '../holder-messages.ts'

/** What learners are refused, and whoever comes by their links. */
export const holderRefusalsItalian: HolderRefusals = {
  'share-given': {
    title: 'Questo link mostra una parte di un certificato',
    remedy:
      'Aprirlo nel browser: la sua pagina dice se il certificato vale oggi. Per verificarlo per intero, chiedere a chi lo possiede il file, oppure il link del certificato stesso.',
  },
  'share-not-found': {
    title: 'Questo link non mostra nulla',
    remedy:
      'Forse ne manca una parte: copiarlo per intero, dal primo carattere all’ultimo. Oppure chiedere a chi lo ha inviato.',
  },
  'share-ended': {
    title: 'Questo link è terminato',
    remedy:
      'Chi lo ha creato ne ha scelto il termine o lo ha ritirato. Chiederne un altro a chi possiede il certificato.',
  },
  'share-end-wrong': {
    title: 'Questo termine non si può scegliere',
    remedy: 'Scegliere un giorno a partire da domani, al massimo tra dieci anni.',
  },
  'too-many-shares': {
    title: 'I link sono troppi',
    remedy:
      'Per un certificato ne possono essere aperti al massimo 50. Ritirarne alcuni, poi crearne un altro.',
  },
}
