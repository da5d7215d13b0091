import type { Report } from '../checking/report.ts'
import {
  type Achievement,
  type ResultDescription,
  recipientName,
  type UnsignedBadge,
} from '../credential/open-badge.ts'
import type { Told } from '../language.ts'
import type { OutcomeReason } from '../learning/eligibility/decision.ts'
import { eligibilityType } from '../learning/eligibility-achievement.ts'
import type { Messages } from '../messages/messages.ts'
import type { KnownResult } from '../messages/page-messages.ts'
import { isLevel } from './credential-skills.ts'
import { day, pair } from './facts.ts'
import { inTongue, linkOr, nameOf, passage, personName, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { domainOf, safeImageUrl } from './safe-url.ts'

const isKnown = (type: string, names: Readonly<Record<KnownResult, string>>): type is KnownResult =>
  Object.hasOwn(names, type)

/** A result in the reader's language where its type is one of ours; any other stays as it was signed. */
function resultPair(description: ResultDescription, value: string, messages: Messages) {
  const names = messages.pages.credential.resultNames
  const type = description.resultType
  if (!isKnown(type, names)) return pair(description.name, nameOf(value))
  return pair(names[type], toldValue(type, value, messages))
}

/** A value of a type that is ours, in the reader's language; as it was signed where it is none that we would sign. */
function toldValue(type: KnownResult, value: string, messages: Messages): Html {
  const { outcomeReasons } = messages.admission
  switch (type) {
    case 'Percent':
      return html`${value} %`
    case 'ext:StudyHours':
      return html`${messages.pages.achievement.hours(Number(value))}`
    case 'ext:Distinction':
      return html`${messages.certificate.withDistinction}`
    case 'ext:RuleVersion':
      return html`<code dir="ltr">${shortened(value)}</code>`
    case 'ext:DecisionReason':
      return Object.hasOwn(outcomeReasons, value)
        ? html`${outcomeReasons[value as OutcomeReason]}`
        : nameOf(value)
    case 'ext:PriorityPoints': {
      const [points, of] = /^(\d+)\/(\d+)$/.exec(value)?.slice(1) ?? []
      return points !== undefined && of !== undefined
        ? html`${messages.pages.credential.eligibility.priority(points, of)}`
        : nameOf(value)
    }
  }
}

function resultList(credential: UnsignedBadge, messages: Messages): Html | false {
  const words = messages.pages.credential
  const { achievement, result = [] } = credential.credentialSubject
  const results = result.flatMap(({ resultDescription, value }) => {
    const description = achievement.resultDescription?.find(({ id }) => id === resultDescription)
    return description ? [resultPair(description, value, messages)] : []
  })
  const { labels, eqf } = messages.pages.achievement
  const levels = (achievement.alignment ?? [])
    .filter(isLevel)
    .map(({ targetCode, targetName }) =>
      pair(labels.eqf, targetCode ? eqf(targetCode) : targetName),
    )
  const pairs = [...results, ...levels]
  return (
    pairs.length > 0 &&
    html`<section><h2>${words.results}</h2><dl class="pairs">${pairs}</dl></section>`
  )
}

/** What the catalogue still says of the achievement in the reader's language, where it was signed in another. */
export interface Translation {
  readonly title: Told
  /** Path of the page that has the rest of it. */
  readonly page: string
}

export interface PlateView {
  readonly credential: UnsignedBadge
  readonly badgeImage: string
  readonly translation?: Translation
  /** How the issuer is known, in one sentence. */
  readonly howWeKnow: string
  /** Name of whoever mandated the issuer, where the mandate holds. */
  readonly onBehalfOf?: string | undefined
}

/** How the issuer is known, in one sentence. */
export function howWeKnow(credential: UnsignedBadge, report: Report, messages: Messages): string {
  const words = messages.pages.credential
  const domain = domainOf(credential.issuer.id) ?? credential.issuer.id
  const mandatedBy = report.facts.issuer?.onBehalfOf
  if (report.answers.issuer === 'known' && mandatedBy)
    return messages.partners.known(domain, mandatedBy.name ?? mandatedBy.id)
  return report.answers.issuer === 'known' ? words.issuerKnown(domain) : words.issuerUnknown(domain)
}

const translated = ({ title }: Translation, messages: Messages) =>
  html`<p class="translated"><small>${messages.pages.publicPage.translated}</small> <span${inTongue(title.language)}>${nameOf(title.text)}</span></p>`

/** The title page of the credential: who, what, by whom and how we know, when; nothing but what is signed, and the picture. */
export function titlePlate(view: PlateView, messages: Messages): Html {
  const words = messages.pages.credential
  const { credential, translation } = view
  const { achievement } = credential.credentialSubject
  const image = safeImageUrl(view.badgeImage)
  const recipient = recipientName(credential.credentialSubject)
  const isEligibility = achievement.achievementType === eligibilityType
  const { issuer } = credential
  const alternative = words.badgeAlternative(translation?.title.text ?? achievement.name)
  return html`<section class="plate">
${image && html`<img src="${image}" width="160" height="160" alt="${alternative}">`}
<div class="award">
${recipient !== undefined && html`<p class="person">${personName(recipient)}</p><p class="small">${isEligibility ? words.eligibility.found : words.earned}</p>`}
<h1${inTongue(achievement.inLanguage)}>${nameOf(achievement.name)}</h1>
</div>
${translation && translated(translation, messages)}
<dl class="imprint">
${pair(words.issuedBy, html`<span class="domain" dir="ltr">${domainOf(issuer.id) ?? issuer.id}</span> ${nameOf(issuer.name)}`)}
${pair(isEligibility ? words.eligibility.decidedOn : words.awardedOn, day(credential.awardedDate ?? credential.validFrom, messages))}
${pair(words.until, day(credential.validUntil, messages))}
${pair(messages.partners.onBehalfOf, view.onBehalfOf !== undefined && nameOf(view.onBehalfOf))}
<div class="how-we-know"><dt>${words.howWeKnow}</dt><dd>${view.howWeKnow}</dd></div>
</dl>
</section>`
}

/** What the credential stands for, in the language it was signed in. */
export function aboutSection(
  { description, inLanguage }: Achievement,
  translation: Translation | undefined,
  messages: Messages,
): Html {
  const { credential: words, publicPage } = messages.pages
  return html`<section><h2>${words.about}</h2>${passage(description, inLanguage)}
${translation && html`<p class="screen">${linkOr(translation.page, publicPage.inYourLanguage)}</p>`}</section>`
}

/** What had to be done for it, and how well it was: score, hours, level. */
export function criteriaAndResults(credential: UnsignedBadge, messages: Messages): Html {
  const { achievement } = credential.credentialSubject
  const { narrative, id } = achievement.criteria
  return html`${
    (narrative !== undefined || id !== undefined) &&
    html`<section><h2>${messages.pages.credential.criteria}</h2>${narrative !== undefined && passage(narrative, achievement.inLanguage)}
${id !== undefined && html`<p>${linkOr(id, id)}</p>`}</section>`
  }
${resultList(credential, messages)}`
}
