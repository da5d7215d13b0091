import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { packageFile } from '../../src/package-root.ts'
import { mark } from './in-turn.ts'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string | Uint8Array
}

/** Starts a compiled program in an environment that holds nothing but what is given. */
export const start = (script: string, args: readonly string[], { env = {}, cwd }: RunOptions) =>
  spawn(process.execPath, [packageFile('dist', 'src', script), ...args], {
    env: { PATH: process.env.PATH, ...env },
    ...(cwd ? { cwd } : {}),
  })

const patienceMs = 40_000

function collect(child: ChildProcessWithoutNullStreams, input: string | Uint8Array = '') {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  // A command may end without having read its input.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  // A program that should have ended and did not must fail its test, not outlive it.
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(impatience)
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
  })
}

/** Runs a compiled program to its end. */
export const run = (script: string, args: readonly string[], options: RunOptions = {}) =>
  collect(start(script, args, options), options.input)

/** `colophon …` */
export const colophon = (args: readonly string[], options: RunOptions = {}) =>
  run('cli.js', args, options)

/** What several commands, none of which reads standard input, came to one after another. */
export async function colophonInTurn(
  commands: readonly (readonly string[])[],
  { env = {}, cwd }: RunOptions = {},
): Promise<Ran[]> {
  const script = packageFile('dist', 'test', 'support', 'in-turn.js')
  const child = spawn(process.execPath, [script, JSON.stringify(commands)], {
    env: { PATH: process.env.PATH, ...env },
    ...(cwd ? { cwd } : {}),
  })
  const { out, err, code } = await collect(child)
  const [outs, errs] = [out.split(mark), err.split(mark)]
  if (code !== 0 || outs.length !== commands.length + 1) throw new Error(`${code}: ${err}`)
  return commands.map((_, index) => {
    const told = outs[index] ?? ''
    const digits = /\d+$/.exec(told)?.[0] ?? ''
    return {
      code: Number(digits),
      out: told.slice(0, told.length - digits.length),
      err: errs[index] ?? '',
    }
  })
}
