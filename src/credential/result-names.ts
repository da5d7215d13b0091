import type { Localised } from '../language.ts'
import type { AwardResult } from '../learning/awards.ts'

/** What each kind of result is called in the credential itself, whose reader may have nothing else to go by. */
export const resultNames: Readonly<Record<AwardResult['kind'], Localised>> = {
  score: {
    en: 'Final score',
    it: 'Punteggio finale',
    el: 'Τελική βαθμολογία',
    bg: 'Краен резултат',
    lv: 'Gala rezultāts',
  },
  hours: {
    en: 'Hours of study',
    it: 'Ore di studio',
    el: 'Ώρες μελέτης',
    bg: 'Часове обучение',
    lv: 'Mācību stundas',
  },
  distinction: {
    en: 'Distinction',
    it: 'Merito',
    el: 'Διάκριση',
    bg: 'Отличие',
    lv: 'Izcilība',
  },
  rules: {
    en: 'Version of the admission rules',
    it: 'Versione delle regole di ammissione',
    el: 'Έκδοση των κανόνων εισαγωγής',
    bg: 'Версия на правилата за прием',
    lv: 'Uzņemšanas noteikumu versija',
  },
  decision: {
    en: 'How it was decided',
    it: 'Come si è deciso',
    el: 'Πώς αποφασίστηκε',
    bg: 'Как е решено',
    lv: 'Kā pieņemts lēmums',
  },
  priority: {
    en: 'Priority points',
    it: 'Punti di priorità',
    el: 'Μονάδες προτεραιότητας',
    bg: 'Точки за приоритет',
    lv: 'Prioritātes punkti',
  },
}
