import type { WebhookRefusals } from '../webhook-messages.ts'

export const webhookRefusalsLatvian: WebhookRefusals = {
  'webhook-not-found': {
    title: 'Šāda saņēmēja nav',
    remedy: 'Apskatiet saņēmēju sarakstu. Varbūt kāds to ir noņēmis.',
  },
  'webhook-address': {
    title: 'Uz šo adresi neko nevar nosūtīt',
    remedy:
      'Norādiet adresi, kas sākas ar https:// un ir sasniedzama no interneta, bez porta, paroles un #. Saņēmējs jūsu pašu tīklā pakalpojuma uzturētājam jānorāda iestatījumos.',
  },
  'delivery-not-found': {
    title: 'Šādas piegādes nav',
    remedy: 'Apskatiet piegāžu sarakstu. Tās tiek glabātas 30 dienas.',
  },
}
