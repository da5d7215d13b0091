/** A text for comparison: lower case, no accents, entities decoded, punctuation and spaces folded. */
export function plainText(text: string): string {
  return text
    .replace(/&(amp|quot|lt|gt|nbsp|#0?39);/g, (_, name: string) => entities[name] ?? ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>' }
