import { writeSync } from 'node:fs'

/** Where a command's words go: results to standard output, progress and complaints to standard error. */
export interface Output {
  readonly isJson: boolean
  line(text: string): void
  /** The result: as JSON where `--json` was asked for, else as the given lines. */
  result(value: object, lines: readonly string[]): void
  /** A bar on a terminal; elsewhere a plain line now and then. */
  progress(done: number, total: number, what?: string): void
  note(text: string): void
}

const barWidth = 30
const plainEveryMs = 2_000

// Written synchronously: output to a pipe must be there before the process ends.
const say = (handle: 1 | 2, text: string) => {
  try {
    writeSync(handle, text)
  } catch (thrown) {
    // A reader that has left (`| head`) is no fault; a full pipe is tried once more.
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EAGAIN') writeSync(handle, text)
    else if (code !== 'EPIPE') throw thrown
  }
}

// DEL, the second set of controls, and what turns or hides letters; the first set JSON.stringify escapes by itself.
const invisible = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g

/** JSON for a terminal as well: what people typed may hold orders to it, which are spelt out here, and mean the same. */
export const safeJson = (value: object): string =>
  JSON.stringify(value, null, 2).replace(
    invisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export function openOutput(isJson: boolean): Output {
  const isTerminal = Boolean(process.stderr.isTTY)
  let lastAt = 0
  return {
    isJson,
    line: (text) => say(1, `${text}\n`),
    result(value, lines) {
      say(1, isJson ? `${safeJson(value)}\n` : lines.map((text) => `${text}\n`).join(''))
    },
    progress(done, total, what = 'signed') {
      if (isTerminal) {
        const filled = Math.round((barWidth * done) / Math.max(1, total))
        const bar = '#'.repeat(filled) + '.'.repeat(barWidth - filled)
        return say(2, `\r[${bar}] ${done} of ${total} ${what}${done === total ? '\n' : ''}`)
      }
      if (Date.now() - lastAt < plainEveryMs && done !== total) return
      lastAt = Date.now()
      say(2, `${done} of ${total} ${what}\n`)
    },
    note: (text) => say(2, `${text}\n`),
  }
}
