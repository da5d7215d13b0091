import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsBulgarian: ImportRefusals = {
  'columns-invalid': {
    title: 'Посочените колони не съответстват на файла',
    remedy:
      'Използвайте заглавията точно както стоят на първия ред или мястото на колоната, например #3. В подробностите е посочена всяка грешка.',
  },
  'profiles-unreadable': {
    title: 'Списъкът с профили не може да се използва',
    remedy:
      'Подайте справката с профилите на обучаемите от същия курс: нужни са колоната name и една от id, username и email.',
  },
}

export const importComplaintsBulgarian: ImportComplaints = {
  'completed-unreadable':
    'Не е ясно дали това е завършено. Напишете да, не, дата или резултат, или изключете колоната.',
  'not-a-learner':
    'Този ред е пробният потребител на платформата. Пропуснат е; не е нужно да правите нищо.',
  'profiles-needed':
    'Тази справка не съдържа имена. Подайте заедно с нея справката с профилите на обучаемите или посочете колоната с имената.',
}
