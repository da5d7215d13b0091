import { readConfig } from './config.ts'
import { Refusal } from './errors.ts'
import { serve } from './web/serve.ts'

try {
  await serve(readConfig(process.env))
} catch (thrown) {
  if (!(thrown instanceof Refusal)) throw thrown
  const details = thrown.details.map(({ at, message }) => `  ${at}: ${message}\n`)
  process.stderr.write(`${thrown.code}: ${thrown.message}\n${details.join('')}`)
  process.exitCode = 64
}
