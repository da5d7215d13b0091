import type { OperatorMessages } from '../operator-messages.ts'
import { catalogueBulgarian } from './catalogue.ts'
import { manyBulgarian } from './many.ts'
import { accountsBulgarian, auditBulgarian, tokensBulgarian } from './operator-accounts.ts'
import { safetyDeskBulgarian } from './safety-desk.ts'
import { statisticsBulgarian } from './statistics.ts'

export const operatorBulgarian: OperatorMessages = {
  title: 'Портал за администратори',
  signOut: 'Изход',
  forOperators: 'Портал за администратори',
  signedInAs: (name, role) => `Влезли сте като ${name} (${role})`,
  places: {
    imports: {
      name: 'Внасяне',
      hint: 'Вижте какво би издал един файл, издайте го, следете го, върнете го.',
    },
    find: { name: 'Търсене', hint: 'Човек или удостоверение по име, адрес, курс или дата.' },
    acts: {
      name: 'Наведнъж',
      hint: 'Анулиране, замяна или ново писмо за много хора, след като ги видите.',
    },
    corrections: {
      name: 'Поправки',
      hint: 'Грешките, за които съобщават учещите: приемете или откажете.',
    },
    statistics: { name: 'Числа', hint: 'От записаните до завършилите, писма, проверки.' },
    catalogue: {
      name: 'Каталог',
      hint: 'Какво може да се получи, как изглежда, коя версия е в сила.',
    },
    issuers: {
      name: 'Издатели',
      hint: 'Партньорите, ключовете им, какво може да издава всеки и докога.',
    },
    connections: {
      name: 'Връзки',
      hint: 'Платформи за курсове, които сами съобщават за завършилите.',
    },
    webhooks: {
      name: 'Уведомления',
      hint: 'Системи, на които се съобщава какво е издадено, анулирано или взето.',
    },
    accounts: { name: 'Профили', hint: 'Кой може да влиза тук и какво може да прави.' },
    tokens: { name: 'Токени', hint: 'Ключове за програми, които ползват API.' },
    audit: { name: 'Дневник', hint: 'Кой какво е направил и кога.' },
    safety: {
      name: 'Сигурност',
      hint: 'Резервни копия, контролни точки, ключове за подпис, срокове за данните.',
    },
  },
  roles: {
    admin: 'администратор',
    issuer: 'издаващ',
    reviewer: 'преглеждащ',
    provider: 'доставчик на обучение',
  },
  roleHints: {
    admin: 'може всичко',
    issuer: 'внася, издава, поправя и анулира в своите курсове',
    reviewer:
      'вижда своите курсове, решава за поправките и одобрява големите действия; не започва нищо',
    provider: 'решава за кандидати в портала за доставчици',
  },
  home: {
    lead: 'Какво искате да направите?',
    toProvider: 'Към портала за доставчици',
  },
  signIn: {
    title: 'Вход в портала за администратори',
    lead: 'За хората, които водят курсове: внасяне на резултати, издаване, поправяне, анулиране и кой какво е направил.',
    login: 'Име или имейл адрес',
    password: 'Парола',
    submit: 'Вход',
    by: (organisation) => `Вход чрез ${organisation}`,
    withToken: 'Вход с токен',
    token: 'Токен за достъп',
    privacy:
      'Оставате в портала до 8 часа без действие и най-много 12 часа общо, чрез една бисквитка на този сайт.',
    problems: {
      unauthorised: {
        title: 'Входът не успя',
        remedy:
          'Прегледайте отново името и паролата. Ако сте забравили своята, администратор може да зададе друга.',
      },
      forbidden: {
        title: 'Тук няма профил за вас',
        remedy: 'Помолете администратор на услугата да създаде такъв с вашия имейл адрес.',
      },
      ended: {
        title: 'Моля, влезте',
        remedy: 'Не сте влезли или влизането е изтекло. Нищо запазено не е загубено.',
      },
      'not-done': {
        title: 'Моля, влезте',
        remedy:
          'Влизането ви е изтекло, затова това не беше направено, а написаното не е запазено. Нищо запазено не е загубено: влезте и го направете отново.',
      },
    },
    goOn: 'Влязохте. Продължете към портала.',
  },
  accounts: accountsBulgarian,
  tokens: tokensBulgarian,
  audit: auditBulgarian,
  many: manyBulgarian,
  catalogue: catalogueBulgarian,
  statistics: statisticsBulgarian,
  safety: safetyDeskBulgarian,
}
