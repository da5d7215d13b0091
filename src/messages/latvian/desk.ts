import type { DeskMessages } from '../desk-messages.ts'
import { deskDecisionLatvian } from './desk-decision.ts'
import { fromDay, isOne, untilDay } from './forms.ts'

export const deskLatvian: DeskMessages = {
  title: 'Sniedzēja darbvieta',
  signOut: 'Izrakstīties',
  forProviders: 'Sniedzēja darbvieta',
  places: {
    apply: 'Viens pretendents',
    decisions: 'Lēmumi',
    review: 'Jāizskata',
    lists: 'Saraksti',
    enrolments: 'Reģistrācijas',
  },
  signIn: {
    title: 'Pierakstīties sniedzēja darbvietā',
    lead: 'Mācību sniedzējiem: skatiet, kas var reģistrēties, kāpēc un kā trūkst.',
    token: 'Piekļuves kods',
    tokenHint:
      'Ielīmējiet kodu, ko saņēmāt no šī pakalpojuma uzturētāja. Tas sākas ar „colophon_”.',
    submit: 'Pierakstīties',
    privacy:
      'Bez nevienas darbības pierakstīšanās ir spēkā līdz 8 stundām, kopā līdz 12 stundām; to nodrošina viena šīs vietnes sīkdatne. Pats kods netiek glabāts.',
    problems: {
      unauthorised: {
        title: 'Šāds kods šeit nav zināms',
        remedy:
          'Ielīmējiet to visu, no pirmās rakstzīmes līdz pēdējai. Ja tas ir atsaukts, lūdziet šī pakalpojuma uzturētājam citu.',
      },
      forbidden: {
        title: 'Ar šo kodu darbvieta nav pieejama',
        remedy:
          'Darbvieta ir pieejama ar mācību sniedzēju kodiem. Lūdziet šī pakalpojuma uzturētājam tādu kodu.',
      },
      ended: {
        title: 'Lūdzu, pierakstieties',
        remedy: 'Pierakstīšanās nav notikusi vai ir beigusies. Nekas no saglabātā nav zudis.',
      },
      kept: {
        title: 'Lūdzu, pierakstieties',
        remedy:
          'Jūs vairs neesat pierakstījies, tāpēc nekas netika izlemts. Ierakstītais saglabājas un pēc pierakstīšanās būs atkal šeit; faili jāizvēlas vēlreiz.',
      },
      'not-done': {
        title: 'Lūdzu, pierakstieties',
        remedy:
          'Jūs vairs neesat pierakstījies, tāpēc tas netika izdarīts, un ierakstītais nav saglabāts. Nekas no glabātā nav zudis: pierakstieties un dariet to vēlreiz.',
      },
    },
  },
  home: {
    lead: 'Specializācijas, uz kurām attiecas Jūsu kods.',
    nothing: 'Jūsu kods neattiecas ne uz vienu šī pakalpojuma specializāciju.',
    open: 'atvērta',
    closed: 'slēgta',
    labels: {
      applications: 'Pieteikšanās',
      decisions: 'Lēmumi',
      waiting: 'Gaida izskatīšanu',
      places: 'Vietas',
    },
    opensOn: (day) => fromDay(day),
    until: (day) => untilDay(day),
    placesTaken: (taken, total) =>
      `${isOne(taken) ? 'aizņemta' : 'aizņemtas'} ${taken} no ${total}`,
    placesInAll: (total) => `pavisam ${total}`,
    perCountry: (places) => `ne vairāk kā ${places} katrai valstij`,
    newApplicant: 'Lemt par vienu pretendentu',
    newList: 'Lemt par vairākiem uzreiz pēc tabulas',
    seeEnrolments: 'Kam ir vieta un kas gaida',
  },
  apply: {
    title: 'Lemt par vienu pretendentu',
    lead: 'Iesniedziet, ko saņēmāt no pretendenta. Visu pārbauda, salīdzina ar noteikumiem, un atbilde ir vienā lapā.',
    closed: {
      title: 'Pieteikšanās ir slēgta',
      remedy: 'Pieteikties var tikai programmas noteiktajās dienās. Šodien lēmums netiek pieņemts.',
    },
    links: 'Sertifikātu saites',
    linksHint: 'Katrā rindā viena. Šī pakalpojuma sertifikātam pietiek ar uz tā nodrukāto kodu.',
    files: 'Faili',
    filesHint: 'PDF, PNG, SVG, JSON, JWT vai fotoattēli; cik vēlaties, katrs līdz 10 MB.',
    photo: 'Sertifikāta fotoattēls',
    photoHint: 'Tālrunī tiek atvērta kamera. Attēlā jābūt kvadrātkodam.',
    person: 'Pretendenta vārds, uzvārds',
    personHint: 'Kā pieteikumā. To salīdzina ar vārdiem sertifikātos.',
    country: 'Valsts',
    noCountry: 'nav norādīta',
    reference: 'Jūsu atsauce',
    referenceHint: 'Kā Jūs saucat šo pieteikumu, piemēram, lietas numurs.',
    statements: 'Ko pretendents deklarē',
    statementsHint: 'Atzīmējiet, kas teikts pieteikumā. Pēc tam to izskata Jūsu vērtētājs.',
    note: 'Piezīme',
    document: 'Dokuments',
    documentHint:
      'Pats fails netiek glabāts: tikai tā nosaukums un SHA-256, lai vēlāk varētu noteikt, ka tas bija šis.',
    documentNeeded: 'Ieskaita tikai ar dokumentu.',
    submit: 'Lemt',
    privacy:
      'Lēmumu kopā ar sertifikātos norādīto glabā tikai Jums un pēc glabāšanas termiņa dzēš. Failus neglabā.',
    nothingGiven: {
      title: 'Vēl nav, par ko lemt',
      remedy: 'Iesniedziet vismaz vienu sertifikātu vai atzīmējiet deklarāciju.',
    },
    tooMuch: {
      title: 'Vienam pretendentam tas ir par daudz',
      remedy:
        'Iesniedziet ne vairāk kā 50 sertifikātus, katru failu līdz 10 MB un piezīmes līdz 2000 rakstzīmēm.',
    },
    formOld: {
      title: 'Nosūtiet to vēlreiz',
      remedy:
        'Kopš šīs veidlapas atvēršanas esat pierakstījies no jauna, tāpēc nekas netika izlemts. Ierakstītais joprojām ir šeit.',
    },
    filesAgain: 'Lūdzu, izvēlieties failus vēlreiz: pārlūkprogramma tos nesaglabā.',
  },
  decision: deskDecisionLatvian,
  list: {
    lead: 'Visi, par kuriem pieņemts lēmums, tādā secībā, kādā piešķir vietas.',
    order:
      'Tie, kurus var uzņemt, ir pirms tiem, kuri vēl jāizskata; tad vērā ņem punktu skaitu, tad agrāku pieteikumu.',
    filter: 'Rādīt',
    all: 'Visi',
    none: 'Šāda lēmuma vēl nav.',
    table: 'Lēmumi ranga secībā',
    columns: {
      rank: 'Rangs',
      applicant: 'Pretendents',
      outcome: 'Rezultāts',
      points: 'Punkti',
      applied: 'Pieteikums',
      because: 'Kāpēc šāds rangs',
    },
    behind: {
      first: 'Pirmais no visiem',
      outcome: 'Cits rezultāts nekā iepriekšējam',
      points: 'Mazāk punktu nekā iepriekšējam',
      time: 'Pieteicās vēlāk nekā iepriekšējais',
      id: 'Pieteicās tajā pašā brīdī; nosaka lēmuma numurs',
    },
    unnamed: 'Bez vārda',
    erased: 'Dzēsts',
    download: 'Lejupielādēt kā tabulu (CSV)',
    pages: 'Citi lēmumi',
    range: (from, to) => `${from}–${to}`,
  },
  queue: {
    lead: 'Lēmumi, kuros kaut kas jāizlemj vērtētājam; vecākie vispirms.',
    none: 'Vērtētājam nekas nav jāizlemj.',
    table: 'Kas jāizlemj vērtētājam',
    columns: {
      applicant: 'Pretendents',
      decided: 'Lēmuma datums',
      outcome: 'Pagaidu rezultāts',
      waits: 'Kas jāizlemj',
    },
    next: 'Nākamie',
    start: 'Atpakaļ pie vecākajiem',
  },
}
