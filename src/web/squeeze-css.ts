/**
 * A style sheet without what only its writers need: comments and the spaces that mean nothing. It is a third of what every
 * page weighs on a telephone. Takes sheets whose strings hold none of `{};:,>`, no figures and no two spaces, as ours do.
 */
export function squeezeCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/(?<=[\w-]): /g, ':')
    .replaceAll(' > ', '>')
    .replace(/(?<![\w.-])0(?=\.\d)/g, '')
    .replaceAll(';}', '}')
    .trim()
}
