import type { Logger } from 'pino'
import type { RequestLine } from './observe.ts'

const summaryMs = 10_000

const isShed = (status: RequestLine['status']) => status === 429 || status === 503

/**
 * Writes a line per request at level `info`, of probes at `debug`. Those turned away for lack of room are one line in
 * ten seconds, with how many of each class: a flood must not become a flood of lines.
 */
export function requestLog(log: Logger): (line: RequestLine) => void {
  const shed = new Map<string, number>()
  const tellShed = () => {
    log.warn({ turnedAway: Object.fromEntries(shed) }, 'busy')
    shed.clear()
  }
  return (line) => {
    if (!isShed(line.status)) {
      if (line.class === 'probe') log.debug(line, 'request')
      else log.info(line, 'request')
      return
    }
    if (shed.size === 0) setTimeout(tellShed, summaryMs).unref()
    const key = `${line.class} ${line.code ?? line.status}`
    shed.set(key, (shed.get(key) ?? 0) + 1)
  }
}

/** A fault for the log: what it is and where in the code, without what a parser may quote of its input. */
export function faultText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const stack = thrown.stack ?? `${thrown.name}: ${thrown.message}`
  // "Unexpected token … in "{"name":"Maria…": a parser repeats what it was given.
  return thrown instanceof SyntaxError ? stack.replace(thrown.message, '(a parser)') : stack
}
