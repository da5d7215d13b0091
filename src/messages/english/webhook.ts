import type { WebhookDeskMessages, WebhookRefusals } from '../webhook-messages.ts'

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

export const webhookDeskEnglish: WebhookDeskMessages = {
  lead: 'Programs at these addresses are told of what happens, signed and without names.',
  none: 'Nobody is told of anything yet.',
  add: 'Tell another address',
  address: 'Address of the receiver',
  events: 'What it is told of',
  courses: 'Of which courses (none ticked: of all)',
  everything: 'everything',
  states: {
    active: 'is told',
    gone: 'switched off: the receiver wants nothing any more',
    failing: 'switched off: it took nothing for days',
  },
  secretIs: 'Secret that the receiver checks signatures with',
  once: 'It is shown this once. Keep it where only the receiver finds it.',
  rotate: 'New secret',
  rotateHint: 'The one before signs as well for 24 hours.',
  test: 'Send a test',
  enable: 'Switch on again',
  remove: 'Remove',
  removeSure: 'I am sure: what waits for it is erased too',
  resend: 'Send again',
  deliveries: 'What was sent',
  noDeliveries: 'Nothing was sent yet.',
  older: 'Older ones',
  columns: {
    event: 'Event',
    at: 'When',
    state: 'State',
    answer: 'Answer',
    again: 'Again',
  },
  delivery: { waiting: 'waits', delivered: 'delivered', 'given-up': 'given up' },
}
