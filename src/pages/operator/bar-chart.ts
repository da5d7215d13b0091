import { type Html, html } from '../html.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** The value as it is written. */
  readonly told: string
}

// On a narrow screen the picture is drawn at some three quarters, and its letters are still 12 pixels high.
const width = 400
const lineChars = 46
const lineHeight = 20
const barHeight = 14
const gap = 14

/** Parts a text between words into lines of about so many letters. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < lineChars)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/**
 * Horizontal bars, one under the other, each beneath its label and number; the longest fills the width. A picture with a
 * title for whoever does not see it: the table that belongs beneath has the same numbers (WCAG 2.2, 1.1.1, 1.4.11).
 */
export function barChart(id: string, title: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  let top = 0
  const drawn = bars.map(({ label, value, told }) => {
    const lines = linesOf(`${label}: ${told}`)
    const from = top
    const barTop = from + lines.length * lineHeight + 4
    top = barTop + barHeight + gap
    const length = Math.round((value / most) * (width - 2) * 10) / 10
    const texts = lines.map(
      (line, index) => html`<text x="0" y="${from + (index + 1) * lineHeight - 4}">${line}</text>`,
    )
    return html`${texts}<rect class="ground" x="0.5" y="${barTop + 0.5}" width="${width - 1}" height="${barHeight - 1}"/><rect class="bar" x="1" y="${barTop + 1}" width="${length}" height="${barHeight - 2}"/>
`
  })
  return html`<figure class="chart"><svg role="img" aria-labelledby="${id}" viewBox="0 0 ${width} ${top}" xmlns="http://www.w3.org/2000/svg">
<title id="${id}">${title}</title>
${drawn}</svg></figure>
`
}
