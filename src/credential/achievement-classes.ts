import {
  achievementTypes,
  alignmentTargetTypes,
  resultStatuses,
  resultTypes,
} from './enumerations.ts'
import { criteriaTold, resultDescriptionsKnown, subjectIdentified } from './member-rules.ts'
import { a, open, optional, required, set, setOrOne, typed } from './rule-vocabulary.ts'
import {
  compactJws,
  dateTime,
  languageTag,
  number,
  oneOf,
  oneOfOrExtension,
  text,
  uri,
} from './value-rules.ts'

const type = required(setOrOne(text))

/** OB 3.0 data models: what was achieved, by whom, with what result. */
export const achievementClasses = {
  AchievementSubject: typed(
    open(
      {
        id: optional(uri),
        type,
        achievement: required(a('Achievement')),
        activityEndDate: optional(dateTime),
        activityStartDate: optional(dateTime),
        creditsEarned: optional(number),
        identifier: optional(set(a('IdentityObject'))),
        image: optional(a('Image')),
        licenseNumber: optional(text),
        narrative: optional(text),
        result: optional(set(a('Result'))),
        role: optional(text),
        source: optional(a('Profile')),
        term: optional(text),
      },
      subjectIdentified,
      resultDescriptionsKnown,
    ),
    ['AchievementSubject'],
  ),
  Achievement: typed(
    open({
      id: required(uri),
      type,
      achievementType: optional(oneOfOrExtension(achievementTypes)),
      alignment: optional(set(a('Alignment'))),
      creator: optional(a('Profile')),
      creditsAvailable: optional(number),
      criteria: required(a('Criteria')),
      description: required(text),
      endorsement: optional(set(a('EndorsementCredential'))),
      endorsementJwt: optional(set(compactJws)),
      fieldOfStudy: optional(text),
      humanCode: optional(text),
      image: optional(a('Image')),
      inLanguage: optional(languageTag),
      name: required(text),
      otherIdentifier: optional(set(a('IdentifierEntry'))),
      related: optional(set(a('Related'))),
      resultDescription: optional(set(a('ResultDescription'))),
      specialization: optional(text),
      tag: optional(set(text)),
      version: optional(text),
    }),
    ['Achievement'],
  ),
  Criteria: open({ id: optional(uri), narrative: optional(text) }, criteriaTold),
  Alignment: typed(
    open({
      type,
      targetCode: optional(text),
      targetDescription: optional(text),
      targetFramework: optional(text),
      targetName: required(text),
      targetType: optional(oneOfOrExtension(alignmentTargetTypes)),
      targetUrl: required(uri),
    }),
    ['Alignment'],
  ),
  Result: typed(
    open({
      type,
      achievedLevel: optional(uri),
      alignment: optional(set(a('Alignment'))),
      resultDescription: optional(uri),
      status: optional(oneOf(resultStatuses)),
      value: optional(text),
    }),
    ['Result'],
  ),
  ResultDescription: typed(
    open({
      id: required(uri),
      type,
      alignment: optional(set(a('Alignment'))),
      allowedValue: optional(set(text)),
      name: required(text),
      requiredLevel: optional(uri),
      requiredValue: optional(text),
      resultType: required(oneOfOrExtension(resultTypes)),
      rubricCriterionLevel: optional(set(a('RubricCriterionLevel'))),
      valueMax: optional(text),
      valueMin: optional(text),
    }),
    ['ResultDescription'],
  ),
  RubricCriterionLevel: typed(
    open({
      id: required(uri),
      type,
      alignment: optional(set(a('Alignment'))),
      description: optional(text),
      level: optional(text),
      name: required(text),
      points: optional(text),
    }),
    ['RubricCriterionLevel'],
  ),
  Related: typed(
    open({
      id: required(uri),
      type,
      inLanguage: optional(languageTag),
      version: optional(text),
    }),
    ['Related'],
  ),
} as const
