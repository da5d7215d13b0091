import { versionOf } from '../ledger/versions.ts'
import { remember } from '../proof/remember.ts'
import { type Artefact, type ArtefactForm, type ArtefactSettings, artefact } from './artefacts.ts'

type Issued = Parameters<typeof artefact>[0]

interface Wanted {
  readonly record: Issued
  readonly form: ArtefactForm
}

// About 70 kB each.
const artefactsKept = 200

/** Files that were drawn. What is recorded of a version never changes, so what is asked for again is not drawn again. */
export class Drawn {
  readonly #settings: ArtefactSettings
  #kept: (wanted: Wanted) => Promise<Artefact>

  constructor(settings: ArtefactSettings) {
    this.#settings = settings
    this.#kept = this.#remember()
  }

  #remember() {
    return remember(
      ({ record, form }: Wanted) => artefact(record, form, this.#settings),
      ({ record, form }) => `${record.id} ${versionOf(record)}.${form}`,
      artefactsKept,
    )
  }

  of(record: Issued, form: ArtefactForm): Promise<Artefact> {
    return this.#kept({ record, form })
  }

  /** Lets go of all of them. */
  forget(): void {
    this.#kept = this.#remember()
  }
}
