import { type Language, type Localised, languages, tell } from '../language.ts'
import type { Catalogue, CatalogueAchievement, Skill } from '../learning/catalogue.ts'
import { eligibilityAchievement } from '../learning/eligibility-achievement.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { pair } from './facts.ts'
import { inTongue, passage } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import type { Preview } from './preview-tags.ts'
import { ownPath } from './safe-url.ts'

/** A short text of the catalogue inside a line. */
export function phrase(localised: Localised, language: Language): Html {
  const told = tell(localised, language)
  return html`<span${inTongue(told.language)}>${told.text}</span>`
}

/** A longer text of the catalogue, as paragraphs. */
export const prose = (localised: Localised, language: Language) => {
  const told = tell(localised, language)
  return passage(told.text, told.language)
}

function card(achievement: CatalogueAchievement, language: Language, messages: Messages): Html {
  const words = messages.pages.achievement
  const picture = ownPath(
    'achievements',
    achievement.id,
    `${tell(achievement.name, language).language}.png`,
  )
  return html`<li class="card"><img src="${picture}" width="72" height="72" alt="" loading="lazy">
<div><h3><a href="${ownPath('achievements', achievement.id)}">${phrase(achievement.name, language)}</a></h3>
${prose(achievement.description, language)}
${achievement.hours !== null && html`<p class="note">${words.hours(achievement.hours)}</p>`}</div></li>`
}

/** A course with what is earned by it, or a specialization with what says that one is admitted. */
interface Group {
  readonly name: Localised
  readonly achievements: readonly CatalogueAchievement[]
}

const groupsOf = ({ courses, specializations }: Catalogue): readonly Group[] => [
  ...courses,
  ...specializations.map((specialization) => ({
    name: specialization.name,
    achievements: [eligibilityAchievement(specialization)],
  })),
]

/** `/achievements`: everything that can be earned, course by course, and whom the specializations admit. */
export function achievementsPage(catalogue: Catalogue, frame: Frame): Html {
  const { language } = frame
  const messages = messagesFor(language)
  const words = messages.pages.achievement
  const groups = groupsOf(catalogue).map(
    ({ name, achievements }) =>
      html`<section><h2>${phrase(name, language)}</h2><ul class="cards">${achievements.map((each) => card(each, language, messages))}</ul></section>`,
  )
  const main = html`<h1>${words.listTitle}</h1>
<p class="lead">${words.listLead}</p>
${groups}`
  return page({ title: words.listTitle, main, section: 'achievements' }, frame)
}

export interface AchievementView {
  readonly catalogue: Catalogue
  /** Of the course or the specialization that it belongs to. */
  readonly group: Localised
  readonly achievement: CatalogueAchievement
  /** Language of the content for `/achievements/{id}/{lang}`; without it, the language of the page. */
  readonly contentLanguage?: Language
  /** What a link to it shows elsewhere. */
  readonly preview?: Preview
}

/** Links to skills, under the subject area each belongs to. */
function skillLinks({ catalogue, achievement }: AchievementView, language: Language): Html[] {
  const skills = achievement.skills.flatMap(
    (id) => catalogue.skills.find((skill) => skill.id === id) ?? [],
  )
  const item = (skill: Skill) =>
    html`<li><a href="${ownPath('skills', skill.id)}">${phrase(skill.name, language)}</a>${skill.framework !== null && html` <small>${skill.framework} ${skill.level}</small>`}</li>`
  return catalogue.areas.flatMap((area) => {
    const own = skills.filter((skill) => skill.area === area.id)
    if (own.length === 0) return []
    return [html`<h3>${phrase(area.name, language)}</h3><ul class="skills">${own.map(item)}</ul>`]
  })
}

function profileList({ catalogue, achievement }: AchievementView, language: Language): Html[] {
  return catalogue.profiles
    .filter(({ id }) => achievement.profiles.includes(id))
    .map(
      ({ code, name, description }) =>
        html`<h3>${phrase(name, language)} <small>${code}</small></h3>${prose(description, language)}`,
    )
}

function translations({ achievement }: AchievementView, shown: Language, messages: Messages) {
  const others = languages.filter(
    (language) => language !== shown && achievement.name[language] !== null,
  )
  const links = others.map(
    (language) =>
      html`<li><a href="${ownPath('achievements', achievement.id, language)}" lang="${language}" hreflang="${language}">${achievement.name[language]}</a></li>`,
  )
  return (
    links.length > 0 &&
    html`<section><h2>${messages.pages.achievement.otherLanguages}</h2><ul>${links}</ul></section>`
  )
}

const section = (title: string, content: readonly Html[]) =>
  content.length > 0 && html`<section><h2>${title}</h2>${content}</section>`

const specializationLink = (
  { earnedBy }: CatalogueAchievement,
  words: Messages['pages']['achievement'],
) =>
  earnedBy.kind === 'admission' &&
  html`<p class="small"><a href="${ownPath('specializations', earnedBy.specialization)}">${words.aboutSpecialization}</a></p>`

/** `/achievements/{id}` and `/achievements/{id}/{lang}`: what one achievement takes and stands for. */
export function achievementPage(view: AchievementView, frame: Frame): Html {
  const { achievement, group } = view
  const messages = messagesFor(frame.language)
  const words = messages.pages.achievement
  const language = view.contentLanguage ?? frame.language
  const { hours, eqfLevel } = achievement
  const name = tell(achievement.name, language)
  const picture = ownPath('achievements', achievement.id, `${name.language}.png`)
  const main = html`<section class="plate"><img src="${picture}" width="160" height="160" alt="${messages.pages.credential.badgeAlternative(name.text)}">
<div><h1>${phrase(achievement.name, language)}</h1><p class="small">${phrase(group, language)}</p>${specializationLink(achievement, words)}</div></section>
<section><h2>${words.about}</h2>${prose(achievement.description, language)}</section>
<section><h2>${words.criteria}</h2>${prose(achievement.criteria, language)}</section>
<dl class="pairs">
${pair(words.labels.hours, hours === null ? null : words.hours(hours))}
${pair(words.labels.eqf, eqfLevel === null ? null : words.eqf(eqfLevel))}
${pair(words.labels.version, achievement.version)}
</dl>
${section(words.skills, skillLinks(view, language))}
${section(words.profiles, profileList(view, language))}
${translations(view, language, messages)}`
  const title = name.text
  const preview = view.preview && { preview: view.preview }
  return page({ title, main, section: 'achievements', ...preview }, frame)
}
