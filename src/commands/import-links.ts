import { batchLines, deliveryOf } from '../service/batches.ts'
import type { CommandContext } from './command.ts'

/** The link of one learner, for whoever hands it on. */
export interface HandedOver {
  readonly line: number
  readonly url: string
}

/** Where no letters go out, the links of everybody whose line brought something; once each. */
export function linksToHandOver(
  id: string | null,
  { service }: CommandContext,
): readonly HandedOver[] {
  const batch = id === null ? undefined : service.ledger.batches.byId(id)
  if (!batch || service.mail.isOn) return []
  const links = new Map<string, number>()
  for (const line of batchLines(service.ledger, batch.id)) {
    const { claimUrl } = deliveryOf(line, batch, service)
    if (claimUrl && !links.has(claimUrl)) links.set(claimUrl, line.line)
  }
  return [...links].map(([url, line]) => ({ line, url }))
}

export const linkLines = (links: readonly HandedOver[]) =>
  links.length === 0
    ? []
    : [
        'no letters are sent without SMTP_URL: hand each learner the link, it opens once',
        ...links.map(({ line, url }) => `line ${line}: ${url}`),
      ]

/** Where letters go out, how many of this batch wait for that. */
export function letterLines({ service }: CommandContext, batch: string | null): readonly string[] {
  if (!service.mail.isOn || batch === null) return []
  const count = service.ledger.mails.list({ state: 'waiting', batch }, 100_000).length
  return count === 0 ? [] : [`${count} letter(s) wait: serve or "colophon mail send" sends them`]
}
