import type { WebhookRefusals } from '../webhook-messages.ts'

export const webhookRefusalsBulgarian: WebhookRefusals = {
  'webhook-not-found': {
    title: 'Няма такъв получател',
    remedy: 'Вижте списъка на получателите. Може би някой го е премахнал.',
  },
  'webhook-address': {
    title: 'На този адрес не може да се изпраща нищо',
    remedy:
      'Посочете адрес, който започва с https:// и е достъпен от интернет, без порт, без парола и без #. Получател във Вашата собствена мрежа трябва да бъде посочен в настройките от оператора на услугата.',
  },
  'delivery-not-found': {
    title: 'Няма такава доставка',
    remedy: 'Вижте списъка на доставките. Те се пазят 30 дни.',
  },
}
