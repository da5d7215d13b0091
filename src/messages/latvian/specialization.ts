import type { PageMessages } from '../page-messages.ts'
import { formFor, fromDay, untilDay } from './forms.ts'

const places = (count: number) => `${count} ${formFor(count, 'vietu', 'vieta', 'vietas')}`

export const specializationLatvian: Pick<PageMessages, 'specialization' | 'selfCheck'> = {
  specialization: {
    listTitle: 'Specializācijas',
    listLead:
      'Mācību sniedzēju kursi, kas seko atvērtajiem kursiem. Pie katra norādīts, kas tajā tiek uzņemts.',
    none: 'Vēl nav nevienas.',
    kind: 'Specializācija',
    about: 'Par specializāciju',
    labels: {
      profile: 'Profesijas profils, kuram tā sagatavo',
      hours: 'Stundas',
      places: 'Vietas',
      countries: 'Valstis',
      applications: 'Pieteikumi',
      howToApply: 'Kā pieteikties',
    },
    applyHere: 'Pieteikties šeit',
    applyWithProvider:
      'Iesniedziet savus sertifikātus mācību sniedzējam. Vietu piešķir tikai ar reģistrāciju.',
    parts: 'Katras daļas stundas',
    partsNote: 'Kā norādījusi programma; daļu summa var atšķirties no kopējā skaita.',
    places,
    perCountry: (count) => `ne vairāk kā ${places(count)} katrai valstij`,
    period: (from, until) =>
      [from && fromDay(from), until && untilDay(until)].filter(Boolean).join(' ') ||
      'jebkurā laikā',
    states: {
      'not-yet': 'Vēl nevar pieteikties',
      open: 'Var pieteikties',
      closed: 'Pieteikšanās ir slēgta',
    },
    admission: 'Kas tiek uzņemts',
    admissionNote:
      'Katrs nosacījums, kam tas vajadzīgs un kur iegūt prasīto. Vietas piešķir prioritātes secībā.',
    needed: 'Ved uz uzņemšanu',
    considered: 'Var izskatīt tā vietā: izlemj vērtētājs',
    priority: 'Prioritāte',
    skipping: {
      title: 'Moduļus var izlaist',
      text: 'Ja sertifikāti moduļa prasmēs pierāda vismaz tik stundu, cik to ir modulī, moduli var izlaist, kad tam piekritis vērtētājs. Katru stundu skaita vienreiz.',
    },
    modules: 'Moduļi',
    asJson: 'Programmām (JSON)',
  },
  selfCheck: {
    title: 'Kur mani var uzņemt?',
    lead: 'Iesniedziet savus sertifikātus. Par katru specializāciju, kurai var pieteikties, redzēsiet, vai Jūs var uzņemt, kā trūkst un kur to iegūt.',
    files: 'Jūsu sertifikātu faili',
    filesHint:
      'PDF, PNG, SVG, JSON, JWT vai fotoattēli. Kopā līdz 10 failiem un saitēm, līdz 20 MB.',
    links: 'Saites uz Jūsu sertifikātiem',
    linksHint: 'Katrā rindā viena.',
    statements: 'Kas Jums ir papildus sertifikātiem',
    statementsHint: 'Var atstāt tukšu. Vēlāk to izskata mācību sniedzējs.',
    submit: 'Noskaidrot, kur mani var uzņemt',
    privacy:
      'Konts nav vajadzīgs. Iesniegto pārbauda un aizmirst: nekas netiek glabāts, un nevienam nekas netiek ziņots.',
    nothingGiven: {
      title: 'Vēl nav, ko izskatīt',
      remedy: 'Izvēlieties failus vai ielīmējiet saites, katrā rindā vienu.',
    },
    tooMany: {
      title: 'Vienai reizei tas ir par daudz',
      remedy: 'Iesniedziet kopā ne vairāk kā 10 failus un saites; pietiek ar svarīgākajiem.',
    },
    resultTitle: 'Kur Jūs var uzņemt',
    resultNote:
      'Tas ir ieskats, nevis lēmums: pieteikums ar to nav iesniegts. Lēmumu pieņem mācību sniedzējs.',
    noneOpen: 'Pašlaik nevienai specializācijai nevar pieteikties.',
    others: 'Pašlaik nevar pieteikties',
    counted: (title) => `Jau ieskaitīts: „${title}”. Pievienojiet arī citus, ja Jums tādi ir.`,
    askedNowhere: (title) =>
      `„${title}” ir īsts un spēkā, bet neviena atvērtā specializācija to neprasa. Pievienojiet arī citus, ja Jums tādi ir.`,
    answerAlone: (title) =>
      `„${title}” apliecina, ka Jūs var uzņemt; tas nepierāda neko apgūtu un šeit netiek ieskaitīts. Iesniedziet sertifikātus, uz kuriem tas balstās.`,
    notAskedFor: 'Tas ir īsts un spēkā, bet šeit to neprasa.',
    notCounted: 'Šis sertifikāts pašlaik netiek ieskaitīts:',
    whatCounted: 'Kas ir ieskaitīts un kas nav',
    moreAbout: 'Vairāk par šo specializāciju',
    again: 'Skatīt vēlreiz ar citiem sertifikātiem',
    addMore: 'Pievienot vēl sertifikātus',
    person: 'Jūsu vārds un uzvārds',
    personHint:
      'Vajadzīgs tikai tad, ja sertifikātos ir dažādi vārdi: ieskaita tos, kas ir ar Jūsu vārdu.',
    filesAgain:
      'Iepriekšējie faili jāizvēlas vēlreiz: no tiem nekas netiek glabāts, pat ne šai atbildei. Saites paliek.',
    personsDiffer: {
      title: 'Sertifikātos ir dažādi vārdi',
      remedy:
        'Nekas no tiem netiek ieskaitīts, kamēr nav skaidrs, kam tie pieder. Norādiet tālāk savu vārdu un iesniedziet visus vēlreiz.',
    },
    openBelow:
      'Tālāk norādīts, kas vēl nav izlemts. Lēmumu pieņem mācību sniedzējs pēc pieteikšanās.',
    openElse: 'Lēmumu pieņem mācību sniedzējs pēc pieteikšanās.',
    documentLater: (names) => `Mācību sniedzējs prasīs dokumentu: ${names}.`,
  },
}
