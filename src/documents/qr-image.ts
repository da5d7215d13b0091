import { drawQr, quietModules } from './qr.ts'
import { svgPath } from './vector-path.ts'

/** The QR code of an address as an SVG `data:` URL with its quiet zone, for a page that may load nothing from afar. */
export function qrDataUrl(text: string): string {
  const { size, path } = drawQr(text)
  const box = `${-quietModules} ${-quietModules} ${size + 2 * quietModules} ${size + 2 * quietModules}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><rect x="${-quietModules}" y="${-quietModules}" width="100%" height="100%" fill="#fff"/><path d="${svgPath(path)}"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
