import type { EnrolmentMessages } from '../enrolment-messages.ts'

export const enrolmentBulgarian: EnrolmentMessages = {
  lead: 'Вашите кандидати, които имат място, и тези, които чакат.',
  places: 'Места',
  taken: (taken, total) => `заети ${taken} от ${total}`,
  takenWithoutLimit: (taken) => `заети ${taken}, без ограничение`,
  waiting: (count) => (count === 1 ? 'чака 1 човек' : `чакат ${count} души`),
  overAll: 'Местата се броят за всички доставчици; списъкът по-долу показва само Вашите кандидати.',
  countryTable: 'Места по държави',
  countryColumns: { country: 'Държава', taken: 'Заети', waiting: 'Чакащи' },
  ofLimit: (taken, limit) => `${taken} от ${limit}`,
  filter: 'Показване',
  all: 'Всички',
  states: { enrolled: 'Има място', waiting: 'Чака', withdrawn: 'Прекратено' },
  position: (position) => `номер ${position} в списъка на чакащите`,
  supportGone:
    'Решението вече не е в сила: прегледайте го. Мястото остава заето, докато не прекратите записването.',
  table: 'Вашите записвания',
  columns: {
    applicant: 'Кандидат',
    state: 'Състояние',
    country: 'Държава',
    points: 'Точки',
    applied: 'Заявление',
    action: 'Прекратяване',
  },
  unnamed: 'Без име',
  erased: 'Заличено след срока за съхранение',
  order:
    'По реда на списъка на чакащите: първо повече точки, после по-ранно заявление, после по-ранно записване.',
  none: 'Тук още няма никого. Запишете кандидат от страницата на решението.',
  more: 'Следващите',
  fromTheStart: 'От началото',
  download: 'Изтегляне като таблица (CSV)',
  one: 'Записване',
  back: 'Към всички записвания',
  withdraw: 'Прекратяване',
  withdrawHint: 'Мястото веднага се дава на следващия чакащ. Това е необратимо.',
  note: 'Защо (остава в журнала на действията)',
  confirm: 'Освобождаване на мястото',
  withdrawn: 'Записването е прекратено.',
  movedUp: (count) =>
    count === 0
      ? 'Никой от чакащите не получи място.'
      : count === 1
        ? '1 човек от списъка на чакащите получи място.'
        : `${count} души от списъка на чакащите получиха място.`,
}
