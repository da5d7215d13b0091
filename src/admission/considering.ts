import { Refusal } from '../errors.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { RuleBook } from '../learning/eligibility/rule-book.ts'
import { ruleBookOf } from '../learning/eligibility/rule-book-of.ts'
import { decide } from '../learning/eligibility.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { AdmissionSettings } from './admission-settings.ts'
import type { ApplicationForm, Considered } from './application-form.ts'
import { type ApplicationValues, applicationValues } from './application-values.ts'
import { gather } from './gather.ts'
import { foreignAchievementsIn } from './named-achievements.ts'

/** Has checked what somebody hands in, and decides on it by the rules of the catalogue; keeps nothing. */
export class Considering {
  readonly #settings: AdmissionSettings
  readonly #named: ReadonlySet<string>
  readonly #books = new Map<string, RuleBook>()

  constructor(settings: AdmissionSettings) {
    this.#settings = settings
    this.#named = foreignAchievementsIn(settings.catalogue.specializations)
  }

  /** @throws Refusal `specialization-unknown`, naming those there are. */
  specialization(id: string): Specialization {
    const { specializations } = this.#settings.catalogue
    const found = specializations.find((candidate) => candidate.id === id)
    if (!found)
      throw new Refusal(
        'specialization-unknown',
        `There is no specialization "${id.slice(0, 60)}"; there is ${
          specializations.map((known) => known.id).join(', ') || 'none'
        }`,
      )
    return found
  }

  /** The rules of a specialization as the catalogue has them now. @throws Refusal `specialization-unknown`. */
  ruleBook(id: string): RuleBook {
    const book =
      this.#books.get(id) ?? ruleBookOf(this.#settings.catalogue, this.specialization(id))
    this.#books.set(id, book)
    return book
  }

  /**
   * Decides and keeps nothing: for whoever asks about themselves. Whether one may apply at the moment does not matter.
   *
   * @throws Refusal `specialization-unknown`, `statement-unknown`, `country-needed`, `too-large`, `bad-request`.
   */
  async consider(form: ApplicationForm): Promise<Considered> {
    const specialization = this.specialization(form.specialization)
    return this.considerWith(form, applicationValues(form, specialization, this.#settings.now()))
  }

  /** The same for values that were checked. */
  async considerWith(form: ApplicationForm, values: ApplicationValues): Promise<Considered> {
    const { catalogue, publicUrl, keyring, now } = this.#settings
    const book = this.ruleBook(form.specialization)
    const decidedAt = now().toISOString()
    const ownIssuers = keyring.dids()
    const issuers = new Set([...ownIssuers, ...catalogue.recognitions.map(({ issuer }) => issuer)])
    const { credentials, unread, unreachable } = await gather(form.sources, {
      publicUrl,
      ownIssuers,
      skills: new Set(catalogue.skills.map(({ id }) => id)),
      named: this.#named,
      isRecognised: (issuer) => issuers.has(issuer),
      onFault: (thrown) => this.#settings.fault('admission', thrown),
    })
    const { person, statements, appliedAt } = values
    const application: Application = {
      person,
      credentials,
      statements,
      unreachable,
      reviews: [],
      appliedAt,
      decidedAt,
    }
    return { decision: decide(book, application), application, unread }
  }
}
