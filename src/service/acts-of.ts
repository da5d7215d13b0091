import { ActRuns, type RunHouse } from '../acting/act-runs.ts'
import type { ActHouse } from '../acting/act-seen.ts'
import { Acts } from '../acting/acts.ts'
import { type FindHouse, Finds } from '../acting/finds.ts'
import { type CorrectionHouse, correctionSettings } from '../holder/corrections.ts'
import type { ReissueSettings } from '../issuing/reissue.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { Keyring } from './keyring.ts'
import type { Mailing } from './mail.ts'

/** The issuer of this id or DID; see {@link FindHouse}. */
function issuerNamed(asked: string, keyring: Keyring): string | undefined {
  if (keyring.partners().includes(asked)) return asked
  const partner = keyring.whoIs(asked)
  return partner === null ? '' : partner
}

interface House extends Omit<CorrectionHouse, 'settle'> {
  readonly config: { readonly fourEyesAbove: number | null }
  readonly mail: Mailing
  readonly keyring: Keyring
  readonly achievements: ReadonlyMap<string, unknown>
  readonly reissues: { settings(): Promise<ReissueSettings> }
  readonly fault: (where: string, thrown: unknown) => void
  settleCorrection(id: string): Promise<CorrectionRecord | undefined>
}

/** Finding what was issued, and acting on many of it; the ledger is opened when first asked for. */
export class Acting {
  readonly finds: Finds
  readonly acts: Acts
  readonly runs: ActRuns

  constructor(house: House) {
    const finding = (): FindHouse => ({
      ledger: house.ledger,
      publicUrl: house.publicUrl,
      issuerOf: (asked) => issuerNamed(asked, house.keyring),
    })
    const running = (): RunHouse => ({
      ledger: house.ledger,
      now: house.now,
      correcting: correctionSettings(house),
      sendAgain: (learner) => house.mail.sendAgain(learner),
      wakeLetters: () => house.mail.wake(),
      renewing: () => house.reissues.settings(),
      settle: (id) => house.settleCorrection(id),
      fault: house.fault,
    })
    this.finds = new Finds(finding)
    this.runs = new ActRuns(running)
    this.acts = new Acts((): ActHouse => {
      const { ledger, publicUrl, now, config, mail } = house
      return {
        ledger,
        publicUrl,
        now,
        correcting: correctionSettings(house),
        hasAchievement: (id) => house.achievements.has(id),
        finds: this.finds,
        fourEyesAbove: config.fourEyesAbove,
        lettersAreSent: mail.isOn,
        wake: () => this.runs.wake(),
      }
    })
  }
}
