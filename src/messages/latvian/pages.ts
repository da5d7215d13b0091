import type { PageMessages } from '../page-messages.ts'
import { applicantListLatvian } from './applicant-list.ts'
import { batchLatvian } from './batch.ts'
import { credentialPagesLatvian } from './credential-pages.ts'
import { deskLatvian } from './desk.ts'
import { enrolmentLatvian } from './enrolment.ts'
import { formFor, isOne, onDay } from './forms.ts'
import { holderLatvian } from './holder.ts'
import { operatorLatvian } from './operator.ts'
import { publicPageLatvian } from './public-page.ts'
import { specializationLatvian } from './specialization.ts'

export const pagesLatvian: PageMessages = {
  ...credentialPagesLatvian,
  ...publicPageLatvian,
  applicantList: applicantListLatvian,
  ...specializationLatvian,
  batch: batchLatvian,
  desk: deskLatvian,
  enrolments: enrolmentLatvian,
  holder: holderLatvian,
  operator: operatorLatvian,
  frame: {
    skip: 'Pāriet uz saturu',
    mainNavigation: 'Galvenā izvēlne',
    menu: 'Izvēlne',
    languages: 'Valoda',
    check: 'Pārbaudīt',
    achievements: 'Sasniegumi',
    issuer: 'Izdevējs',
    illustrative: 'Parauga programma, tikai ilustrācijai. Nekas šeit patiesībā nav piešķirts.',
    privacy: 'Bez izsekošanas, bez reklāmām, nekas netiek ielādēts no citām vietnēm.',
    addressBar: (host) => `Jūs esat īstajā lapā tikai tad, ja adreses joslā redzams ${host}`,
  },
  home: {
    title: 'Jūsu apgūtais ar parakstu, ko var pārbaudīt ikviens',
    lead: 'Kolofons ir piezīme grāmatas beigās: kas to veidojis, kur un kad. Šis pakalpojums raksta kolofonu mācībām: sertifikātu ar parakstu, ko nevar viltot neviena kopija.',
    forLearners: {
      title: 'Mācību dalībniekiem',
      text: 'Sertifikāts pieder Jums: kā PDF drukāšanai, kā nozīmīte Jūsu profilam, kā fails Jūsu digitālajam makam. Konts nav vajadzīgs, un neviens sertifikātu neatrod, ja Jūs ar to nedalāties.',
    },
    forEmployers: {
      title: 'Darba devējiem',
      text: 'Noskenējiet kodu vai iesniedziet failu. Acumirklī saņemsiet skaidru atbildi: vai tas ir īsts, vai tas joprojām ir spēkā un kas par to galvo.',
    },
    forProviders: {
      title: 'Kursu un mācību sniedzējiem',
      text: 'Importējiet no savas mācību platformas datus par kursa pabeigšanu un izdodiet visus sertifikātus vienā reizē. To, kas var reģistrēties un kā trūkst, nosaka Jūsu noteikumi, un lēmumam ir pamatojums Jūsu lietvedībai.',
    },
    allAchievements: 'Skatīt visus sasniegumus',
    aboutIssuer: 'Kas izdod un ar kurām atslēgām',
  },
  verify: {
    title: 'Pārbaudīt apliecinājumu',
    lead: 'Iesniedziet failu, fotoattēlu vai saiti. Der jebkura izdevēja sertifikāti.',
    file: 'Fails vai fotoattēls',
    fileHint:
      'Sākotnējais PDF, PNG, SVG, JSON vai JWT fails; arī fotoattēls vai skenējums, kurā redzams kvadrātkods.',
    text: 'Apliecinājuma teksts',
    textHint: 'Ielīmējiet to visu, no pirmās rakstzīmes līdz pēdējai.',
    link: 'Saite',
    linkHint: 'Uz sertifikāta nodrukātā adrese.',
    one: 'Fails, saite vai teksts: pietiek ar vienu.',
    person: 'Jūsu priekšā esošās personas vārds vai e-pasts',
    personHint: 'Var atstāt tukšu. Mēs to salīdzinām ar parakstīto un parādām abus.',
    script: {
      dropHint: 'Varat to arī ievilkt vai ielīmēt jebkur šajā lapā: to pārbaudīs uzreiz.',
      dropHere: 'Atlaidiet, un to pārbaudīs.',
      checking: 'Pārbauda…',
      oneFile: 'Lūdzu, vienā reizē tikai vienu failu.',
      useCamera: 'Skenēt kodu ar kameru',
      stopCamera: 'Izslēgt kameru',
      cameraOn: 'Turiet kvadrātkodu kameras priekšā.',
      cameraOff:
        'Kameru neizdevās ieslēgt. Nospiediet pogu vēlreiz, lai uzņemtu vai izvēlētos fotoattēlu.',
    },
    nothingGiven: {
      title: 'Vēl nav, ko pārbaudīt',
      remedy: 'Izvēlieties failu vai ielīmējiet saiti vai apliecinājuma tekstu.',
    },
    submit: 'Pārbaudīt',
    privacy: 'Iesūtīto pārbauda un aizmirst: nekas netiek glabāts.',
  },
  report: {
    title: 'Pārbaudes rezultāts',
    checkedOn: (moment) => `Pārbaudīts ${onDay(moment)}`,
    answers: 'Četri jautājumi',
    facts: 'Kas ir parakstīts',
    factsNote: 'Paraksts attiecas tikai uz šo. Uz pārējo, kas nodrukāts apkārt, tas neattiecas.',
    factsWithheld:
      'Saturs šeit netiek rādīts, jo par to nekas negalvo: to varēja uzrakstīt jebkurš.',
    how: 'Kā tas pārbaudīts?',
    howNote: 'Katra pārbaude atsevišķi:',
    verdict: 'Slēdziens',
    status: 'Statuss',
    source: 'Nolasīts no',
    warnings: 'Piezīmes',
    person: {
      match: 'Tas attiecas uz šo personu',
      mismatch: 'Tas nav izdots uz šī vārda',
      open: 'Personu neizdevās salīdzināt',
      given: 'Jūsu norādītais',
      signed: 'Parakstītais',
    },
    genuineInside: 'Parakstītais ir īsts un nemainīts. Lapā ap to rakstīts kas cits.',
    genuineOfImpostor:
      'Tas nav tas, par ko izliekas. Paraksts ir neskarts, bet tas nav tā izdevēja paraksts, kura nosaukums norādīts.',
    differences: {
      title: 'Kas rakstīts lapā un kas ir parakstīts',
      note: 'Svarīgs ir tikai parakstītais.',
      printed: 'Lapā',
      signed: 'Parakstīts',
      absent: 'lapā nav',
      facts: {
        recipient: 'Kam piešķirts',
        title: 'Nosaukums',
        awardedDate: 'Datums',
        result: 'Rezultāts',
        id: 'Kods lapā',
      },
    },
    skills: 'Prasmes',
    presentation: {
      count: (count) =>
        count === 1
          ? 'Uzrādīts viens apliecinājums'
          : `Kopā ${isOne(count) ? 'uzrādīts' : 'uzrādīti'} ${count} ${isOne(count) ? 'apliecinājums' : 'apliecinājumi'}`,
      note: 'Katrs ir pārbaudīts atsevišķi. Iepriekš redzamais rezultāts ir labs tikai tad, ja labi ir visi.',
      notAll:
        'Vismaz viens no uzrādītajiem apliecinājumiem pārbaudi neizturēja. Katra rezultāts redzams tālāk.',
      holder: 'Kas to uzrādīja',
      nth: (position) => `${position}. apliecinājums`,
    },
    endorsements: {
      title: 'Ko saka citi',
      note: 'Trešo personu ieteikumi, katrs pārbaudīts atsevišķi. Iepriekš redzamo rezultātu tie nemaina.',
      says: 'Viņu vārdiem',
    },
    more: (count) => `un vēl ${count}, kas šeit nav parādīti`,
    elsewhere: 'Pārbaudiet citur',
    elsewhereNote:
      'Jums nav jātic mums uz vārda. Tālāk redzamo tekstu var pārbaudīt ar jebkuru Open Badges 3.0 pārbaudes rīku, piemēram, ar šo neatkarīgo:',
    elsewhereLink: 'verifierplus.org, ko uztur Digital Credentials Consortium',
    raw: 'Apliecinājums, kāds tas saņemts',
    rawTooLong: 'Tas ir par garu, lai to šeit parādītu. Izmantojiet savu failu.',
    again: 'Pārbaudīt citu',
    onPaper: (address) =>
      `Šajā lapā redzams, ko konstatēja ${address}. Papīra lapu var viltot: pārbaudiet pašu apliecinājumu.`,
    labels: {
      issuedBy: 'Izdevējs',
      issuerId: 'Izdevēja identifikators',
      claimedName: 'Paša norādītais nosaukums',
      recipient: 'Kam piešķirts',
      credential: 'Nosaukums',
      achievement: 'Sasniegums',
      awarded: 'Piešķirts',
      from: 'Spēkā no',
      until: 'Spēkā līdz',
      id: 'Identifikators',
    },
    issuerNotListed: 'Nav mūsu sarakstā',
    noDomain: 'Interneta adreses nav: izdevēju var pazīt tikai pēc šīs atslēgas.',
    mixedAlphabets:
      'Šeit vienā vārdā sajaukti dažādu alfabētu burti. Tā bieži ir vārdos un nosaukumos, kas atdarina citus.',
  },
  issuer: {
    title: 'Kas izdod',
    lead: 'Katrs šī pakalpojuma apliecinājums ir parakstīts ar šī izdevēja atslēgu. Šeit ir viss, kas vajadzīgs, lai to pazītu.',
    did: 'Identifikators (DID)',
    site: 'Tīmekļa vietne',
    keys: 'Atslēgas',
    keysNote:
      'Atslēgas, ko vairs nelieto, paliek publicētas, lai ar tām parakstīto joprojām varētu pārbaudīt.',
    noKeys: 'Vēl nav nevienas atslēgas.',
    keyStates: {
      active: { title: 'Lietošanā', text: 'Ar to paraksta jaunus apliecinājumus.' },
      'verify-only': {
        title: 'Vairs nelieto',
        text: 'Ar to vairs neko neparaksta. Ar to parakstītais joprojām ir spēkā.',
      },
      compromised: {
        title: 'Kompromitēta',
        text: 'Tā vairs nav droša. Ar to parakstītais nav spēkā un jāizdod no jauna.',
      },
    },
    keySince: 'kopš',
    independent: 'Pārbaudīt, neuzticoties šai vietnei',
    steps: [
      'Saglabājiet apliecinājuma JSON vai JWT failu.',
      'Nolasiet izdevēja atslēgu no DID dokumenta, uz kuru tālāk ir saite, vai no kopijas, kas Jums ir saglabāta.',
      'Pārbaudiet parakstu ar programmu pēc savas izvēles: Data Integrity ar eddsa-rdfc-2022 vai JWT ar ES256.',
      'Nolasiet apliecinājumā norādīto atsaukto apliecinājumu sarakstu un tāpat pārbaudiet tā parakstu.',
    ],
    didDocument: 'DID dokuments',
  },
  problem: {
    listTitle: 'Ko nozīmē kodi',
    listLead:
      'Ar katru atbildi programmas saņem īsu kodu. Šeit paskaidrots, ko katrs nozīmē un ko darīt.',
    refusals: 'Kad pakalpojums pieprasījumu noraida',
    reasons: 'Ko konstatē pārbaude',
    complaints: 'Importa rindas',
    warnings: 'Piezīmes par apliecinājumu',
    count: (codes) =>
      codes === 1 ? 'viens kods' : `${codes} ${formFor(codes, 'kodu', 'kods', 'kodi')}`,
    code: 'Kods',
    all: 'Visi kodi',
    details: 'Sīkāka informācija',
    faultTitle: 'Radās kļūda mūsu pusē',
    faultRemedy:
      'Tā nav Jūsu vaina. Pēc minūtes mēģiniet vēlreiz; ja kļūda atkārtojas, informējiet uzturētāju.',
  },
}
