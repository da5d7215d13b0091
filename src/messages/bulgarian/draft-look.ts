import type { DraftLookMessages } from '../draft-look-messages.ts'

export const draftLookBulgarian: DraftLookMessages = {
  lead: 'Още нищо не е издадено: вижте какво би направил файлът, поправете как се чете и тогава издайте.',
  wouldIssue: (count) =>
    count === 0
      ? 'Не би се издало нищо ново.'
      : count === 1
        ? 'Би се издало едно удостоверение.'
        : `Биха се издали ${count} удостоверения.`,
  undoNote: (minutes) =>
    minutes === 0
      ? 'Учещите научават веднага и не може да се върне.'
      : `В продължение на ${minutes} минути никой не научава и всичко може да се върне.`,
  tally: 'Какво става с редовете',
  all: 'Всички редове',
  columns: 'Как се четат колоните',
  columnHeads: {
    column: 'Колона',
    role: 'Чете се като',
    how: 'Откъде го знаем',
    examples: 'Примери',
  },
  leftAlone: 'пропуска се',
  module: (id) => `завършен: ${id}`,
  roles: {
    learner_id: 'номер на учещия',
    id_number: 'идентификационен номер',
    username: 'потребителско име',
    email: 'имейл адрес',
    name: 'име и фамилия',
    first_name: 'собствено име',
    last_name: 'фамилия',
    last_first_name: 'фамилия и име',
    language: 'език',
    completed_on: 'завършен на',
    completed: 'завършен (да/не)',
    score: 'резултат',
    modules: 'завършени модули',
  },
  hows: {
    stated: 'вие го казахте',
    header: 'по заглавието',
    place: 'по мястото',
    content: 'по съдържанието',
  },
  missing: 'Нищо не може да се прочете без',
  days: 'Датите, както ги разбрахме',
  dayHeads: { column: 'Колона', written: 'Както е написано', day: 'Разбрано като' },
  unread: 'неразбрано',
  reading: 'Как да се прочете и издаде',
  completedOn: 'Ден на завършване, където файлът не го казва',
  language: 'Език на удостоверенията',
  ofCourse: 'на всеки учещ, иначе на курса',
  matchByName: 'Различаване по име, където няма друго',
  letters: 'Да се пише на учещите',
  undoMinutes: 'Минути, в които може да се върне',
  rowHeads: {
    line: 'Ред',
    name: 'Име',
    outcome: 'Какво става с него',
    remarks: 'Какво не е наред или е различно',
  },
  shown: (rows, all) => `Редове ${rows} от ${all}`,
  earlier: 'Предишни редове',
  later: 'Следващи редове',
  noRows: 'Няма такива редове.',
  issuedAs: (value) => `издадено като ${value}`,
  progress: (done, all) => `Подписани ${done} от ${all}`,
  rate: (count) => `около ${count} в секунда`,
}
