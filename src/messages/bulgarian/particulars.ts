import type { ParticularMessages } from '../particular-messages.ts'

export const particularsBulgarian: ParticularMessages = {
  missing: ({ at }) => `Липсва „${at}“.`,
  'object-needed': () => 'Нужен е обект JSON: { … }.',
  'unknown-member': ({ at, choices }) => `Тук нищо не се нарича „${at}“. Има: ${choices}.`,
  'not-one-of': ({ at, value, choices }) => `${at}: „${value}“ не е сред ${choices}.`,
  'no-country': ({ at, value }) =>
    `${at}: „${value}“ не е държава с две букви (ISO 3166-1), например LV.`,
  'statements-form': ({ at, choices }) =>
    `${at}: нужен е обект, например {"id": true}. Идентификаторите са: ${choices}.`,
  'text-needed': ({ at }) => `„${at}“ е текст.`,
  'too-long': ({ at, limit }) => `${at}: най-много ${limit} знака.`,
  'too-many': ({ at, limit }) => `${at}: най-много ${limit}.`,
  'in-future': ({ at, value }) => `${at}: ${value} е в бъдещето.`,
  'no-instant': ({ at, value }) =>
    `${at}: „${value}“ не е нито ден, например 2026-11-30, нито момент, например 2026-11-30T12:00:00Z.`,
  'application-days': ({ value }) => `Може да се кандидатства в тези дни: ${value}.`,
  'columns-unknown': ({ at, value, choices }) =>
    `Ред ${at}: непозната колона или колона, която е два пъти: ${value}. Колоните са: ${choices}.`,
  'column-needed': ({ at, choices }) =>
    `Ред ${at} не назовава колона с удостоверения или декларации. Колоните са: ${choices}.`,
  'headings-open': () => 'В заглавния ред има кавичка, която не се затваря.',
  'list-empty': () => 'Вътре няма нищо: изпратете заглавен ред и по един ред за всеки.',
  'too-many-rows': ({ limit }) => `Един списък има най-много ${limit} кандидати; разделете го.`,
  'enrolled-elsewhere': () =>
    'Мястото е при друг доставчик на обучение. Попитайте него или оператора на тази услуга.',
  'maybe-elsewhere': () =>
    'Ако е същото лице, мястото е при друг доставчик на обучение: попитайте него или оператора на тази услуга. Ако е друго лице, посочете го и запишете отново.',
}
