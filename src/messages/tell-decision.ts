import { type Language, type Localised, type Told, tell } from '../language.ts'
import type {
  Decision,
  ModuleResult,
  RequirementResult,
  RuleResult,
} from '../learning/eligibility/decision.ts'
import type { AdmissionRule, Requirement } from '../learning/specialization.ts'
import type { Telling, ToldDecision, ToldLink, ToldModule, ToldRule } from './told-decision.ts'

interface Thing {
  readonly name: Localised
  readonly path?: string
}

const pathTo = (folder: string, id: string) => `/${folder}/${encodeURIComponent(id)}`

function achievementOf(id: string, { catalogue }: Telling): Thing | undefined {
  const found = catalogue.courses
    .flatMap(({ achievements }) => achievements)
    .find((achievement) => achievement.id === id)
  return found && { name: found.name, path: pathTo('achievements', id) }
}

function skillOf(id: string, { catalogue }: Telling): Thing | undefined {
  const found = catalogue.skills.find((skill) => skill.id === id)
  return found && { name: found.name, path: pathTo('skills', id) }
}

const statementOf = (id: string, { specialization }: Telling): Thing | undefined =>
  specialization.admission.statements.find((statement) => statement.id === id)

const aboutSkills = /^(?:skill|level)-/
const aboutStatements = /^statement-/

/** What a result speaks about. Ids of different kinds may be equal, so the reason says where to look first. */
function thingOf({ about, reason }: RequirementResult | RuleResult, telling: Telling) {
  if (about === null) return undefined
  if (aboutStatements.test(reason)) return statementOf(about, telling)
  return aboutSkills.test(reason)
    ? skillOf(about, telling)
    : (achievementOf(about, telling) ?? skillOf(about, telling) ?? statementOf(about, telling))
}

function sentenceOf(result: RequirementResult | RuleResult, telling: Telling): string {
  const { messages, language } = telling
  const thing = thingOf(result, telling)
  return messages.admission.ruleReasons[result.reason]({
    what: thing ? tell(thing.name, language).text : result.about,
    has: result.figures?.has ?? null,
    needs: result.figures?.needs ?? null,
  })
}

function linkTo(result: RequirementResult | RuleResult, telling: Telling): readonly ToldLink[] {
  const thing = thingOf(result, telling)
  return thing?.path === undefined
    ? []
    : [{ name: tell(thing.name, telling.language), path: thing.path }]
}

const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

const plain = (id: string): Told => ({ text: id, language: 'en' })

const nameOfRule = (rule: AdmissionRule | undefined, id: string, language: Language) =>
  rule ? tell(rule.name, language) : plain(id)

/** What a credential is called: by its title, else what it was handed in as, else by its id unless that tells nothing. */
function titling({ held = [], messages }: Telling): (id: string) => string {
  const names = new Map(held.map(({ id, title, handedInAs }) => [id, title ?? handedInAs]))
  return (id) =>
    names.get(id) ?? (id.startsWith('urn:sha256:') ? messages.admission.labels.untitled : id)
}

const isAboutPerson = ({ outcome, reason }: RuleResult) =>
  outcome === 'review' && /^persons?-/.test(reason)

function toldRule(result: RuleResult, telling: Telling): ToldRule {
  const { specialization, messages, language } = telling
  const rule = specialization.admission.rules.find(({ id }) => id === result.rule)
  const isLacking = result.outcome === 'unmet' || result.outcome === 'review'
  const lacks = isLacking ? result.lacks : []
  const links = result.outcome === 'unmet' ? [result, ...lacks] : []
  return {
    rule: result.rule,
    name: nameOfRule(rule, result.rule, language),
    outcome: result.outcome,
    word: messages.admission.ruleOutcomes[result.outcome],
    sentences: [...new Set([result, ...lacks].map((each) => sentenceOf(each, telling)))],
    // What was handed in already is not to be got again: whose it is, is asked.
    advice: rule && isLacking && !isAboutPerson(result) ? tell(rule.advice, language) : null,
    links: unique(
      links.flatMap((each) => linkTo(each, telling)),
      ({ path }) => path,
    ),
    points: result.points,
    because: result.because.map(titling(telling)),
  }
}

function toldModule(result: ModuleResult, telling: Telling): ToldModule {
  const { specialization, messages, language } = telling
  const module = specialization.modules.find(({ id }) => id === result.module)
  const { waiverStates, moduleHours } = messages.admission
  return {
    module: result.module,
    name: module ? tell(module.name, language) : plain(result.module),
    state: result.state,
    word: waiverStates[result.state],
    sentence: moduleHours(result.hoursProven, result.hours),
    because: result.because.map(titling(telling)),
  }
}

/** The rules that a requirement rests on, by way of others too; a rule cannot rest on itself, so this ends. */
export function rulesBehind(
  requirement: Requirement,
  rules: readonly AdmissionRule[],
): readonly string[] {
  switch (requirement.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return requirement.of.flatMap((each) => rulesBehind(each, rules))
    case 'not':
      return rulesBehind(requirement.of, rules)
    case 'rule': {
      const named = rules.find(({ id }) => id === requirement.rule)
      const others = rules.filter((rule) => rule !== named)
      return [requirement.rule, ...(named ? rulesBehind(named.requires, others) : [])]
    }
    case 'achievement':
    case 'skill':
    case 'alignment':
    case 'hours':
    case 'credits':
    case 'result':
    case 'statement':
      return []
  }
}

/** What a person is asked to settle, by name: `rule:…`, `statement:…`, `module:…`, `person`, `admission`. */
export function reviewItemName(item: string, telling: Telling): string {
  const { specialization, messages, language } = telling
  const words = messages.admission.reviewItems
  if (item === 'person' || item === 'admission') return words[item]
  const [kind = '', id = ''] = item.split(/:(.*)/s)
  const named = (things: readonly { readonly id: string; readonly name: Localised }[]) => {
    const thing = things.find((each) => each.id === id)
    return thing ? tell(thing.name, language).text : id
  }
  if (kind === 'rule') return words.rule(named(specialization.admission.rules))
  if (kind === 'statement') return words.statement(named(specialization.admission.statements))
  return kind === 'module' ? words.module(named(specialization.modules)) : item
}

/** A decision in the words of a language. Names of the catalogue are as it has them today. */
export function tellDecision(decision: Decision, telling: Telling): ToldDecision {
  const { messages, specialization } = telling
  const words = messages.admission
  const { rules: ruleKinds, eligible } = specialization.admission
  const needed = new Set(rulesBehind(eligible, ruleKinds))
  const rules = decision.rules.map((rule) => toldRule(rule, telling))
  const lacking = rules.filter(({ outcome }) => outcome === 'unmet')
  const isNeeded = ({ rule }: ToldRule) => decision.outcome !== 'eligible' && needed.has(rule)
  const titleOf = titling(telling)
  return {
    ...words.outcomes[decision.outcome],
    sentence: words.outcomeReasons[decision.reason],
    rules,
    missing: lacking.filter(isNeeded),
    helps: lacking.filter(
      (rule) => !isNeeded(rule) && !(needed.has(rule.rule) && rule.points === 0),
    ),
    modules: decision.modules.map((module) => toldModule(module, telling)),
    credentials: decision.credentials.map(({ id, counts, reason }) => ({
      id,
      name: titleOf(id),
      issuer: telling.held?.find((each) => each.id === id)?.issuer || null,
      counts,
      sentence: words.creditReasons[reason],
    })),
    priority: words.priority(decision.priority),
    toReview: decision.toReview.map((item) => ({ item, name: reviewItemName(item, telling) })),
  }
}

/** What is missing and where to get it, in one line of text. */
export function missingLine({ name, sentences, advice }: ToldRule): string {
  return [`${name.text}:`, ...sentences, ...(advice ? [advice.text] : [])].join(' ')
}
