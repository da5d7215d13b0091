import type { InboundMessages, InboundRefusals } from '../inbound-messages.ts'

export const inboundLatvian: InboundMessages = {
  refusals: 'Kad noraida sistēmu ziņojumus vai ceļu no kursa',
  launch: {
    title: 'Jūsu sertifikāts',
    ready: 'Jūs esat pabeidzis šo kursu, un to apliecina:',
    signing: 'To pašlaik paraksta. Jūsu lapā tas parādīsies minūtes laikā.',
    open: 'Atvērt manus sertifikātus',
    openHint:
      'Atveras jaunā cilnē, kur tos var lejupielādēt, kopīgot un saglabāt. Poga darbojas 15 minūtes; pēc tam vēlreiz atveriet šo kursa daļu.',
    instructor: {
      title: 'Šeit izglītojamie saņem savu sertifikātu',
      remedy:
        'Jūs esat šeit kā pasniedzējs vai administrators, tāpēc nekas netika izdots. Iestatiet, lai šī kursa daļa atvērtos tikai pēc kursa pabeigšanas: ikviens, kas to var atvērt kā izglītojamais, saņem sertifikātu.',
    },
    nothing: {
      title: 'Par to sertifikāta vēl nav',
      remedy:
        'Pabeigtais ir pierakstīts. Sertifikāts būs līdz ar to, kā vēl trūkst; tad vēlreiz atveriet šo kursa daļu.',
    },
    noName: {
      title: 'Trūkst jūsu vārda',
      remedy:
        'Mācību platforma mums nepaziņo jūsu vārdu, tāpēc sertifikātu nevar izrakstīt. Lūdziet pasniedzēju atļaut šai aktivitātei nodot vārdu un atveriet to vēlreiz.',
    },
    erased: {
      title: 'Jūsu dati šeit ir dzēsti',
      remedy:
        'Viss tika dzēsts pēc lūguma, un tā tas paliek. Ja tomēr vēlaties sertifikātu, lūdziet mācību iestādei to izdot no jauna.',
    },
  },
}

export const inboundRefusalsLatvian: InboundRefusals = {
  'connection-not-found': {
    title: 'Tāda savienojuma nav',
    remedy:
      'Salīdziniet adresi ar to, ko redzēja administrators. Noņemts savienojums vairs neatgriežas: izveidojiet jaunu.',
  },
  'connection-invalid': {
    title: 'No šiem datiem savienojumu izveidot nevar',
    remedy: 'Izlabojiet katru vietu, kas nosaukta sīkāk, un sūtiet vēlreiz.',
  },
  'connection-incomplete': {
    title: 'Šim savienojumam mācību platforma vēl nav zināma',
    remedy:
      'Administratoram jāpievieno izdevējs, klienta identifikators un adreses, ko platforma parāda pēc rīka reģistrēšanas.',
  },
  'webhook-unsigned': {
    title: 'Ziņojums nav parakstīts ar šī savienojuma noslēpumu',
    remedy:
      'Salīdziniet noslēpumu sūtošajā sistēmā ar savienojuma noslēpumu un parakstiet saturu tieši tādu, kādu to sūta, baitu pa baitam.',
  },
  'webhook-stale': {
    title: 'Ziņojums parakstīts pārāk sen',
    remedy: 'Iestatiet sūtošās sistēmas pulksteni un parakstiet ziņojumu no jauna katrai piegādei.',
  },
  'message-unreadable': {
    title: 'Ziņojumam ir cita forma, nekā šis savienojums pieņem',
    remedy: 'Salīdziniet to ar dokumentācijas piemēriem. Nekas no tā netika pieņemts.',
  },
  'xapi-version-unknown': {
    title: 'Šo xAPI versiju šeit neizmanto',
    remedy: 'Sūtiet galveni X-Experience-API-Version ar 1.0.3 vai 2.0.0.',
  },
  'statement-conflict': {
    title: 'Ar šo identifikatoru jau bija sūtīts cits apgalvojums',
    remedy:
      'Dodiet katram apgalvojumam savu identifikatoru. Nekas no pieprasījuma netika pieņemts.',
  },
  'lti-login-unknown': {
    title: 'Šī saite nav atvērta no mācību platformas, kurai tā pieder',
    remedy:
      'Atveriet to no kursa. Ja tā jau darījāt, administratoram jāsalīdzina izdevējs, klienta identifikators un adreses abās pusēs.',
  },
  'lti-state-lost': {
    title: 'Ceļš no kursa līdz šejienei pārtrūka',
    remedy: 'Atgriezieties kursā un vēlreiz atveriet šo tā daļu.',
  },
  'lti-signature-wrong': {
    title: 'Mācību platformas paraksts neiztur pārbaudi',
    remedy:
      'Atgriezieties kursā un mēģiniet vēlreiz. Ja nekas nemainās, administratoram jāsalīdzina platformas atslēgu adrese.',
  },
  'lti-token-foreign': {
    title: 'Platformas sūtītais ir domāts citam',
    remedy:
      'Administratoram jāsalīdzina izdevējs, klienta identifikators un rīka adrese abās pusēs.',
  },
  'lti-token-expired': {
    title: 'Platformas sūtītais vairs nav izmantojams',
    remedy:
      'Atgriezieties kursā un vēlreiz atveriet šo tā daļu. Ja nekas nemainās, platformas pulkstenis rāda nepareizi.',
  },
  'lti-deployment-unknown': {
    title: 'Rīks pievienots vietā, kas šeit nav zināma',
    remedy: 'Administratoram jāpievieno izvietojuma identifikators, ko rāda platforma.',
  },
  'lti-token-replayed': {
    title: 'Šī ieeja jau ir izmantota',
    remedy: 'Atgriezieties kursā un vēlreiz atveriet šo tā daļu.',
  },
  'lti-message-unsupported': {
    title: 'Mācību platforma prasa ko tādu, ko šeit nepiedāvā',
    remedy: 'Pievienojiet rīku kursam kā vienkāršu saiti uz resursu, ar LTI 1.3.',
  },
  'lti-keys-unreachable': {
    title: 'Mācību platformas atslēgas neizdevās iegūt',
    remedy:
      'Mēģiniet vēlreiz pēc minūtes. Ja nekas nemainās, administratoram jāpārbauda, vai atslēgu adrese ir publiska un atbild.',
  },
}
