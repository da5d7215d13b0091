import type { ParticularMessages } from '../particular-messages.ts'

export const particularsLatvian: ParticularMessages = {
  missing: ({ at }) => `Trūkst „${at}”.`,
  'object-needed': () => 'Vajadzīgs JSON objekts: { … }.',
  'unknown-member': ({ at, choices }) => `Šeit nekā ar nosaukumu „${at}” nav. Ir: ${choices}.`,
  'not-one-of': ({ at, value, choices }) => `${at}: „${value}” nav neviens no šiem: ${choices}.`,
  'no-country': ({ at, value }) =>
    `${at}: „${value}” nav valsts ar diviem burtiem (ISO 3166-1), piemēram, LV.`,
  'statements-form': ({ at, choices }) =>
    `${at}: vajadzīgs objekts, kurā katram identifikatoram ir vērtība true. Identifikatori ir: ${choices}.`,
  'text-needed': ({ at }) => `„${at}” ir teksts.`,
  'too-long': ({ at, limit }) => `${at}: ne vairāk kā ${limit} rakstzīmes.`,
  'too-many': ({ at, limit }) => `${at}: ne vairāk kā ${limit}.`,
  'in-future': ({ at, value }) => `${at}: ${value} ir nākotnē.`,
  'no-instant': ({ at, value }) =>
    `${at}: „${value}” nav ne diena, piemēram, 2026-11-30, ne brīdis, piemēram, 2026-11-30T12:00:00Z.`,
  'application-days': ({ value }) => `Pieteikties var šajās dienās: ${value}.`,
  'columns-unknown': ({ at, value, choices }) =>
    `${at}. rinda: nezināma kolonna vai kolonna, kas ir divreiz: ${value}. Kolonnas ir: ${choices}.`,
  'column-needed': ({ at, choices }) =>
    `${at}. rindā nav kolonnas ar sertifikātiem vai deklarācijām. Kolonnas ir: ${choices}.`,
  'headings-open': () => 'Virsrakstos ir pēdiņas, kuras nekas neaizver.',
  'list-empty': () => 'Tajā nekā nav: nosūtiet virsrakstu rindu un pa rindai katram.',
  'too-many-rows': ({ limit }) => `Sarakstā ir ne vairāk kā ${limit} pretendenti; sadaliet to.`,
  'enrolled-elsewhere': () =>
    'Vieta ir pie cita mācību sniedzēja. Jautājiet tam vai šī pakalpojuma uzturētājam.',
  'maybe-elsewhere': () =>
    'Ja tā ir tā pati persona, vieta ir pie cita mācību sniedzēja: jautājiet tam vai šī pakalpojuma uzturētājam. Ja tā ir cita persona, norādiet to un reģistrējiet vēlreiz.',
}
