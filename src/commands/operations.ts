import type { Command } from 'commander'
import { type Diagnosis, diagnose } from '../service/doctor.ts'
import { diagnoseMachine } from '../service/doctor-machine.ts'
import { diagnoseOutside } from '../service/doctor-outside.ts'
import { eraseOld } from '../service/erase-old.ts'
import { serve } from '../web/serve.ts'
import type { Define, ExitCode } from './command.ts'

const healthTimeoutMs = 3_000

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

/** `serve`, `retention`, `doctor` and `health`. */
export function operationCommands(program: Command, define: Define): void {
  define(program, 'serve', 'run the service').run(async ({ config }) => {
    await serve(config)
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
