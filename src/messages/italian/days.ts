/** Whether a day begins with a number that is spoken with a vowel, "otto" or "undici": the article is elided before it. */
const beginsWithVowel = (day: string) => /^(?:8|11)(?!\d)/.test(day)

const before = (article: string, elided: string) => (day: string) =>
  beginsWithVowel(day) ? `${elided}’${day}` : `${article} ${day}`

/** "il 7 novembre", "l’8 novembre" */
export const onDay = before('il', 'l')

/** "del 7 novembre", "dell’8 novembre" */
export const ofDay = before('del', 'dell')

/** "dal 7 novembre", "dall’8 novembre" */
export const fromDay = before('dal', 'dall')

/** "al 7 novembre", "all’8 novembre" */
export const toDay = before('al', 'all')
