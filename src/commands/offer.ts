import type { Command } from 'commander'
import type { Define } from './command.ts'
import { idIn } from './records.ts'

/** `offer`: for an operator who helps a learner; the link and the code go to nobody else. */
export function offerCommand(program: Command, define: Define): void {
  define(program, 'offer <id>', 'offer one credential to the wallet of its learner').run(
    async ({ service, output }, id: string) => {
      const { url, txCode, expiresAt } = service.wallets.offer(idIn(id))
      output.result({ url, txCode, expiresAt }, [
        url,
        `code, if the wallet asks for one: ${txCode}`,
        `for one wallet, until ${expiresAt}`,
      ])
      return 0
    },
  )
}
