import type { Letter } from './letter.ts'

const lineLength = 72

/** Words on lines that every program shows whole; an address is never broken. */
function wrapped(text: string, indent = '', first = indent): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    const isFull = line !== '' && `${indent}${line} ${word}`.length > lineLength
    if (isFull) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n')
}

// First-strong isolate and its end: letters of the other direction do not turn the sentence around.
const isolated = (name: string) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name)
    ? `\u2068${name}\u2069`
    : name

/** A letter as plain text, complete in itself. */
export function letterText(letter: Letter): string {
  const [before, after] = letter.greeting
  const items = letter.items.map(({ title, url }) =>
    [wrapped(title, '  ', '* '), wrapped(letter.publicPage, '  '), `  ${url}`].join('\n'),
  )
  const parts = [
    `${before}${isolated(letter.name)}${after}`,
    wrapped(letter.lead),
    ...items,
    ...(letter.afterItems === null ? [] : [wrapped(letter.afterItems)]),
    `${wrapped(`${letter.button}:`)}\n${letter.claimUrl}`,
    wrapped(letter.whatThere),
    wrapped(letter.holds),
    // Programs fold away what stands behind this line.
    `-- \n${letter.foot.map((text) => wrapped(text)).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}
