import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@jest/globals'

/** Programs that judge our files, with the Debian package that brings them. */
const debianPackage = {
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
  openssl: 'openssl',
} as const

type Tool = keyof typeof debianPackage

function isInstalled(tool: Tool): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A test that needs these programs; without them it is skipped with the reason, but fails where CI must have them. */
export function testWith(tools: readonly Tool[], name: string, body: () => Promise<void> | void) {
  const missing = tools.filter((tool) => !isInstalled(tool))
  if (missing.length === 0) return test(name, body)
  const packages = [...new Set(missing.map((tool) => debianPackage[tool]))].join(' ')
  const reason = `needs ${missing.join(', ')}: apt-get install ${packages}`
  if (process.env.CI === 'true') {
    return test(name, () => {
      throw new Error(reason)
    })
  }
  return test.skip(`${name} (${reason})`, body)
}

export const run = (tool: Tool, ...args: readonly string[]): Buffer =>
  execFileSync(tool, args, { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })

const folder = mkdtempSync(join(tmpdir(), 'colophon-documents-'))
let count = 0

/** Path of a new file with these contents. */
export function fileOf(bytes: Uint8Array, extension: string): string {
  const path = join(folder, `${count++}.${extension}`)
  writeFileSync(path, bytes)
  return path
}

export const newPath = (extension: string): string => join(folder, `${count++}.${extension}`)

export interface GreyImage {
  readonly width: number
  readonly height: number
  /** One byte per pixel, 0 for black. */
  readonly pixels: Uint8Array
}

/** The first page in grey. */
export function rasterise(pdf: Uint8Array, dpi: number): GreyImage {
  const pgm = run('pdftoppm', '-gray', '-r', String(dpi), fileOf(pdf, 'pdf'))
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'))
  if (!header) throw new Error('pdftoppm wrote no PGM')
  const [all, width, height] = header
  return { width: Number(width), height: Number(height), pixels: pgm.subarray(all.length) }
}
