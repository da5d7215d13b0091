import type { WebhookDeskMessages, WebhookRefusals } from '../webhook-messages.ts'

export const webhookRefusalsItalian: WebhookRefusals = {
  'webhook-not-found': {
    title: 'Questo destinatario non esiste',
    remedy: 'Guardi l’elenco dei destinatari. Forse qualcuno l’ha tolto.',
  },
  'webhook-address': {
    title: 'A questo indirizzo non si può inviare nulla',
    remedy:
      'Indichi un indirizzo che comincia con https:// e che si raggiunge da internet, senza porta, senza password e senza #. Un destinatario sulla Sua rete deve essere indicato nelle impostazioni da chi gestisce questo servizio.',
  },
  'delivery-not-found': {
    title: 'Questo invio non esiste',
    remedy: 'Guardi l’elenco degli invii. Sono conservati per 30 giorni.',
  },
}

export const webhookDeskItalian: WebhookDeskMessages = {
  lead: 'I programmi a questi indirizzi vengono informati di ciò che accade, con firma e senza nomi.',
  none: 'Per ora nessuno viene informato.',
  add: 'Informare un altro indirizzo',
  address: 'Indirizzo del destinatario',
  events: 'Di che cosa viene informato',
  courses: 'Di quali corsi (nessuno scelto: di tutti)',
  everything: 'tutto',
  states: {
    active: 'viene informato',
    gone: 'disattivato: il destinatario non vuole più nulla',
    failing: 'disattivato: per giorni non ha accettato nulla',
  },
  secretIs: 'Segreto con cui il destinatario controlla le firme',
  once: 'È mostrato solo questa volta. Lo conservi dove lo trova soltanto il destinatario.',
  rotate: 'Nuovo segreto',
  rotateHint: 'Quello precedente firma ancora per 24 ore.',
  test: 'Inviare una prova',
  enable: 'Riattivare',
  remove: 'Togliere',
  removeSure: 'Sono sicuro: si cancella anche ciò che attende',
  resend: 'Inviare di nuovo',
  deliveries: 'Che cosa è stato inviato',
  noDeliveries: 'Non è stato ancora inviato nulla.',
  older: 'Invii precedenti',
  columns: {
    event: 'Evento',
    at: 'Quando',
    state: 'Stato',
    answer: 'Risposta',
    again: 'Di nuovo',
  },
  delivery: { waiting: 'in attesa', delivered: 'consegnato', 'given-up': 'abbandonato' },
}
