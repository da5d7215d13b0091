import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Refusal, type RefusalDetail } from '../errors.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import { type AchievementDifference, differencesOf } from '../learning/catalogue-differences.ts'
import { parseCatalogue } from '../learning/parse-catalogue.ts'
import type { CatalogueVersion } from '../ledger/catalogue-versions.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type { CatalogueVersion } from '../ledger/catalogue-versions.ts'

export interface CatalogueHouse {
  readonly config: { readonly catalogueFile: string }
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly now: () => Date
}

/** What is to be said of a catalogue before it is put in force. */
export interface CatalogueCheck {
  readonly version: string | null
  readonly digest: string
  /** What is wrong with it: with any of these the service does not start. */
  readonly complaints: readonly RefusalDetail[]
  readonly differences: readonly AchievementDifference[]
  /** Texts that are owed in one of our languages, by their path. */
  readonly untranslated: readonly string[]
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Paths of texts whose translation is `null`. */
function untranslatedIn(value: unknown, at = '$'): string[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => untranslatedIn(each, `${at}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const isText = 'en' in value && typeof value.en === 'string'
  return Object.entries(value).flatMap(([name, each]) => {
    if (isText) return each === null ? [`${at}.${name}`] : []
    return untranslatedIn(each, `${at}.${name}`)
  })
}

function parsed(text: string): { catalogue?: Catalogue; complaints: readonly RefusalDetail[] } {
  try {
    return { catalogue: parseCatalogue(JSON.parse(text)), complaints: [] }
  } catch (thrown) {
    if (thrown instanceof SyntaxError)
      return { complaints: [{ at: '$', message: 'this is not JSON' }] }
    if (!(thrown instanceof Refusal)) throw thrown
    const { details, message } = thrown
    return { complaints: details.length > 0 ? details : [{ at: '$', message }] }
  }
}

/** The catalogue as the desk sees it: the one in force, those before it, and one that may come. */
export class CatalogueOffice {
  readonly #house: CatalogueHouse

  constructor(house: CatalogueHouse) {
    this.#house = house
  }

  /** Keeps the catalogue that the service runs with among the versions that were in force. */
  recordInForce(): void {
    const { ledger, catalogue, config, now } = this.#house
    const text = readFileSync(config.catalogueFile, 'utf8')
    ledger.catalogueVersions.record(
      { digest: digestOf(text), version: catalogue.version, text },
      now(),
    )
  }

  /** The newest first. */
  versions(): CatalogueVersion[] {
    return this.#house.ledger.catalogueVersions.all()
  }

  /** The text of a version. @throws Refusal `not-found`. */
  text(digest: string): string {
    const text = this.#house.ledger.catalogueVersions.text(digest)
    if (text === undefined)
      throw new Refusal('not-found', 'No catalogue of this digest was in force')
    return text
  }

  /** Credentials there are, by achievement. */
  issued(): ReadonlyMap<string, number> {
    return this.#house.ledger.catalogueVersions.issued()
  }

  /** Looks at a catalogue that may come: what is wrong, what differs from the one in force. Changes nothing. */
  check(text: string): CatalogueCheck {
    const { catalogue, complaints } = parsed(text)
    return {
      version: catalogue?.version ?? null,
      digest: digestOf(text),
      complaints,
      differences: catalogue ? differencesOf(this.#house.catalogue, catalogue, this.issued()) : [],
      untranslated: catalogue ? untranslatedIn(JSON.parse(text)) : [],
    }
  }
}
