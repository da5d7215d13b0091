import type { MailMessages } from '../mail-messages.ts'
import { counted, isOne, untilDay } from './forms.ts'

const certificates = (count: number) =>
  counted(count, 'apliecinājumu', 'apliecinājums', 'apliecinājumi')

export const mailLatvian: MailMessages = {
  greeting: (name) => `Labdien, ${name}!`,
  claim: {
    subject: (title) => `Jūsu apliecinājums: ${title}`,
    subjectMany: (count, issuer) => `${issuer}: Jums ir ${certificates(count)}`,
    lead: (issuer) => `Apsveicam! Jums ir izsniegts šis apliecinājums; izdevējs: ${issuer}.`,
    leadMany: (count, issuer) =>
      `Apsveicam! Jums ir ${isOne(count) ? 'izsniegts' : 'izsniegti'} ${certificates(count)}; izdevējs: ${issuer}.`,
    why: (course) =>
      `Šo vēstuli saņemat, jo piedalījāties kursā „${course}”. Tas nav informatīvs biļetens.`,
  },
  newLink: {
    subject: 'Jūsu jaunā saite',
    lead: (issuer) =>
      `Šeit ir jaunā saite uz Jūsu apliecinājumiem, ko izdevis ${issuer}. Iepriekš sūtītās saites vairs nedarbojas.`,
    why: 'Šo vēstuli saņemat, jo ar šo adresi tika lūgta jauna saite. Ja to nelūdzāt Jūs, nekas nav jādara.',
  },
  corrected: {
    subject: (title) => `Izlabots: ${title}`,
    lead: (issuer) => `Izdevējs ${issuer} ir izlabojis Jūsu apliecinājumu:`,
    oldFiles:
      'Tā lapa ir tajā pašā adresē. Agrāk saglabātie faili tagad rāda, ka ir aizstāti; lejupielādējiet tos vēlreiz.',
    why: 'Šo vēstuli saņemat, jo apliecinājums ir Jūsu.',
  },
  publicPage: 'Lapa, ko rādīt citiem:',
  button: 'Atvērt manus apliecinājumus',
  whatThere:
    'Tur varat tos lejupielādēt kā PDF vai attēlu, pievienot platformai LinkedIn vai makam, izvēlēties, kas tos redz, un ziņot par kļūdu. Konts nav vajadzīgs.',
  addressInWords: 'Ja poga nedarbojas, iekopējiet šo adresi pārlūkā:',
  holds: (date) =>
    `Saite ir domāta tikai Jums. Tā darbojas vienu reizi, ${untilDay(date)}; pēc tam uz šo adresi varat saņemt jaunu.`,
  sentBy: (issuer, host) => `Sūtītājs: ${issuer}, ${host}.`,
  mistaken: 'Ja šī vēstule nav domāta Jums, lūdzu, izdzēsiet to un neatveriet saiti.',
}
