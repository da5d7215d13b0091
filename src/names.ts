/** What all spellings of one name share, whatever their composition, case and spacing; it is never transliterated. */
export const foldName = (name: string): string =>
  // By way of capitals, as full case folding has it: ß is ss, and a final sigma is a sigma.
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim()

// Letters with a stroke and the like, which no decomposition takes apart.
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
}

/**
 * The words by which a name is looked for: case and accents folded, each once, in the script it is written in; never
 * transliterated. Greek without tonos, Latvian without garumzīmes. Marks of other scripts than Latin, Greek and Cyrillic
 * are letters there, and stay.
 */
export function searchWords(text: string): readonly string[] {
  const folded = text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .replace(/[æœøđðħłŧþς]/gu, (letter) => plainLetters[letter] ?? letter)
  return [...new Set(folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))]
}
