import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../src/main.js', import.meta.url))

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** The service as an operator starts it, which may be killed at any moment and started again over the same data. */
export class RunningService {
  readonly base: string
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #told = ''

  constructor(port: number, env: Readonly<Record<string, string>>) {
    this.base = `http://localhost:${port}`
    this.#env = {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: this.base,
      LOG_LEVEL: 'error',
      ...env,
    }
  }

  /** The password that was told at the first start. */
  get firstPassword(): string {
    return /with the password (\S+)/.exec(this.#told)?.[1] ?? ''
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [script], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stdout.resume()
    child.stderr.on('data', (chunk: Buffer) => {
      this.#told += chunk
    })
    for (let tries = 0; tries < 600; tries += 1) {
      const isReady = await fetch(`${this.base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isReady) return
      if (child.exitCode !== null) throw new Error(`the service ended: ${this.#told}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the service was not ready within a minute')
  }

  /** With no chance to tidy up. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}
