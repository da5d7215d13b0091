import { closeSync, openSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { type Diagnosis, diagnose } from '../service/doctor.ts'
import { diagnoseMachine } from '../service/doctor-machine.ts'
import { diagnoseOutside } from '../service/doctor-outside.ts'
import { eraseOld } from '../service/erase-old.ts'
import { serve } from '../web/serve.ts'
import type { Define, ExitCode } from './command.ts'

const healthTimeoutMs = 3_000

/** An empty file for nobody else's eyes: what goes into it names learners. @throws Refusal `bad-request`. */
function makePrivateFile(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600))
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const why = isThere ? 'is there already' : 'cannot be written'
    throw new Refusal('bad-request', `${target} ${why}`, { cause })
  }
}

const marks = { fine: 'ok  ', bad: 'BAD ', unknown: '?   ' } as const

const lineOf = ({ check, state, detail, remedy }: Diagnosis) =>
  `${marks[state]} ${check}: ${detail}${remedy === undefined ? '' : `; ${remedy}`}`

/** 1: something is bad. 2: nothing is, but something could not be looked at. */
function exitOf(found: readonly Diagnosis[]): ExitCode {
  if (found.some(({ state }) => state === 'bad')) return 1
  return found.some(({ state }) => state === 'unknown') ? 2 : 0
}

function retentionCommand(program: Command, define: Define): void {
  define(
    program,
    'retention',
    'erase what applicants gave, once it was kept for RETENTION_DAYS',
  ).run(async ({ service, output }) => {
    const erased = eraseOld(service)
    const { decisions, lines, enrolments, sessions, shares } = erased
    output.result({ erased }, [
      `erased: ${decisions} decision(s), ${lines} line(s) of lists, ${enrolments} enrolment(s), ${sessions} session(s), ${shares} link(s) with an end`,
    ])
    return 0
  })
}

/** `serve`, `backup`, `retention`, `doctor` and `health`. */
export function operationCommands(program: Command, define: Define): void {
  define(program, 'serve', 'run the service').run(async ({ config }) => {
    await serve(config)
    return 0
  })

  define(
    program,
    'backup <file>',
    'write a consistent copy of the ledger, while the service runs',
  ).run(async ({ service, output }, file: string) => {
    const target = resolve(file)
    makePrivateFile(target)
    try {
      service.ledger.backup(target)
    } catch (thrown) {
      rmSync(target)
      throw thrown
    }
    output.result({ backup: target }, [
      `ledger copied to ${target}; back up the keys too, in another place`,
    ])
    return 0
  })

  retentionCommand(program, define)

  const doctor = define(
    program,
    'doctor',
    'look over keys, ledger, lists and a sample of credentials',
  )
  doctor.command.option('--all', 'verify every credential again, not fifty picked by chance')
  doctor.run(async ({ service, output }, options: { all?: boolean }) => {
    const found = [
      ...(await diagnose(service, options.all)),
      ...(await diagnoseMachine(service)),
      ...(await diagnoseOutside(service)),
    ]
    const isFine = found.every((diagnosis) => diagnosis.isFine)
    output.result({ isFine, checks: found }, found.map(lineOf))
    return exitOf(found)
  })

  define(program, 'health', 'ask the service on this machine whether it is ready').run(
    async ({ config, output }) => {
      const signal = AbortSignal.timeout(healthTimeoutMs)
      const answer = await fetch(`http://127.0.0.1:${config.port}/readyz`, { signal }).catch(
        () => undefined,
      )
      const isReady = answer?.ok === true
      output.result({ isReady }, [isReady ? 'ready' : 'not ready'])
      return isReady ? 0 : 1
    },
  )
}
