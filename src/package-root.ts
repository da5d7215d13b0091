import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whether the code runs from `src` or from `dist/src`. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  return findRoot(dirname(from))
}

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

/** Absolute path of a file that ships beside the code: fonts, style sheet, contexts, the sample catalogue. */
export const packageFile = (...parts: string[]): string => join(packageRoot, ...parts)
