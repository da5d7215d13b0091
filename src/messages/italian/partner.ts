import type { MandateReasons, PartnerMessages, PartnerRefusals } from '../partner-messages.ts'

export const partnerItalian: PartnerMessages = {
  kind: 'Chi emette',
  lead: (programme) =>
    `Questo emittente emette per conto di ${programme} e firma con chiavi proprie. Qui si trova ciò che serve per riconoscere un suo certificato.`,
  onBehalfOf: 'Per conto di',
  known: (domain, programme) =>
    `La chiave di firma è pubblicata su ${domain}. Questo emittente agisce per conto di ${programme}, che è nel nostro elenco degli emittenti noti e ne ha firmato il mandato.`,
  mandate: 'Mandato',
  mandateText: (programme) =>
    `${programme} ha firmato che cosa questo emittente può emettere per suo conto. Tutto il resto che sia firmato a nome di questo emittente non vi rientra.`,
  mandateDocument: 'Il mandato firmato',
  achievements: 'Che cosa può emettere',
  begins: 'Inizio del mandato',
  ends: 'Fine del mandato',
  partners: 'Chi altro emette',
  partnersText:
    'Questi emittenti emettono per conto del programma, ciascuno per determinati traguardi e con chiavi proprie.',
  programmeLead:
    'Ogni certificato di questo servizio è firmato con una chiave di questo emittente, o di chi emette per suo conto. Qui si trova ciò che serve per riconoscerlo.',
}

export const partnerRefusalsItalian: PartnerRefusals = {
  'partner-unknown': {
    title: 'Il catalogo non contiene questo emittente',
    remedy: 'Confrontare l’identificativo dell’emittente con l’elenco degli emittenti.',
  },
  'issuer-out-of-scope': {
    title: 'Questo emittente non può emetterlo',
    remedy:
      'Il suo mandato non comprende questo traguardo, o non il giorno in cui è stato ottenuto. Scegliere un altro emittente o far estendere il mandato nel catalogo.',
  },
}

export const mandateReasonsItalian: MandateReasons = {
  'issuer-mandated':
    'L’emittente agisce per conto di un emittente noto, il cui mandato firmato comprende questo certificato.',
  'issuer-mandate-broken':
    'L’emittente presenta un mandato di un emittente noto, ma la firma di quest’ultimo non è autentica. Non considerarlo un partner; chiedere all’emittente noto.',
  'issuer-mandate-unreachable':
    'L’emittente presenta un mandato di un emittente noto, la cui firma al momento non si è potuta verificare. Riprovare più tardi.',
  'issuer-mandate-other-issuer':
    'L’emittente presenta un mandato di un emittente noto, che però è stato dato ad altri o con un altro nome. Chiedere all’emittente noto.',
  'issuer-mandate-outside-scope':
    'L’emittente ha un mandato di un emittente noto, ma non per questo traguardo. Chiedere all’emittente noto se vale.',
  'issuer-mandate-outside-period':
    'L’emittente ha un mandato di un emittente noto, ma non per il giorno di questo riconoscimento. Chiedere all’emittente noto se vale.',
}
