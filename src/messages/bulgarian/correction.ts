import type { CorrectionMessages } from '../correction-messages.ts'

export const correctionBulgarian: CorrectionMessages = {
  replacedOn: (day) => `Заменено на ${day}`,
  changed: (facts) => `Причина: поправено е следното: ${facts}.`,
  facts: {
    recipient: 'името',
    title: 'заглавието',
    results: 'резултатите',
    awardedDate: 'датата на присъждане',
    validUntil: 'крайната дата',
  },
  changedNothingShown:
    'Причина: издателят го е публикувал отново; това, което удостоверява, не се е променило.',
  openNewer: 'Вижте версията, която важи',
  newerAt: 'Версията, която важи, е на адрес',
  correctedOn: (day) => `Поправено на ${day}`,
  correctedNote:
    'Това е версията, която важи. Копие, отпечатано или запазено преди този ден, вече не важи.',
}
