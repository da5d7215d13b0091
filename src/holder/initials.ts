const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

const most = 5

/**
 * The first letter of each word of a name, as "M. P.": all that is shown where a learner keeps the name back. What is no
 * letter is left out; nothing at all where a name has none.
 */
export function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(/[\s\p{Pd}]+/u)
    .flatMap((word) => {
      const found = /[\p{L}\p{M}]+/u.exec(word)?.[0] ?? ''
      const [first] = letters.segment(found)
      return first ? [`${first.segment.toUpperCase()}.`] : []
    })
    .slice(0, most)
    .join(' ')
}
