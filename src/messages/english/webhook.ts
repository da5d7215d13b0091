import type { WebhookRefusals } from '../webhook-messages.ts'

export const webhookRefusalsEnglish: WebhookRefusals = {
  'webhook-not-found': {
    title: 'There is no such receiver',
    remedy: 'Look at the list of receivers. Perhaps somebody has removed it.',
  },
  'webhook-address': {
    title: 'Nothing can be sent to this address',
    remedy:
      'Give an address that begins with https:// and can be reached from the internet, without a port, a password or a #. A receiver on your own network has to be named in the settings by the operator of this service.',
  },
  'delivery-not-found': {
    title: 'There is no such delivery',
    remedy: 'Look at the list of deliveries. They are kept for 30 days.',
  },
}
