import { describe, expect, test } from '@jest/globals'
import { buildAchievement } from '../../src/credential/build-achievement.ts'
import { resultNames } from '../../src/credential/result-names.ts'
import { languages } from '../../src/language.ts'
import { achievementsOf } from '../../src/learning/eligibility-achievement.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { readCatalogue } from '../../src/service/read-catalogue.ts'
import { publicUrl } from '../support/workshop.ts'

const catalogue = readCatalogue('catalogue/biblio.json')

describe.each(languages)('the results of a credential in %s', (language) => {
  test('are called what its page calls them', () => {
    const page = messagesFor(language).pages.credential.resultNames
    expect(page).toMatchObject({
      Percent: resultNames.score[language],
      'ext:StudyHours': resultNames.hours[language],
      'ext:Distinction': resultNames.distinction[language],
      'ext:RuleVersion': resultNames.rules[language],
      'ext:DecisionReason': resultNames.decision[language],
    })
  })

  test('are signed by these names, and known by the same ids in each language', () => {
    const achievement = [...achievementsOf(catalogue).values()].find(({ hasScore }) => hasScore)
    if (!achievement) throw new Error('the catalogue has no achievement with a score')
    const home = { catalogue, publicUrl: new URL(publicUrl) }
    const [signed] = buildAchievement(achievement, language, home).resultDescription ?? []
    const [english] = buildAchievement(achievement, 'en', home).resultDescription ?? []
    expect(signed).toEqual({ ...english, name: resultNames.score[language] })
  })
})
