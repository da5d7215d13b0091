import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { packageFile } from '../../src/package-root.ts'

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

function collect(child: ChildProcessWithoutNullStreams, input: string | Uint8Array = '') {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  // A command may end without having read its input.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}

/** Runs a compiled program to its end. */
export const run = (script: string, args: readonly string[], options: RunOptions = {}) =>
  collect(start(script, args, options), options.input)

/** `colophon …` */
export const colophon = (args: readonly string[], options: RunOptions = {}) =>
  run('cli.js', args, options)

const mark = '\u001e'

/** Runs one command after another as cli.ts does, in one process: starting Node is most of what a short one costs. */
const inTurn = `
const [program, config] = JSON.parse(process.argv[1])
const { runProgram } = await import(program)
const { readConfig } = await import(config)
for (const args of JSON.parse(process.argv[2])) {
  const code = await runProgram(args, () => readConfig(process.env), '0')
  process.stdout.write(code + '${mark}')
  process.stderr.write('${mark}')
}`

/** What several commands, none of which reads standard input, came to one after another. */
export async function colophonInTurn(
  commands: readonly (readonly string[])[],
  { env = {}, cwd }: RunOptions = {},
): Promise<Ran[]> {
  const modules = [['commands', 'program.js'], ['config.js']].map(
    (parts) => pathToFileURL(packageFile('dist', 'src', ...parts)).href,
  )
  const words = [JSON.stringify(modules), JSON.stringify(commands)]
  const child = spawn(process.execPath, ['--input-type=module', '-e', inTurn, ...words], {
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
