import { runProgram } from '../../src/commands/program.ts'
import { readConfig } from '../../src/config.ts'

/** Ends what one command has said; no command says it itself. */
export const mark = '\u001e'

/**
 * A program for tests: runs the commands of its one argument, a JSON array, one after another as cli.ts would. Starting
 * Node is most of what a short one costs.
 */
if (process.argv[1] === import.meta.filename)
  for (const args of JSON.parse(process.argv[2] ?? '[]') as string[][]) {
    const code = await runProgram(args, () => readConfig(process.env), '0')
    process.stdout.write(`${code}${mark}`)
    process.stderr.write(mark)
  }
