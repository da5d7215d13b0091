import { pino } from 'pino'
import type { Config } from '../config.ts'
import { letOthersGoFirst } from '../service/lateness.ts'
import { Service } from '../service/service.ts'
import { faultText, requestLog } from './operations/request-log.ts'
import { startServer } from './server.ts'

/**
 * Runs the service until SIGTERM or SIGINT, then stops without losing a request. The log holds what happened to the
 * service and which parts of it were asked, never who used it: no names, addresses, ids or bodies.
 */
export async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const onFault = (where: string, thrown: unknown, request?: string) =>
    log.error({ where, ...(request ? { request } : {}), fault: faultText(thrown) }, 'fault')
  const service = new Service(config, { onFault, pace: letOthersGoFirst })
  const made = await service.keyring.makeMissing(service.now())
  for (const key of made) log.info({ kid: key.kid }, 'made a key')
  // Keys that may not be used are refused before the door is open: afterwards the process would go on serving.
  const { issuer } = await service.keyring.current()
  const first = await service.operator.accounts.makeFirst()
  // Not into the log, which is kept: once, for whoever started it.
  if (first)
    process.stderr.write(
      `\nSign in at ${config.publicUrl.origin}/desk as "${first.login}" with the password ${first.password}\nIt is told this once: "colophon account password" sets another.\n\n`,
    )
  const server = await startServer(service, {
    onFault: (thrown, request) => onFault('web', thrown, request),
    host: config.host,
    onRequest: requestLog(log),
  })
  log.info({ port: server.port, publicUrl: config.publicUrl.origin, issuer }, 'serving')

  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  log.info('stopping')
  await server.stop()
  log.info('stopped')
}
