import type { Command } from 'commander'
import type { ListedIssuer } from '../service/issuers.ts'
import type { Define } from './command.ts'

function linesOf({ id, did, name, scope, keys }: ListedIssuer): string[] {
  const active = keys.filter(({ state }) => state === 'active').map(({ kid }) => kid)
  const signs = active.length > 0 ? `signs with ${active.join(', ')}` : 'has no key in use'
  const when = scope && `earned from ${scope.from}${scope.until ? ` to ${scope.until}` : ' on'}`
  return [
    `${id}  ${name}`,
    `  ${did}`,
    `  ${scope ? `${scope.achievements.join(', ')}; ${when}` : 'everything'}`,
    `  ${signs}`,
  ]
}

/** `issuers`: the programme and its partners, within which scope and with which keys. */
export function issuerCommand(program: Command, define: Define): void {
  define(program, 'issuers', 'show who issues, within which scope and with which keys').run(
    async ({ service, output }) => {
      const issuers = await service.issuers.list()
      output.result({ issuers }, issuers.flatMap(linesOf))
      return 0
    },
  )
}
