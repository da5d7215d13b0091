import type { EnrolmentMessages } from '../enrolment-messages.ts'
import { formFor, isOne } from './forms.ts'

const taken = (count: number) => (isOne(count) ? 'aizņemta' : 'aizņemtas')

export const enrolmentLatvian: EnrolmentMessages = {
  lead: 'Jūsu pretendenti, kuriem ir vieta, un tie, kas uz to gaida.',
  places: 'Vietas',
  taken: (count, total) => `${taken(count)} ${count} no ${total}`,
  takenWithoutLimit: (count) => `${taken(count)} ${count}, bez ierobežojuma`,
  waiting: (count) => `gaida ${count} ${formFor(count, 'cilvēku', 'cilvēks', 'cilvēki')}`,
  overAll: 'Vietas skaita visiem sniedzējiem kopā; sarakstā tālāk ir tikai Jūsu pretendenti.',
  countryTable: 'Vietas pa valstīm',
  countryColumns: { country: 'Valsts', taken: 'Aizņemtas', waiting: 'Gaida' },
  ofLimit: (count, limit) => `${count} no ${limit}`,
  filter: 'Rādīt tikai',
  all: 'Visas',
  states: { enrolled: 'Ir vieta', waiting: 'Gaida', withdrawn: 'Atsaukta' },
  position: (position) => `${position}. gaidīšanas sarakstā`,
  supportGone:
    'Lēmums vairs nav pamatots: izskatiet to vēlreiz. Vieta paliek aizņemta, līdz atsaucat reģistrāciju.',
  table: 'Jūsu reģistrācijas',
  columns: {
    applicant: 'Pretendents',
    state: 'Statuss',
    country: 'Valsts',
    points: 'Punkti',
    applied: 'Pieteikums',
    action: 'Atsaukt',
  },
  unnamed: 'Bez vārda',
  erased: 'Dzēsts pēc glabāšanas termiņa',
  order:
    'Gaidīšanas saraksta secībā: vispirms tie, kam vairāk punktu, tad tie, kas agrāk pieteicās, tad tie, kas agrāk reģistrēti.',
  none: 'Šeit vēl nav neviena. Reģistrējiet pretendentu lēmuma lapā.',
  more: 'Nākamās',
  fromTheStart: 'No sākuma',
  download: 'Lejupielādēt kā tabulu (CSV)',
  one: 'Reģistrācija',
  back: 'Atpakaļ pie visām reģistrācijām',
  withdraw: 'Atsaukt',
  withdrawHint: 'Vietu uzreiz saņem nākamais, kas gaida. To nevar atcelt.',
  note: 'Kāpēc (paliek darbību vēsturē)',
  confirm: 'Atbrīvot vietu',
  withdrawn: 'Reģistrācija ir atsaukta.',
  movedUp: (count) =>
    count === 0
      ? 'No gaidīšanas saraksta vietu nesaņēma neviens.'
      : `No gaidīšanas saraksta vietu saņēma ${count} ${formFor(count, 'cilvēku', 'cilvēks', 'cilvēki')}.`,
}
