import type { Messages } from '../messages.ts'
import type { AccountMessages, AuditMessages, TokenMessages } from '../operator-messages.ts'

export const accountsBulgarian: AccountMessages = {
  title: 'Профили',
  lead: 'Всеки, който влиза тук, има профил. Каквото ролята му не позволява, за него го няма.',
  table: 'Профили в този портал',
  columns: {
    login: 'Влиза като',
    name: 'Име',
    role: 'Роля',
    scope: 'За',
    signsIn: 'Чрез',
    since: 'От',
  },
  everything: 'всичко',
  byPassword: 'парола',
  byNobody: 'още не',
  outOfUse: 'спрян',
  make: 'Нов профил',
  makeHint:
    'С парола: показва се веднъж, след като създадете профила. Без парола: човекът влиза чрез вашата организация с имейл адреса си.',
  loginHint: 'Имейл адрес или име без интервали.',
  scope: 'Само за тези курсове или специализации',
  scopeHint: 'Ако не изберете нищо: за всички.',
  provider: 'Доставчик',
  providerHint: 'Чии кандидати вижда един доставчик; едно и също име за всичките му хора.',
  withPassword: 'Да получи парола',
  save: 'Запазване',
  saved: 'Запазено.',
  newPassword: 'Нова парола',
  newPasswordHint: 'Старата спира да важи и всички влизания с нея приключват.',
  passwordIs: 'Паролата',
  passwordOnce: 'Показва се само сега. Предайте я така, че да я прочете единствено този човек.',
  disable: 'Спиране',
  disableHint:
    'Не може повече да влиза и всичките му влизания приключват. Направеното остава в дневника.',
  enable: 'Пускане отново',
  own: 'Вашата парола',
  ownHint: 'Когато я смените, излизате навсякъде.',
  current: 'Сегашна парола',
  next: 'Нова парола',
  nextHint: 'Поне 12 знака; добре е да са няколко думи.',
}

export const tokensBulgarian: TokenMessages = {
  title: 'Токени',
  lead: 'Токенът позволява на програма да ползва API. Дайте на всяка програма неин, само с правата, които ѝ трябват.',
  table: 'Токени за API',
  columns: {
    id: 'Токен',
    label: 'За кого',
    role: 'Роля',
    scope: 'За',
    since: 'От',
    state: 'Състояние',
  },
  active: 'действа',
  revoked: (day) => `отнет на ${day}`,
  revoke: 'Отнемане',
  make: 'Нов токен',
  label: 'За кого или за какво',
  tokenIs: 'Токенът',
  tokenOnce: 'Показва се само сега: копирайте го там, където трябва.',
  none: 'Още няма токени.',
}

export const auditBulgarian: AuditMessages = {
  title: 'Дневник',
  lead: 'Всяко действие, кой го е направил и кога. Всеки запис е свързан с предишния, така че никой не може да се промени незабелязано.',
  table: 'Записи, най-новите първи',
  columns: {
    seq: '№',
    at: 'Кога',
    actor: 'Кой',
    action: 'Какво',
    about: 'За',
    detail: 'Подробност',
  },
  filter: 'Само',
  anything: 'каквото и да е',
  from: 'От',
  to: 'Преди',
  show: 'Покажи',
  older: 'По-стари записи',
  none: 'Няма такъв запис.',
  takeAway: 'Изтегляне на целия дневник (редове JSON)',
  head: (seq, hash) => `Най-новият запис е номер ${seq}; отпечатъкът му е ${hash}.`,
}

export const operatorRefusalsBulgarian: Pick<
  Messages['refusals'],
  | 'account-not-found'
  | 'account-exists'
  | 'password-too-weak'
  | 'password-wrong'
  | 'last-administrator'
  | 'token-not-found'
> = {
  'account-not-found': {
    title: 'Няма такъв профил',
    remedy: 'Върнете се към списъка с профили и изберете един от тях.',
  },
  'account-exists': {
    title: 'Вече има профил с това име',
    remedy: 'Изберете друго име или адрес, или променете профила, който вече е там.',
  },
  'password-too-weak': {
    title: 'Тази парола лесно се отгатва',
    remedy: 'Използвайте поне 12 знака от различен вид; няколко думи една след друга са добре.',
  },
  'password-wrong': {
    title: 'Сегашната парола е друга',
    remedy:
      'Напишете паролата, с която влязохте; ако сте я забравили, администратор може да зададе друга.',
  },
  'last-administrator': {
    title: 'Не би останал нито един администратор',
    remedy: 'Първо създайте друг администратор, после променете този профил.',
  },
  'token-not-found': {
    title: 'Няма такъв токен или вече е отнет',
    remedy: 'Заредете отново списъка с токени.',
  },
}
