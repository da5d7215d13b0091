import type { DeskDecisionMessages } from '../desk-decision-messages.ts'

export const deskDecisionLatvian: DeskDecisionMessages = {
  about: 'Lēmums par:',
  of: (specialization) => `Lēmums par: ${specialization}`,
  applicant: 'Pretendents',
  labels: {
    person: 'Norādītais vārds',
    reference: 'Jūsu atsauce',
    country: 'Valsts',
    applied: 'Pieteikuma datums',
    credential: 'Parakstīta atbilde',
    enrolment: 'Reģistrācija',
    id: 'Lēmuma numurs',
  },
  advice: {
    eligible: 'Tā vēl nav vieta: reģistrējiet pretendentu tālāk.',
    'not-yet': 'Kā trūkst un kur to iegūt, norādīts tālāk.',
    'needs-review': 'Tālāk norādīts, kas vēl nav izlemts; lēmumu pieņemat Jūs.',
  },
  enrolledAdvice: 'Pretendents ir reģistrēts vai gaida vietu; skatiet tālāk.',
  statements: 'Ko pretendents deklarēja',
  documentShown: (name) => `Uzrādītais dokuments: ${name}`,
  documentNamed: (name) =>
    `Sarakstā norādītais dokuments: ${name}. Tas šeit nav iesniegts; apskatiet savu eksemplāru.`,
  noDocument: 'Dokuments nav uzrādīts.',
  noName: 'nav norādīta persona',
  moreOpen: (count) => `Pēc šiem vēl jāizlemj: ${count}`,
  personNamed:
    'Pieņemt: visi tiek ieskaitīti kā pretendenta sertifikāti. Nepieņemt: tiek ieskaitīti tikai tie, kuros ir pretendenta vārds, pārējie paliek malā.',
  personNotNamed:
    'Pieņemt: tiek ieskaitīti visi. Nepieņemt: netiek ieskaitīts neviens, jo nav norādīts, kam tie pieder; ja pretendentam pieder tikai daži, lemiet vēlreiz, norādot vārdu.',
  mayRevoke:
    'Zinu, ka parakstītā atbilde tiek neatgriezeniski atsaukta, ja rezultāts vairs nav „var uzņemt”.',
  settled: 'Kas ir izlemts',
  accepted: 'Pieņemts',
  refused: 'Nav pieņemts',
  otherwise: 'Izlemt citādi',
  note: 'Kāpēc',
  noteHint: 'Piezīme paliek šī lēmuma vēsturē.',
  accept: 'Pieņemt',
  refuse: 'Nepieņemt',
  steps: 'Ko darīt tagad',
  issue: 'Parakstīt atbildi kā apliecinājumu',
  issueNote:
    'Pretendents to var rādīt jebkuram. Ja atsauc sertifikātu, uz kuru tā balstās, atsauc arī to.',
  seeCredential: 'Skatīt parakstīto atbildi',
  enrol: 'Reģistrēt',
  anotherPerson: 'Tā ir cita persona nekā tā, kas jau ir reģistrēta vai gaida',
  enrolNote: 'Dod vietu vai, ja visas ir aizņemtas, kārtu gaidīšanas sarakstā.',
  seeEnrolments: 'Visas reģistrācijas',
  enrolments: {
    enrolled: 'Ir vieta',
    waiting: 'Gaidīšanas sarakstā',
    withdrawn: 'Atsaukta',
  },
  supportGone: 'Lēmuma pamats vēlāk ir atsaukts.',
  receiptPdf: 'Izziņa (PDF)',
  receiptJwt: 'Izziņa (parakstīts teksts)',
  receiptNote:
    'Jūsu lietvedībai: kas, kad un pēc kādiem noteikumiem pārbaudīts. Ikviens to var pārbaudīt šeit.',
  again: 'Lemt vēlreiz',
  againNote: 'Atver veidlapu ar jau zināmo. Iesniedziet failus vēlreiz.',
  rerun: 'Vai lēmums joprojām iznāk tāds pats?',
  same: 'Pēc tās dienas noteikumiem un par to pašu brīdi lēmums iznāk tāds pats.',
  differs:
    'Pēc tās dienas noteikumiem un par to pašu brīdi lēmums iznāk citāds. Informējiet šī pakalpojuma uzturētāju.',
  expired: 'Šis lēmums vairs nav spēkā. Lemiet vēlreiz.',
  withdrawn:
    'Parakstītā atbilde vai lēmuma pamats pa šo laiku ir atsaukts. Ar to nevienu nereģistrē: lemiet vēlreiz.',
  stalePoints: (points, of) =>
    `Tā parakstīta ar ${points} no ${of} punktiem un joprojām to norāda.`,
  former:
    'Šīs specializācijas katalogā vairs nav, tāpēc nosaukumu vietā ir identifikatori. Lēmumu var lasīt un glabāt; neko citu ar to vairs nevar darīt.',
  trail: 'Kas ir darīts',
  trailColumns: {
    when: 'Kad',
    who: 'Kas',
    what: 'Darbība',
    outcome: 'Rezultāts',
    rules: 'Noteikumi',
  },
  actions: {
    decided: 'Pieņemts lēmums',
    reviewed: 'Izskatīts',
    issued: 'Parakstīts kā apliecinājums',
    enrolled: 'Reģistrēts',
    waiting: 'Iekļauts gaidīšanas sarakstā',
    'moved-up': 'Saņēma vietu no gaidīšanas saraksta',
    'told-apart': 'Norādīts, ka tā ir cita persona nekā reģistrētā ar šo vārdu vai atsauci',
    withdrawn: 'Reģistrācija atsaukta',
  },
  administrator: 'Administrators',
  service: 'Šis pakalpojums',
  done: {
    decided: 'Lēmums ir saglabāts.',
    reviewed: 'Jūsu slēdziens ir saglabāts, un lēmums ar to ir pieņemts no jauna.',
    issued: 'Atbilde ir parakstīta.',
    enrolled: 'Reģistrācija ir saglabāta.',
  },
}
