import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { Service } from '../service/service.ts'
import type { Output } from './output.ts'

/** 0 done or valid, 1 a clean no, 2 could not tell, 64 wrong use, 70 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 64 | 70

/** What a command works with; the service is opened when first asked for. */
export interface CommandContext {
  readonly config: Config
  readonly output: Output
  readonly service: Service
}

export type Action = (context: CommandContext, ...args: never[]) => Promise<ExitCode>

/** Registers a command: options common to all, and the service opened before and closed after. */
export type Define = (
  parent: Command,
  signature: string,
  description: string,
) => { readonly command: Command; run(action: Action): void }
