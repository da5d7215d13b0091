import { readConfig } from './config.ts'
import { Refusal } from './errors.ts'
import { serve } from './web/serve.ts'

try {
  await serve(readConfig(process.env))
} catch (thrown) {
  if (!(thrown instanceof Refusal)) throw thrown
  process.stderr.write(`${thrown.message}\n`)
  process.exitCode = 64
}
