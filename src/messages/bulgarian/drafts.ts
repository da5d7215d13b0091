import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'
import { draftLookBulgarian } from './draft-look.ts'

export const draftsBulgarian: DraftMessages = {
  seen: draftLookBulgarian,
  mark: 'ПРЕГЛЕД',
  handIn: 'Предаване на експорт',
  file: 'Файл със завършвания',
  course: 'Курс',
  run: 'Издание, например 2026-1',
  look: 'Преглед',
  drafts: 'Още не са издадени',
  batches: 'Издадени',
  none: 'Засега няма.',
  dates: 'Ред на датите с цифри',
  asWritten: 'Както са във файла',
  dmy: 'ден, месец, година',
  mdy: 'месец, ден, година',
  ymd: 'година, месец, ден',
  apply: 'Четене по този начин',
  rows: 'Редове',
  outcome: 'Какво се получава',
  count: 'Редове',
  previews: 'Как ще изглеждат удостоверенията',
  discard: 'Изхвърляне',
  day: 'Ден',
  state: 'Състояние',
  issued: 'Издадени',
  left: 'За подписване',
  pause: 'Спиране за малко',
  resume: 'Продължаване',
  undo: 'Връщане назад на всичко',
  release: 'Уведомяване на хората сега',
  result: 'Резултат като таблица (CSV)',
  refresh: 'Опресняване',
  issue: (count) =>
    count === 1 ? 'Издаване на 1 удостоверение' : `Издаване на ${count} удостоверения`,
  undoUntil: (instant) => `Може да се върне назад до ${instant}; дотогава никой не се уведомява.`,
  outcomes: {
    reserved: 'за издаване',
    'already-issued': 'вече издадени',
    'differs-from-issued': 'различни от издаденото',
    'learner-erased': 'изтрити преди',
    'issuer-out-of-scope': 'извън правата на издателя',
    'nothing-earned': 'без постижение',
    rejected: 'пропуснати',
    warning: 'със забележка',
  },
  states: {
    reading: 'чете се',
    failed: 'не успя',
    issuing: 'подписва се',
    paused: 'спрян',
    undoing: 'връща се назад',
    undone: 'върнат назад',
    done: 'готов',
  },
}

export const draftRefusalsBulgarian: DraftRefusals = {
  'draft-not-found': {
    title: 'Няма такава чернова',
    remedy: 'Може да е била изхвърлена; черновите се пазят седем дни. Предайте файла отново.',
  },
  'draft-issued': {
    title: 'Тази чернова вече е издадена',
    remedy: 'Отворете нейния импорт: той показва какво е станало с всеки ред.',
  },
  'draft-differs': {
    title: 'Броят на удостоверенията междувременно се е променил',
    remedy: 'Прегледайте черновата още веднъж и я издайте, ако новият брой е верен.',
  },
  'batch-being-read': {
    title: 'Файлът все още се чете',
    remedy: 'Опитайте отново след малко.',
  },
  'batch-undone': {
    title: 'Този импорт е върнат назад',
    remedy: 'Предайте поправения файл като нова чернова.',
  },
  'undo-over': {
    title: 'Времето, в което този импорт можеше да се върне назад, изтече',
    remedy: 'Учещите може вече да са уведомени. Поправете или отменете грешните удостоверения.',
  },
}
