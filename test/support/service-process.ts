import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { start } from './command-line.ts'

/** The service as a process of its own, and what it writes. */
export interface ServiceProcess {
  readonly port: number
  readonly pid: number
  /** Everything on standard output so far. */
  log(): string
  /** Everything on standard error so far. */
  said(): string
  /** Gives back the exit code. */
  stop(signal: 'SIGTERM' | 'SIGINT'): Promise<number | null>
}

/** Starts the service and waits for the line that says where it listens. */
export async function startService(
  script: string,
  args: string[],
  { env, cwd }: { readonly env: Record<string, string>; readonly cwd: string },
): Promise<ServiceProcess> {
  const child: ChildProcessWithoutNullStreams = start(script, args, { env, cwd })
  let log = ''
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk
      const found = /"port":(\d+)/.exec(log)?.[1]
      if (found) resolve(Number(found))
    })
    ended.then(() => reject(new Error(`it ended: ${log}${complaints}`)), reject)
  })
  return {
    port,
    pid: child.pid ?? 0,
    log: () => log,
    said: () => complaints,
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
