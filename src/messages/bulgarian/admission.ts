import type { AdmissionMessages, FilledIn } from '../admission-messages.ts'
import { formatNumber } from '../format.ts'

const plural = new Intl.PluralRules('bg')
const number = (value: number) => formatNumber(value, 'bg')
const isOne = (count: number) => plural.select(count) === 'one'
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${isOne(count) ? one : other}`
const missing = (count: number) => `${isOne(count) ? 'липсва' : 'липсват'} ${number(count)}`
const needed = (count: number) => `${isOne(count) ? 'нужен е' : 'нужни са'} ${number(count)}`
const proven = (count: number) => `${isOne(count) ? 'Доказан е' : 'Доказани са'} ${number(count)}`

const about =
  (named: (what: string) => string, unnamed: string): FilledIn =>
  ({ what }) =>
    what === null ? unnamed : named(`„${what}“`)

const figures =
  (counting: (has: number, needs: number) => string, uncounted: string): FilledIn =>
  ({ has, needs }) =>
    has === null || needs === null ? uncounted : counting(has, needs)

const inIt = (what: string | null) => (what === null ? '' : ` за „${what}“`)

const credential = (happened: string) =>
  about(
    (what) => `Удостоверението, подадено за ${what}, ${happened}.`,
    `Подаденото удостоверение ${happened}.`,
  )

const result =
  (uncounted: (inIt: string) => string): FilledIn =>
  ({ what, has, needs }) =>
    has === null || needs === null
      ? uncounted(inIt(what))
      : `Резултатът${inIt(what)} е ${number(has)} %; нужни са поне ${number(needs)} %.`

export const admissionBulgarian: AdmissionMessages = {
  outcomes: {
    eligible: {
      title: 'Отговаря на условията',
      meaning: 'Условията за прием са изпълнени.',
      advice: 'Това още не е място: местата се дават при записването и може да са ограничени.',
    },
    'not-yet': {
      title: 'Още не отговаря на условията',
      meaning: 'Липсва нещо, което е нужно за приема.',
      advice: 'По-долу е посочено какво липсва и къде се получава.',
    },
    'needs-review': {
      title: 'Решава служител',
      meaning: 'Не всичко може да се прецени само по удостоверенията.',
      advice: 'По-долу е посочено какво не е изяснено. Решава доставчикът на обучение.',
    },
  },
  outcomeReasons: {
    'conditions-met': 'Всички условия за прием са изпълнени.',
    'conditions-open':
      'Дали условията за прием са изпълнени, зависи от нещо, което още не е изяснено.',
    considered: 'Условията за прием не са изпълнени, но подаденото се разглежда и извън тях.',
    'admitted-by-reviewer': 'Служител разгледа всичко и прие кандидата.',
    'conditions-unmet': 'Условията за прием не са изпълнени.',
    'refused-by-reviewer': 'Служител разгледа всичко и не прие кандидата.',
    'persons-differ': 'Не е ясно дали удостоверенията са на едно и също лице.',
    'sources-unreachable':
      'Част от подаденото е недостъпна в момента, затова не се знае какво би показала.',
  },
  ruleOutcomes: {
    met: 'Изпълнено',
    unmet: 'Неизпълнено',
    waived: 'Прието от служител',
    review: 'Неизяснено',
  },
  ruleReasons: {
    'achievement-held': about((what) => `Налице е ${what}.`, 'Нужното удостоверение е налице.'),
    'skill-held': about(
      (what) => `Умението ${what} е доказано на нужното ниво.`,
      'Нужното умение е доказано.',
    ),
    'alignment-held': about((what) => `Доказано е ${what}.`, 'Нужното е доказано.'),
    'hours-proven': figures(
      (has, needs) => `Доказани часове обучение: ${number(has)}; ${needed(needs)}.`,
      'Доказани са достатъчно часове обучение.',
    ),
    'credits-proven': figures(
      (has, needs) => `Доказани кредити: ${number(has)}; ${needed(needs)}.`,
      'Доказани са достатъчно кредити.',
    ),
    'result-reached': result((inThat) => `Нужният резултат${inThat} е постигнат.`),
    'statement-accepted': about(
      (what) => `Служител разгледа декларацията ${what} и я прие.`,
      'Служител разгледа декларацията и я прие.',
    ),
    'parts-met': () => 'Доказано е достатъчно от исканото.',
    'nothing-against': () => 'Не е подадено нищо, което да е пречка.',
    'rule-accepted': () => 'Служител разгледа това и го прие.',
    'achievement-missing': about((what) => `Липсва ${what}.`, 'Липсва удостоверение.'),
    'skill-missing': about(
      (what) => `Умението ${what} не е доказано.`,
      'Едно от уменията не е доказано.',
    ),
    'skill-level-low': ({ what, has, needs }) => {
      const skill = what === null ? 'Умението' : `Умението „${what}“`
      return has === null || needs === null
        ? `${skill} е доказано на по-ниско ниво от нужното.`
        : `${skill} е доказано на ниво ${number(has)}; нужно е ниво ${number(needs)}.`
    },
    'alignment-missing': about((what) => `Не е доказано ${what}.`, 'Нужното не е доказано.'),
    'hours-missing': figures(
      (has, needs) =>
        `${proven(has)} от ${counted(needs, 'час', 'часа')} обучение; ${missing(needs - has)}.`,
      'Липсват часове обучение.',
    ),
    'credits-missing': figures(
      (has, needs) =>
        `${proven(has)} от ${counted(needs, 'кредит', 'кредита')}; ${missing(needs - has)}.`,
      'Липсват кредити.',
    ),
    'result-missing': ({ what }) => `Не е посочен резултат${inIt(what)}.`,
    'result-low': result((inThat) => `Резултатът${inThat} е по-нисък от нужния.`),
    'awarded-outside-period': credential('е присъдено извън периода, който се зачита'),
    'issuer-not-recognised': credential('е от издател, който не се зачита тук'),
    'credential-not-genuine': credential('не е истинско'),
    'credential-revoked': credential('е отменено'),
    'credential-suspended': credential('е временно спряно'),
    'credential-replaced': credential('е заменено с по-ново; подайте по-новото'),
    'credential-expired': credential('е с изтекъл срок'),
    'credential-not-yet-valid': credential('още не важи'),
    'statement-not-made': about(
      (what) => `Декларацията ${what} не е подадена.`,
      'Липсва декларация.',
    ),
    'statement-without-document': about(
      (what) => `Декларацията ${what} е подадена, но документът към нея не е показан.`,
      'Подадена е декларация, но документът към нея не е показан.',
    ),
    'statement-refused': about(
      (what) => `Служител разгледа декларацията ${what} и не я прие.`,
      'Служител разгледа декларацията и не я прие.',
    ),
    'parts-missing': figures(
      (has, needs) =>
        needs === 1
          ? 'Не е доказано нищо от онова, което би било достатъчно.'
          : `От нужните неща (${number(needs)}) ${isOne(has) ? 'е доказано' : 'са доказани'} ${number(has)}.`,
      'Не е доказано достатъчно от исканото.',
    ),
    'held-against': about(
      (what) => `Налице е ${what}, а това е пречка.`,
      'Подадено е нещо, което е пречка.',
    ),
    'rule-refused': () => 'Служител разгледа това и не го прие.',
    'credential-unclear': credential('не можа да се провери в момента'),
    'level-not-stated': about(
      (what) => `Доказано е ${what}, но не е ясно на кое ниво; предстои преглед от служител.`,
      'Доказано е умение, но не е ясно на кое ниво; предстои преглед от служител.',
    ),
    'persons-differ': () =>
      'Не е ясно дали удостоверенията са на едно и също лице; предстои преглед от служител.',
    'person-differs': () =>
      'Името в удостоверението не е на кандидата; предстои преглед от служител.',
    'person-unclear': () =>
      'От удостоверението не личи достатъчно ясно чие е; предстои преглед от служител.',
    'statement-to-review': about(
      (what) => `Декларацията ${what} е подадена; предстои преглед от служител.`,
      'Подадена е декларация; предстои преглед от служител.',
    ),
    'parts-to-review': () => 'Част от това не е изяснена; предстои преглед от служител.',
  },
  creditReasons: {
    counts: 'Истинско е, в сила е и се зачита.',
    twice: 'Подадено е повече от веднъж; зачита се само веднъж.',
    unclear: 'Не можа да се провери в момента.',
    'not-genuine': 'Не е истинско.',
    impostor: 'Представя се за удостоверение на издател, който не го е подписал.',
    revoked: 'Отменено е.',
    suspended: 'Временно спряно е.',
    replaced: 'Заменено е с по-ново.',
    expired: 'Срокът му е изтекъл.',
    'not-yet-valid': 'Още не важи.',
    'issuer-not-recognised': 'Истинско е, но издателят му не се зачита за този прием.',
    'persons-differ': 'Не е ясно дали всички удостоверения са на едно и също лице.',
    'person-differs': 'Името в него не е на кандидата.',
    'person-unclear': 'От него не личи достатъчно ясно чие е.',
    'not-the-applicants': 'Служител установи, че не е на кандидата.',
  },
  waiverStates: {
    none: 'трябва да се премине',
    partial: 'доказан отчасти',
    proven: 'доказан; предстои приемане от служител',
    waived: 'може да се пропусне',
    refused: 'не е прието; трябва да се премине',
  },
  moduleHours: (has, all) =>
    has >= all
      ? `Доказани са всички часове (${number(all)}).`
      : `${proven(has)} от ${counted(all, 'час', 'часа')}; ${missing(all - has)}.`,
  priority: ({ points, of, pending }) =>
    `${number(points)} от ${counted(of, 'точка', 'точки')}${pending > 0 ? `; ${isOne(pending) ? 'не е изяснена' : 'не са изяснени'} още ${number(pending)}` : ''}`,
  points: (points) => counted(points, 'точка', 'точки'),
  pointsOf: {
    met: (points) => `Носи ${counted(points, 'точка', 'точки')}.`,
    waived: (points) => `Не носи точки; ако беше изпълнено, щеше да донесе ${number(points)}.`,
    review: (points) => `Носи ${counted(points, 'точка', 'точки')}, ако се приеме за изпълнено.`,
    unmet: (points) => `Би донесло ${counted(points, 'точка', 'точки')}.`,
  },
  decidedOn: (moment) => `Решено на ${moment}`,
  // A day in Bulgarian ends with a point of its own, so it does not stand at the end of a sentence.
  holdsUntil: (day) => `До ${day} този отговор остава в сила.`,
  reviewItems: {
    rule: (name) => `Условие: ${name}`,
    statement: (name) => `Декларация: ${name}`,
    module: (name) => `Пропускане на модула: ${name}`,
    person: 'Дали всички удостоверения са на едно и също лице',
    admission: 'Прием, макар че не всички условия са изпълнени',
  },
  labels: {
    rules: 'Всяко условие поотделно',
    missing: 'Какво липсва',
    helps: 'Какво още би помогнало',
    getIt: 'Къде се получава',
    restsOn: 'Основава се на',
    modules: 'Модули с доказани часове',
    module: 'Модул',
    state: 'Състояние',
    modulesNote:
      'Всеки час се зачита веднъж. Модул се пропуска само след като служител е приел това.',
    modulesInPart: 'Доказани отчасти',
    modulesInPartNote:
      'Тези модули се преминават, освен ако други удостоверения не докажат липсващите часове.',
    credentials: 'Какво е подадено',
    from: 'Издател',
    untitled: 'Файл без четливо заглавие',
    priority: 'Приоритет',
    open: 'За решаване от служител',
    unread: 'Какво не се прочете',
    details: 'Как е взето решението?',
    specialization: 'Специализация',
    ruleVersion: 'Версия на правилата',
    decidedAt: 'Решено на',
    validUntil: 'Важи до',
    reason: 'Причина',
  },
}
