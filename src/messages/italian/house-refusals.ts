import type { HouseRefusals } from '../house-messages.ts'

export const houseRefusalsItalian: HouseRefusals = {
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
  'ledger-mismatch': {
    title: 'Il registro appartiene a un altro indirizzo',
    remedy:
      'Impostare PUBLIC_URL sull’indirizzo per cui è stato creato il registro, oppure cominciare con un registro nuovo.',
  },
  'ledger-busy': {
    title: 'Il registro è in uso da parte di un altro processo',
    remedy: 'Riprovare tra qualche secondo.',
  },
  'catalogue-invalid': {
    title: 'Il catalogo contiene errori',
    remedy: 'Correggere ogni punto indicato nei dettagli.',
  },
  'settings-invalid': {
    title: 'Le impostazioni contengono errori',
    remedy: 'Correggere ogni impostazione indicata nei dettagli e riavviare.',
  },
}
