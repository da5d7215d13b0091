import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsBulgarian: DraftMessages = {
  mark: 'ПРЕГЛЕД',
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
