import { drawQr, type QrCode, quietModules } from './qr.ts'

/** The runs of dark modules as strokes, each told from the end of the one before: a third of what outlines take. */
function strokes({ path }: QrCode): string {
  let text = ''
  let [endX, endY] = [0, -1]
  for (const [at, step] of path.entries()) {
    const corner = path[at + 1]
    if (step[0] !== 'M' || corner?.[0] !== 'L') continue
    const [, x, y] = step
    text += y === endY ? `m${x - endX} 0` : `M${x} ${y + 0.5}`
    text += `h${corner[1] - x}`
    ;[endX, endY] = [corner[1], y]
  }
  return text
}

/** The QR code of an address as an SVG `data:` URL with its quiet zone, for a page that may load nothing from afar. */
export function qrDataUrl(text: string): string {
  const code = drawQr(text)
  const side = code.size + 2 * quietModules
  const box = `${-quietModules} ${-quietModules} ${side} ${side}`
  const ground = `<rect x="${-quietModules}" y="${-quietModules}" width="100%" height="100%" fill="#fff"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges">${ground}<path stroke="#000" d="${strokes(code)}"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
