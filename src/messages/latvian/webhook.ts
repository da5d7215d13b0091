import type { WebhookDeskMessages, WebhookRefusals } from '../webhook-messages.ts'

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

export const webhookDeskLatvian: WebhookDeskMessages = {
  lead: 'Programmām šajās adresēs tiek ziņots par notiekošo, ar parakstu un bez vārdiem.',
  none: 'Pagaidām nevienam netiek ziņots.',
  add: 'Ziņot citai adresei',
  address: 'Saņēmēja adrese',
  events: 'Par ko tiek ziņots',
  courses: 'Par kuriem kursiem (neviens nav atzīmēts: par visiem)',
  everything: 'viss',
  states: {
    active: 'tiek ziņots',
    gone: 'izslēgts: saņēmējs vairs neko nevēlas',
    failing: 'izslēgts: vairākas dienas neko nav pieņēmis',
  },
  secretIs: 'Noslēpums, ar ko saņēmējs pārbauda parakstus',
  once: 'Tas tiek parādīts tikai šoreiz. Glabājiet to tur, kur to atrod tikai saņēmējs.',
  rotate: 'Jauns noslēpums',
  rotateHint: 'Iepriekšējais vēl paraksta 24 stundas.',
  test: 'Nosūtīt pārbaudi',
  enable: 'Ieslēgt no jauna',
  remove: 'Noņemt',
  removeSure: 'Jā, tiek dzēsts arī tas, kas gaida',
  resend: 'Nosūtīt vēlreiz',
  deliveries: 'Kas nosūtīts',
  noDeliveries: 'Vēl nekas nav nosūtīts.',
  older: 'Vecākas',
  columns: {
    event: 'Notikums',
    at: 'Kad',
    state: 'Stāvoklis',
    answer: 'Atbilde',
    again: 'Vēlreiz',
  },
  delivery: { waiting: 'gaida', delivered: 'piegādāts', 'given-up': 'atmests' },
}
