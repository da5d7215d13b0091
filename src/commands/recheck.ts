import type { Command } from 'commander'
import type { Define } from './command.ts'

/**
 * `recheck`: 0 when everything stands, 1 when something was revoked, 2 when something could not be looked at and nothing
 * was revoked.
 */
export function recheckCommand(program: Command, define: Define): void {
  define(
    program,
    'recheck',
    'look again at what eligibility credentials rest on; revoke those whose support was withdrawn',
  ).run(async ({ service, output }) => {
    const summary = await service.eligibility.recheck()
    const { credentials, supports, standing, unclear, gone, revoked } = summary
    output.result(summary, [
      `eligibility credentials in force: ${credentials}, resting on ${supports} others: ${standing} stand, ${unclear} unclear, ${gone} withdrawn`,
      ...revoked.map((id) => `${id} revoked: support-withdrawn`),
    ])
    if (revoked.length > 0) return 1
    return unclear > 0 ? 2 : 0
  })
}
