import type { SafetyMessages, SafetyRefusals } from '../safety-messages.ts'

export const safetyBulgarian: SafetyMessages = {
  keyUnsafe:
    'Ключът, с който е подписано, вече не е сигурен, затова на написаното в този файл не може да се разчита. Издателят го е подписал отново с друг ключ.',
  signedAnewOn: (day) => `Подписано отново на ${day}`,
  signedAnewNote:
    'Удостовереното е същото; издателят го е подписал с нов ключ. Файл, запазен преди този ден, вече не важи: изтеглете го отново.',
  copyRevoked: (day) =>
    `Копието във вашия портфейл е отменено на ${day}. Самото удостоверение важи: добавете го отново в портфейла и изтрийте там старото.`,
}

export const safetyRefusalsBulgarian: SafetyRefusals = {
  'key-in-use': {
    title: 'Този ключ все още подписва',
    remedy:
      'Първо го извадете от употреба: colophon keys retire, с --compromised, ако е откраднат.',
  },
  'ledger-rolled-back': {
    title: 'Базата данни е по-стара от публикуваното',
    remedy:
      'Администраторът трябва да постави най-новото копие или съзнателно да приеме загубата с colophon restore.',
  },
  'ledger-there': {
    title: 'Вече има база данни',
    remedy: 'Администраторът трябва да я премести или да посочи --replace.',
  },
  'backup-unusable': {
    title: 'Това резервно копие не може да се използва',
    remedy: 'Администраторът трябва да вземе друго и да провери паролата.',
  },
}
