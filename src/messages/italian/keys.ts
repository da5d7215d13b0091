import type { KeyRefusals } from '../key-messages.ts'

export const keyRefusalsItalian: KeyRefusals = {
  'key-unusable': {
    title: 'La chiave di firma non si può usare',
    remedy: 'Il gestore dovrebbe controllare il file della chiave indicato nei dettagli.',
  },
  'key-permissions': {
    title: 'Il file della chiave può essere letto da altri',
    remedy: 'Il gestore dovrebbe consentirne la lettura solo al servizio: chmod 600.',
  },
  'key-not-found': {
    title: 'Questa chiave non esiste',
    remedy: 'Il gestore dovrebbe crearne una con il comando keygen, o rimetterla al suo posto.',
  },
}
