import type { MailState } from '../ledger/mails.ts'
import type { Service } from './service.ts'

/** How the register stands, in counts alone. */
export interface Figures {
  readonly issued: number
  readonly revoked: number
  /** Reserved and not signed yet, corrections among them. */
  readonly pending: number
  readonly letters: Readonly<Partial<Record<MailState, number>>>
  readonly statusLists: readonly {
    readonly number: number
    /** Since it was last signed; `undefined` for one that never was. */
    readonly ageSeconds: number | undefined
    /** Whether a bit has changed since: it is signed anew when it is next asked for. */
    readonly isStale: boolean
  }[]
}

/** When a list was signed, by its proof. */
function signedAt(signed: string | null): number | undefined {
  const created = /"created":"([^"]+)"/.exec(signed ?? '')?.[1]
  const at = created === undefined ? Number.NaN : Date.parse(created)
  return Number.isNaN(at) ? undefined : at
}

/** Counts from the ledger, for whoever watches the service. */
export function figuresOf({ ledger, now }: Service): Figures {
  const { credentials, corrections, mails, statusLists } = ledger
  const lists = statusLists.numbers().map((number) => {
    const list = statusLists.byNumber(number)
    const at = signedAt(list?.signed ?? null)
    return {
      number,
      ageSeconds: at === undefined ? undefined : Math.max(0, (now().getTime() - at) / 1_000),
      isStale: list?.signedVersion !== list?.version,
    }
  })
  return {
    issued: credentials.count('issued'),
    revoked: credentials.countRevoked(),
    pending: credentials.count('reserved') + corrections.count('reserved'),
    letters: mails.counts(),
    statusLists: lists,
  }
}
