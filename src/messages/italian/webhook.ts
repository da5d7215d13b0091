import type { WebhookRefusals } from '../webhook-messages.ts'

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
