import type { MandateReasons, PartnerMessages, PartnerRefusals } from '../partner-messages.ts'

export const partnerLatvian: PartnerMessages = {
  kind: 'Kas izdod',
  lead: (programme) =>
    `Šis izdevējs izdod organizācijas „${programme}” vārdā un paraksta ar savām atslēgām. Šeit ir viss, kas vajadzīgs, lai pazītu tā apliecinājumu.`,
  onBehalfOf: 'Kā vārdā',
  known: (domain, programme) =>
    `Parakstīšanas atslēga ir publicēta adresē ${domain}. Šis izdevējs rīkojas organizācijas „${programme}” vārdā; tā ir mūsu zināmo izdevēju sarakstā un ir parakstījusi pilnvaru.`,
  mandate: 'Pilnvara',
  mandateText: (programme) =>
    `Organizācija „${programme}” ir parakstījusi, ko šis izdevējs drīkst izdot tās vārdā. Viss pārējais, kas parakstīts ar šī izdevēja nosaukumu, pilnvarā neietilpst.`,
  mandateDocument: 'Parakstītā pilnvara',
  achievements: 'Ko tas drīkst izdot',
  begins: 'Pilnvaras sākums',
  ends: 'Pilnvaras beigas',
  partners: 'Kas vēl izdod',
  partnersText:
    'Šie izdevēji izdod programmas vārdā: katrs noteiktus sasniegumus un ar savām atslēgām.',
  programmeLead:
    'Katrs šī pakalpojuma apliecinājums ir parakstīts ar šī izdevēja vai tā pilnvarota izdevēja atslēgu. Šeit ir viss, kas vajadzīgs, lai to pazītu.',
}

export const partnerRefusalsLatvian: PartnerRefusals = {
  'partner-unknown': {
    title: 'Katalogā nav šāda izdevēja',
    remedy: 'Salīdziniet izdevēja identifikatoru ar izdevēju sarakstu.',
  },
  'issuer-out-of-scope': {
    title: 'Šis izdevējs to nedrīkst izdot',
    remedy:
      'Tā pilnvara neattiecas uz šo sasniegumu vai uz dienu, kad tas iegūts. Izvēlieties citu izdevēju vai lūdziet paplašināt pilnvaru katalogā.',
  },
}

export const mandateReasonsLatvian: MandateReasons = {
  'issuer-mandated':
    'Izdevējs rīkojas zināma izdevēja vārdā, un tā parakstītā pilnvara attiecas uz šo apliecinājumu.',
  'issuer-mandate-broken':
    'Izdevējs uzrāda zināma izdevēja pilnvaru, bet zināmā izdevēja paraksts uz tās nav pareizs. Neuzskatiet to par partneri; jautājiet zināmajam izdevējam.',
  'issuer-mandate-unreachable':
    'Izdevējs uzrāda zināma izdevēja pilnvaru, kuras parakstu pašlaik neizdevās pārbaudīt. Vēlāk mēģiniet vēlreiz.',
  'issuer-mandate-other-issuer':
    'Izdevējs uzrāda zināma izdevēja pilnvaru, bet tā dota kādam citam vai ar citu nosaukumu. Jautājiet zināmajam izdevējam.',
  'issuer-mandate-outside-scope':
    'Izdevējam ir zināma izdevēja pilnvara, bet ne šim sasniegumam. Jautājiet zināmajam izdevējam, vai šis ir spēkā.',
  'issuer-mandate-outside-period':
    'Izdevējam ir zināma izdevēja pilnvara, bet ne šī piešķīruma dienai. Jautājiet zināmajam izdevējam, vai šis ir spēkā.',
}
