import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Request } from 'express'
import { packageFile } from '../package-root.ts'
import type { Frame } from '../pages/layout.ts'
import type { Service } from '../service/service.ts'
import { languageOf } from './language.ts'

export const stylesheet = readFileSync(packageFile('assets', 'style.css'))

// The version changes with the content, so that the file may be kept for ever.
const version = createHash('sha256').update(stylesheet).digest('base64url').slice(0, 12)

/** What every page needs to know of the request and the service; the host comes from the settings alone. */
export function frameOf(request: Request, service: Service): Frame {
  return {
    language: languageOf(request),
    path: request.path,
    host: service.publicUrl.host,
    stylesheet: `/assets/style.css?v=${version}`,
    illustrative: service.catalogue.illustrative,
  }
}
