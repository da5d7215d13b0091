import type { CertificateMessages } from '../certificate.ts'

export const certificateBulgarian: CertificateMessages = {
  headings: {
    completion: 'Удостоверение за завършване',
    badge: 'Значка за постижение',
    participation: 'Удостоверение за участие',
    eligibility: 'Потвърждение за допустимост',
  },
  intro: 'Удостоверява се, че',
  verbs: {
    completion: 'завърши програмата',
    badge: 'получи значката',
    participation: 'участва в програмата',
    eligibility: 'получи заключението',
  },
  withDistinction: 'с отличие',
  hours: (count) => `${count} ${count === 1 ? 'час' : 'часа'} обучение`,
  score: (percent) => `Краен резултат ${percent} %`,
  eqf: (level) => `Ниво ${level} по ЕКР, посочено от програмата`,
  validUntil: (date) => `Важи до ${date}`,
  priority: (points, of) => `Приоритет: ${points} от ${of} точки`,
  rules: (version) => `Правила ${version}`,
  awardedOn: (date) => `Присъдено на ${date}`,
  decidedOn: (date) => `Решено на ${date}`,
  issuedBy: (name) => `Издател: ${name}`,
  scanToVerify: 'Сканирайте кода или отворете адреса, за да проверите удостоверението',
  qrAlternative: (url) => `QR код, който води към ${url}`,
  emblemAlternative: (label) => `Емблема: ${label}`,
  attachment: 'Подписаното удостоверение Open Badges 3.0',
  illustrative: 'Примерна програма, само за илюстрация',
}
