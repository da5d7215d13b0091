import { fromThousandths, thousandths } from './amounts.ts'
import type { Review } from './application.ts'
import type { Asked } from './asked.ts'
import type { ModuleResult, WaiverState } from './decision.ts'
import { ShareOut } from './share-out.ts'
import { suppliesOf } from './supplies.ts'

interface Waiting {
  readonly index: number
  readonly hours: number
  readonly verdict: Review['verdict'] | undefined
}

/** Those whose waiver was accepted first, so that nothing is taken back from them; refused ones from what nobody needs. */
const turn = ({ verdict }: Waiting): number =>
  verdict === 'accepted' ? 0 : verdict === undefined ? 1 : 2

const inTurn = (a: Waiting, b: Waiting): number =>
  turn(a) - turn(b) || a.hours - b.hours || a.index - b.index

function stateOf(isFull: boolean, got: number, verdict: Waiting['verdict']): WaiverState {
  if (verdict === 'refused') return 'refused'
  if (isFull) return verdict === 'accepted' ? 'waived' : 'proven'
  return got > 0 ? 'partial' : 'none'
}

/**
 * Which modules the study behind the credentials may stand for, each hour once: as many as can be served in full, one
 * after the other, then what is left to the rest.
 */
export function settleModules(asked: Asked): readonly ModuleResult[] {
  const { modules } = asked.ready.book
  const waiting: readonly Waiting[] = modules.map(({ id, hours }, index) => ({
    index,
    hours: thousandths(hours),
    verdict: asked.verdicts.get(`module:${id}`),
  }))
  const { supplies, because } = suppliesOf(asked)
  const sharing = new ShareOut(supplies, modules.length)
  const full = new Set<number>()
  const serveTurn = (list: readonly Waiting[]) => {
    for (const { index, hours } of list) if (sharing.serveInFull(index, hours)) full.add(index)
    for (const { index, hours } of list) if (!full.has(index)) sharing.serve(index, hours)
  }
  const sorted = [...waiting].sort(inTurn)
  serveTurn(sorted.filter(({ verdict }) => verdict !== 'refused'))
  serveTurn(sorted.filter(({ verdict }) => verdict === 'refused'))
  return waiting.map(({ index, hours, verdict }): ModuleResult => {
    const got = sharing.got(index)
    return {
      module: modules[index]?.id ?? '',
      state: stateOf(full.has(index), got, verdict),
      hours: fromThousandths(hours),
      hoursProven: fromThousandths(got),
      hoursMissing: fromThousandths(hours - got),
      because: got > 0 ? because(index) : [],
    }
  })
}
