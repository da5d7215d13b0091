import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Request } from 'express'
import { packageFile } from '../package-root.ts'
import type { Frame } from '../pages/layout.ts'
import type { Service } from '../service/service.ts'
import { languageOf } from './language.ts'
import { squeezeCss } from './squeeze-css.ts'

/** The files that pages load, by their name under `/assets/`. */
export const assets = {
  'style.css': Buffer.from(squeezeCss(readFileSync(packageFile('assets', 'style.css'), 'utf8'))),
  'desk.css': Buffer.from(squeezeCss(readFileSync(packageFile('assets', 'desk.css'), 'utf8'))),
  'check.js': readFileSync(packageFile('assets', 'check.js')),
  'desk.js': readFileSync(packageFile('assets', 'desk.js')),
} as const

/** The address of a file that pages load. Its version changes with the content, so that it may be kept for ever. */
export function assetUrl(name: keyof typeof assets): string {
  const version = createHash('sha256').update(assets[name]).digest('base64url').slice(0, 12)
  return `/assets/${name}?v=${version}`
}

const [stylesheet, script] = [assetUrl('style.css'), assetUrl('check.js')]

/** What every page needs to know of the request and the service; the host comes from the settings alone. */
export function frameOf(request: Request, service: Service): Frame {
  return {
    language: languageOf(request),
    path: request.path,
    host: service.publicUrl.host,
    stylesheet,
    script,
    illustrative: service.catalogue.illustrative,
  }
}
