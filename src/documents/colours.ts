/** Red, green and blue from 0 to 1, from `#rrggbb`. */
export function channels(colour: string): readonly [number, number, number] {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!digits) throw new TypeError(`Not a colour of the form #rrggbb: ${colour}`)
  const channel = (index: number) => Number.parseInt(digits[index] ?? '0', 16) / 255
  return [channel(1), channel(2), channel(3)]
}

/** `share` of `over` laid on `under`, as one opaque colour: PDF/A files stay free of transparency. */
export function blend(over: string, under: string, share: number): string {
  const below = channels(under)
  const mixed = channels(over).map(
    (value, index) => value * share + (below[index] ?? 0) * (1 - share),
  )
  return `#${mixed
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Relative luminance of WCAG 2.2, 0 for black to 1 for white. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The first colour that is readable as text on white (WCAG 2.2 §1.4.3: 4.5 to 1), else near black. */
export function readableOnWhite(...candidates: readonly string[]): string {
  return candidates.find((colour) => contrast(colour, '#ffffff') >= 4.5) ?? '#1d2433'
}
