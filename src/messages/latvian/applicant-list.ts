import type { ApplicantListMessages } from '../applicant-list-messages.ts'
import { number, onDay } from './forms.ts'

export const applicantListLatvian: ApplicantListMessages = {
  title: 'Pretendentu saraksti',
  lead: 'Iesniedziet tabulu, kurā katram pretendentam ir sava rinda. Par katru rindu lemj atsevišķi un ranžē to kopā ar citām.',
  file: 'Tabula (CSV)',
  fileHint: 'Līdz 10 000 rindām un 16 MB. Rindas saturu aizmirst, tiklīdz par to ir izlemts.',
  columns:
    'Pirmajā rindā ir kolonnu nosaukumi jebkurā secībā; citas kolonnas nav atļautas. Vajadzīga viena ar sertifikātiem vai deklarācijām.',
  columnHelp: {
    credentials: 'Sertifikātu saites vai uz tiem nodrukātie kodi, atdalīti ar atstarpēm.',
    'credential, credential2, …': 'Vai arī: katrā kolonnā viens sertifikāts.',
    reference: 'Kā Jūs saucat šo pieteikumu, piemēram, lietas numurs.',
    name: 'Pretendenta vārds; to salīdzina ar vārdiem sertifikātos.',
    country: 'Pretendenta valsts, divi burti.',
    applied: 'Pieteikuma diena: gads-mēnesis-diena. Ja tukša, tad šodiena.',
    statements:
      'Ko pretendents deklarē: deklarāciju īsie nosaukumi, atdalīti ar atstarpēm; ja vajadzīgs dokuments, ar jūsu rīcībā esošā dokumenta nosaukumu.',
  },
  example: 'Piemērs',
  submit: 'Izlemt par visiem',
  nothingGiven: {
    title: 'Vēl nav tabulas',
    remedy: 'Izvēlieties CSV failu ar virsrakstu rindu un savu rindu katram pretendentam.',
  },
  recent: 'Agrāk iesniegtie saraksti',
  none: 'Vēl nav neviena.',
  listOf: (moment) => `Saraksts (${moment})`,
  progress: (done, total) => `Izlemts par ${number(done)} no ${number(total)}`,
  reloads: 'Šī lapa atjaunojas ik pēc dažām sekundēm, līdz par visiem ir izlemts.',
  stopReloading: 'Pārtraukt atjaunošanu',
  reload: 'Atjaunot',
  download: 'Lejupielādēt kā tabulu (CSV)',
  back: 'Visi saraksti',
  filter: 'Rādīt tikai',
  all: 'Visi',
  refused: 'Nav izlemts',
  waiting: 'Vēl jāizlemj',
  nothingHere: 'Nevienai rindai nav šāda rezultāta.',
  table: 'Pretendenti ranga secībā',
  heads: {
    rank: 'Rangs',
    applicant: 'Pretendents',
    outcome: 'Rezultāts',
    priority: 'Prioritāte',
    why: 'Kāpēc',
  },
  line: (line) => `${line}. rinda`,
  applied: (day) => `pieteicās ${onDay(day)}`,
  missing: 'Trūkst',
  order:
    'Vispirms tie, kurus var uzņemt, tad tie, kuri vēl jāizskata; starp tiem vispirms tie, kam vairāk punktu, tad tie, kas pieteicās agrāk.',
  pages: 'Citi pretendenti',
  range: (from, to) => `${number(from)}–${number(to)}`,
}
