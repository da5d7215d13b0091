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
  desk: {
    title: 'Savienojumi',
    lead: 'Mācību platformas, kas pašas ziņo par pabeigšanu, katra vienam kursam un vienai tā norisei.',
    table: 'Lietotie savienojumi',
    columns: {
      label: 'Kam pieder',
      kind: 'Veids',
      course: 'Kurss',
      run: 'Norise',
      taken: 'Pieņemts',
      refused: 'Noraidīts',
      ignored: 'Bez nozīmes',
    },
    kinds: {
      webhook: 'Parakstīti ziņojumi (webhook)',
      xapi: 'Apgalvojumi (xAPI)',
      openedx: 'Open edX notikumi',
      lti: 'Kursa pēdējais elements (LTI 1.3)',
    },
    none: 'Vēl nav savienota neviena platforma.',
    make: 'Savienot platformu',
    labelHint: 'Lai to šeit atpazītu, piemēram, „Bibliotekāru skolas Moodle”.',
    runHint: 'Latīņu burti, cipari, punkti, pasvītras un defises.',
    settings: 'Iestatījumi',
    activities: 'Aktivitātes',
    activitiesHint:
      'Izmanto xAPI un Open edX: pa vienai rindā, aktivitātes identifikators vai kursa atslēga, vienādības zīme un atbilstošais kurss vai modulis.',
    platform: 'Platforma, LTI vajadzībām',
    platformHint:
      'Platforma tos parāda, kad tajā ievadītas mūsu adreses. Līdz tam atstājiet tukšus; pirms tam saiti neviens nevar atvērt.',
    fields: {
      issuer: 'Izdevējs jeb platformas identifikators',
      clientId: 'Klienta identifikators',
      deployments: 'Izvietojumu identifikatori',
      authUrl: 'Autentifikācijas pieprasījumu adrese',
      jwksUrl: 'Publisko atslēgu adrese',
      frames: 'Citas izcelsmes, kas rāda mūsu lapu savējā',
    },
    oneALine: 'Pa vienam rindā.',
    trustsEmail: 'Tās e-pasta adreses atšķir cilvēkus',
    trustsEmailHint:
      'Tikai tur, kur neviens nevar piešķirt sev cita adresi: ieeja atver tā sertifikātus, kam pieder adrese.',
    save: 'Saglabāt',
    saved: 'Saglabāts.',
    addresses: 'Jāievada platformā',
    addressesHint: 'Darbību secība aprakstīta dokumentācijā par savienojumiem.',
    names: {
      url: 'Adrese',
      endpoint: 'Galapunkts',
      login: 'Pieteikšanās sākuma adrese',
      launch: 'Rīka un atgriešanās adrese',
      jwks: 'Rīka publisko atslēgu adrese',
      config: 'Lejupielādējamā konfigurācija (Canvas)',
    },
    user: 'Lietotājvārds',
    secret: 'Noslēpums',
    secretUrl: 'Adrese, kurā iekļauts noslēpums, Open edX vajadzībām',
    secretNote:
      'Kam tas ir, var likt izdot jebko no šī kursa. Tas nekur netiek glabāts; administratori to var apskatīt vēlreiz.',
    showSecret: 'Parādīt noslēpumu vēlreiz',
    showSecretHint: 'Darbību žurnāls to atzīmē.',
    remove: 'Noņemt šo savienojumu',
    removeHint:
      'No tā brīža no šī savienojuma neko nepieņem. Tas, ko savienojums atnesa, paliek. Lai mainītu noslēpumu, vispirms izveidojiet jaunu savienojumu.',
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
