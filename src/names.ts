/** What all spellings of one name share, whatever their composition, case and spacing; it is never transliterated. */
export const foldName = (name: string): string =>
  // By way of capitals, as full case folding has it: ß is ss, and a final sigma is a sigma.
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim()
