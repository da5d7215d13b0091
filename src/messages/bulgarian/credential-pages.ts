import type { PageMessages } from '../page-messages.ts'

const plural = new Intl.PluralRules('bg')

export const credentialPagesBulgarian: Pick<PageMessages, 'credential' | 'achievement' | 'skill'> =
  {
    credential: {
      pageTitle: (achievement) => `Проверка на удостоверение: ${achievement}`,
      earned: 'получи',
      issuedBy: 'Издател',
      awardedOn: 'Присъдено на',
      until: 'Важи до',
      howWeKnow: 'Откъде знаем това',
      issuerKnown: (domain) =>
        `Ключът за подписване е публикуван на ${domain}, а издателят е в нашия списък на познатите издатели.`,
      issuerUnknown: (domain) =>
        `Ключът за подписване е публикуван на ${domain}. Издателят не е в нашия списък на познатите издатели.`,
      withheld:
        'Съдържанието не се показва, докато подписът му не е потвърден. Опитайте отново по-късно или проверете самия файл.',
      about: 'Какво удостоверява',
      criteria: 'Какво се изискваше',
      skills: 'Умения',
      results: 'Резултати',
      resultNames: {
        Percent: 'Краен резултат',
        'ext:StudyHours': 'Часове обучение',
        'ext:Distinction': 'Отличие',
        'ext:RuleVersion': 'Версия на правилата за прием',
        'ext:DecisionReason': 'Как е решено',
        'ext:PriorityPoints': 'Приоритет',
      },
      downloads: 'Файлове',
      formats: {
        pdf: { label: 'PDF', use: 'за печат или за кандидатстване' },
        png: {
          label: 'Значка PNG',
          use: 'за уебсайт или профил; съдържа подписаното удостоверение',
        },
        svg: { label: 'Значка SVG', use: 'същата, ясна при всеки размер' },
        json: { label: 'JSON', use: 'подписаният оригинал, за портфейли и услуги за проверка' },
        jwt: { label: 'JWT', use: 'същите данни като подписан текст, за програми' },
      },
      share: 'Споделяне',
      shareNote:
        'Всеки, който има връзката, може да види тази страница. Търсачките са помолени да не я показват.',
      addToProfile: 'Добавяне към профила в LinkedIn',
      sharePost: 'Споделяне в LinkedIn',
      revokedOn: (date) => `Отменено на ${date}`,
      revokedNote: 'Не важи и копие, отпечатано или запазено по-рано.',
      reason: 'Причина',
      scan: 'Проверете тази страница на адрес',
      qrAlternative: (url) => `QR код, който води към ${url}`,
      badgeAlternative: (name) => `Значка: ${name}`,
      eligibility: {
        found: 'получи заключението',
        decidedOn: 'Решено на',
        priority: (points, of) => `${points} от ${of} точки`,
        lost: {
          title: 'Основанието отпадна',
          meaning:
            'Подписано е от издателя, но удостоверение, на което се основава, е отменено междувременно.',
          advice: 'Не записвайте никого въз основа на него. Поискайте ново решение.',
        },
        restsOn: 'На какво се основава',
        restsOnNothing: 'Не се основава на удостоверение: служител разгледа и прие кандидата.',
        states: {
          standing: 'Не е отменено.',
          gone: 'Отменено е от издателя си.',
          unclear: 'Не можа да се установи дали още важи.',
        },
        // A day in Bulgarian ends with a point of its own, so it does not stand at the end of a sentence.
        lookedAt: (day) => `На ${day} е направена последната проверка.`,
      },
    },
    achievement: {
      listTitle: 'Постижения',
      listLead: 'Какво може да се постигне, какво се изисква и какво удостоверява.',
      about: 'Какво удостоверява',
      criteria: 'Какво се изисква',
      skills: 'Умения',
      profiles: 'Професионални профили, към които води',
      labels: {
        hours: 'Време за обучение',
        eqf: 'Ниво',
        version: 'Версия',
        id: 'Идентификатор',
      },
      otherLanguages: 'На други езици',
      aboutSpecialization: 'За специализацията и кой може да се запише',
      hours: (count) => `${count} ${plural.select(count) === 'one' ? 'час' : 'часа'}`,
      eqf: (level) =>
        `Ниво ${level} по Европейската квалификационна рамка (ЕКР), посочено от програмата`,
    },
    skill: {
      kind: 'Умение',
      area: 'Тематична област',
      framework: 'Европейска рамка',
      level: 'Ниво',
      levelOf: (level) => `${level} от 8`,
      profiles: 'Професионални профили, към които спада',
      includedIn: 'Постижения, които го включват',
      notIncluded: 'Още няма.',
    },
  }
