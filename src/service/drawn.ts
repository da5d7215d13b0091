import { versionOf } from '../ledger/versions.ts'
import { remember } from '../proof/remember.ts'
import { type Artefact, type ArtefactForm, type ArtefactSettings, artefact } from './artefacts.ts'

type Issued = Parameters<typeof artefact>[0]

interface Wanted {
  readonly record: Issued
  readonly form: ArtefactForm
  /** What may differ from one minute to the next; the paper and the catalogue are those of the service's whole life. */
  readonly outfit: string
}

// About 70 kB each.
const artefactsKept = 200

/**
 * Files that were drawn. What is recorded of a version never changes, so what is asked for again is not drawn again,
 * unless the keys or the certificate that it is signed with are others by now.
 */
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
      ({ record, form, outfit }) =>
        `${record.id} ${versionOf(record)} ${record.language} ${outfit}.${form}`,
      artefactsKept,
    )
  }

  async of(record: Issued, form: ArtefactForm): Promise<Artefact> {
    const outfit = form === 'pdf' ? await this.#settings.certificates.outfit(record.signed) : ''
    return this.#kept({ record, form, outfit })
  }

  /** Lets go of all of them. */
  forget(): void {
    this.#kept = this.#remember()
  }
}
