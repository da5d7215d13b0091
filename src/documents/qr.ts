import QRCode from 'qrcode'
import type { Path, Step } from './vector-path.ts'

/** Modules that must stay white on every side (ISO/IEC 18004 §5.3.8). */
export const quietModules = 4

/** A QR code as one outline in units of one module, without its quiet zone; `size` modules to a side. */
export interface QrCode {
  readonly size: number
  readonly path: Path
}

/** The code for a text, with error correction level M: a sixth of it may be dirty or torn. */
export function drawQr(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const path: Step[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const from = x
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++
      // One rectangle per run of dark modules: separate ones leave hairlines between them on screens.
      path.push(['M', from, y], ['L', x + 1, y], ['L', x + 1, y + 1], ['L', from, y + 1], ['Z'])
    }
  }
  return { size: modules.size, path }
}
