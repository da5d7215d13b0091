import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Site } from './site.ts'

/** When to kill: so long after the start, or after the ledger is first written to, or once so many lines are told. */
export type KillPlan =
  | { readonly kind: 'never' }
  | { readonly kind: 'time'; readonly afterMs: number }
  | { readonly kind: 'write'; readonly afterMs: number }
  | { readonly kind: 'line'; readonly nth: number }

export interface Ended {
  /** Whole lines of standard output: what the process has told, and so answers for. */
  readonly lines: readonly string[]
  readonly complaints: string
  readonly wasKilled: boolean
  readonly exitCode: number | null
  readonly tookMs: number
}

/** A process of ours that may be killed at any moment, by its own id and with no chance to tidy up. */
export interface Victim {
  readonly lines: readonly string[]
  /** Resolves with the first line that it tells, or with `undefined` when it ends without. */
  readonly firstLine: Promise<string | undefined>
  readonly ended: Promise<Ended>
  kill(): void
}

const scripts = {
  cli: '../src/cli.js',
  server: './loopback-server.js',
  soaked: './soak-server.js',
} as const

const pollMs = 1

/** Calls once, so long after the ledger has first been written to; gives back how to call it off. */
function afterWrite(site: Site, afterMs: number, act: () => void): () => void {
  const log = join(site.dataDir, 'colophon.sqlite-wal')
  const size = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const before = size()
  let timer: NodeJS.Timeout | undefined
  const poll = setInterval(() => {
    if (size() === before) return
    clearInterval(poll)
    timer = setTimeout(act, afterMs)
  }, pollMs)
  return () => {
    clearInterval(poll)
    clearTimeout(timer)
  }
}

function schedule(site: Site, plan: KillPlan, kill: () => void): () => void {
  if (plan.kind === 'write') return afterWrite(site, plan.afterMs, kill)
  const timer = plan.kind === 'time' ? setTimeout(kill, plan.afterMs) : undefined
  return () => clearTimeout(timer)
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n')
    // A last line without its end was cut off by the kill: nobody was told it.
    rest = parts.pop() ?? ''
    for (const line of parts) onLine(line)
  })
}

export function start(
  site: Site,
  script: keyof typeof scripts,
  args: readonly string[],
  plan: KillPlan = { kind: 'never' },
): Victim {
  const from = performance.now()
  const file = fileURLToPath(new URL(scripts[script], import.meta.url))
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...site.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => {
    child.kill('SIGKILL')
  }
  const callOff = schedule(site, plan, kill)
  const lines: string[] = []
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  let tellFirst: (line: string | undefined) => void = () => undefined
  const firstLine = new Promise<string | undefined>((resolve) => {
    tellFirst = resolve
  })
  readLines(child, (line) => {
    lines.push(line)
    tellFirst(line)
    if (plan.kind === 'line' && lines.length === plan.nth) kill()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => {
      callOff()
      tellFirst(undefined)
      const tookMs = performance.now() - from
      resolve({ lines, complaints, wasKilled: signal === 'SIGKILL', exitCode, tookMs })
    })
  })
  return { lines, firstLine, ended, kill }
}

/** Runs a command to its end. @throws Error when it does not end well. */
export async function finish(site: Site, args: readonly string[]): Promise<readonly string[]> {
  const { lines, exitCode, complaints } = await start(site, 'cli', args).ended
  if (exitCode !== 0) throw new Error(`${args[0]} ended with ${exitCode}: ${complaints}`)
  return lines
}
