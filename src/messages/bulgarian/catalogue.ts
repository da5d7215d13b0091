import type { CatalogueMessages } from '../catalogue-messages.ts'

export const catalogueBulgarian: CatalogueMessages = {
  lead: 'Какво може да се получи, както е в сила сега. Издаденото пази думите, които са били подписани, каквото и да дойде после.',
  inForce: 'В сила',
  version: (version, day) => `Версия ${version}, от ${day}`,
  table: 'Постижения в каталога',
  columns: {
    achievement: 'Постижение',
    kind: 'Получава се с',
    version: 'Версия',
    issued: 'Издадени',
  },
  asCertificate: 'Като сертификат',
  asBadge: 'Като значка',
  certificateOf: (achievement) => `Сертификат за ${achievement} с измислено име`,
  badgeOf: (achievement) => `Значка за ${achievement}`,
  sampleMark: 'ОБРАЗЕЦ',
  publicPage: 'Публичната му страница',
  changes: 'Версии',
  versions: 'Каталози, които са били в сила, най-новите първи',
  takeAway: 'Изтегляне',
  check: 'Проверка на друг каталог',
  checkHint:
    'Нищо не се променя: виждате какво не е наред, какво се различава от действащия и какво значи това за издаденото.',
  file: 'Каталог, файл JSON',
  howToUse:
    'За да влезе в сила, запазете го там, където сочи CATALOGUE, и пуснете услугата отново.',
  complaints: 'Какво трябва първо да се поправи',
  none: 'В него няма грешки.',
  same: 'За всяко постижение казва същото като действащия.',
  differences: 'Какво се различава',
  differencesTable: 'Постижения, които се различават',
  differenceColumns: {
    achievement: 'Постижение',
    change: 'Промяна',
    members: 'Какво',
    issued: 'Издадени',
    judgement: 'Оценка',
  },
  kinds: { added: 'ново', removed: 'липсва', changed: 'променено' },
  judgements: {
    breaks: 'вреди на издаденото: запазете id и смисъла или направете ново постижение',
    'same-version': 'променено със същата версия: дайте му друга',
    fine: 'добре',
  },
  untranslated: (count) =>
    count === 1
      ? 'Липсва един превод; на негово място е английският текст.'
      : `Липсват ${count} превода; на тяхно място е английският текст.`,
}
