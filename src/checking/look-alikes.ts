// Small letters and figures that print (nearly) alike, after case folding: Cyrillic and Greek ones, and what stands
// for a letter in figures. Not all of Unicode's confusables: an unknown issuer is never shown as known anyway.
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['аa', 'вb', 'сc', 'ԁd', 'еe', 'һh', 'іi', 'јj', 'кk', 'мm', 'нh', 'оo', 'рp', 'ԛq', 'ѕs'],
    ...['тt', 'уy', 'ѵv', 'ԝw', 'хx', 'αa', 'βb', 'εe', 'ηh', 'ιi', 'κk', 'μm', 'νv', 'οo', 'ρp'],
    ...['τt', 'υy', 'χx', 'ζz', 'γy', 'ıi', 'ӏi', 'li', '1i', '|i', '0o'],
  ].map((pair) => [...pair]),
)

/**
 * A name as a reader sees it: letters and figures alone, without marks, case, spacing or anything invisible, and with
 * letters that look alike taken for the same.
 */
export const foldLookAlikes = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .replace(/./gu, (letter) => lookAlikes[letter] ?? letter)
