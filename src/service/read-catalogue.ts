import { readFileSync } from 'node:fs'
import { Refusal } from '../errors.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import { parseCatalogue } from '../learning/parse-catalogue.ts'

/** The catalogue in a file. @throws Refusal `settings-invalid` for no such file, `catalogue-invalid` for its mistakes. */
export function readCatalogue(file: string): Catalogue {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Refusal('settings-invalid', `CATALOGUE names ${file}, which cannot be read`, {
      cause,
    })
  }
  try {
    return parseCatalogue(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal('catalogue-invalid', `${file} is not JSON`, { cause })
  }
}
