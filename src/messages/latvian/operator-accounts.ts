import type { Messages } from '../messages.ts'
import type { AccountMessages, AuditMessages, TokenMessages } from '../operator-messages.ts'

export const accountsLatvian: AccountMessages = {
  title: 'Konti',
  lead: 'Katram, kas šeit pierakstās, ir konts. Tā, ko loma neatļauj, viņam šeit nav.',
  table: 'Šīs darbvietas konti',
  columns: {
    login: 'Pierakstās kā',
    name: 'Vārds',
    role: 'Loma',
    scope: 'Kam',
    signsIn: 'Ar',
    since: 'Kopš',
  },
  everything: 'viss',
  byPassword: 'parole',
  byNobody: 'vēl ne',
  outOfUse: 'slēgts',
  make: 'Jauns konts',
  makeHint:
    'Ar paroli: to parāda vienreiz, kad konts ir izveidots. Bez paroles: cilvēks pierakstās caur jūsu organizāciju ar e-pasta adresi.',
  loginHint: 'E-pasta adrese vai vārds bez atstarpēm.',
  scope: 'Tikai šiem kursiem vai specializācijām',
  scopeHint: 'Ja neko neatzīmē: visiem.',
  provider: 'Sniedzējs',
  providerHint: 'Kura pretendentus sniedzējs redz; viens vārds visiem tā cilvēkiem.',
  withPassword: 'Piešķirt paroli',
  save: 'Saglabāt',
  saved: 'Saglabāts.',
  newPassword: 'Jauna parole',
  newPasswordHint: 'Vecā vairs nederēs, un visas tās pierakstīšanās beigsies.',
  passwordIs: 'Parole',
  passwordOnce: 'To parāda tikai tagad. Nododiet to tā, lai izlasa vienīgi šis cilvēks.',
  disable: 'Slēgt',
  disableHint:
    'Vairs nevarēs pierakstīties, un visas pierakstīšanās beigsies. Izdarītais paliek žurnālā.',
  enable: 'Atvērt atkal',
  own: 'Jūsu parole',
  ownHint: 'Kad to nomaināt, jūs tiekat izrakstīts visur.',
  current: 'Pašreizējā parole',
  next: 'Jaunā parole',
  nextHint: 'Vismaz 12 rakstzīmes; der vairāki vārdi.',
}

export const tokensLatvian: TokenMessages = {
  title: 'Kodi',
  lead: 'Kods ļauj programmai izmantot API. Katrai programmai dodiet savu, tikai ar tām tiesībām, kas vajadzīgas.',
  table: 'API piekļuves kodi',
  columns: {
    id: 'Kods',
    label: 'Kam domāts',
    role: 'Loma',
    scope: 'Kam',
    since: 'Kopš',
    state: 'Stāvoklis',
  },
  active: 'darbojas',
  revoked: (day) => `atsaukts ${day}`,
  revoke: 'Atsaukt',
  make: 'Jauns kods',
  label: 'Kam vai kādam nolūkam',
  tokenIs: 'Kods',
  tokenOnce: 'To parāda tikai tagad: nokopējiet to tur, kur vajadzīgs.',
  none: 'Vēl nav neviena koda.',
}

export const auditLatvian: AuditMessages = {
  title: 'Žurnāls',
  lead: 'Katra darbība, kas un kad to veicis. Katrs ieraksts ir saistīts ar iepriekšējo, tāpēc nevienu nevar nemanot mainīt.',
  table: 'Ieraksti, jaunākie vispirms',
  columns: {
    seq: 'Nr.',
    at: 'Kad',
    actor: 'Kas',
    action: 'Ko darīja',
    about: 'Par ko',
    detail: 'Sīkāk',
  },
  filter: 'Tikai',
  anything: 'jebkas',
  from: 'No',
  to: 'Pirms',
  show: 'Rādīt',
  older: 'Vecāki ieraksti',
  none: 'Tāda ieraksta nav.',
  takeAway: 'Lejupielādēt visu žurnālu (JSON rindas)',
  head: (seq, hash) => `Jaunākais ieraksts ir ${seq}.; tā nospiedums ir ${hash}.`,
}

export const operatorRefusalsLatvian: Pick<
  Messages['refusals'],
  | 'account-not-found'
  | 'account-exists'
  | 'password-too-weak'
  | 'password-wrong'
  | 'last-administrator'
  | 'token-not-found'
> = {
  'account-not-found': {
    title: 'Tāda konta nav',
    remedy: 'Atgriezieties kontu sarakstā un izvēlieties kādu no tiem.',
  },
  'account-exists': {
    title: 'Konts ar šādu vārdu jau ir',
    remedy: 'Izvēlieties citu vārdu vai adresi vai mainiet esošo kontu.',
  },
  'password-too-weak': {
    title: 'Šādu paroli var uzminēt',
    remedy: 'Izmantojiet vismaz 12 dažādas rakstzīmes; der daži vārdi pēc kārtas.',
  },
  'password-wrong': {
    title: 'Pašreizējā parole ir cita',
    remedy:
      'Ierakstiet paroli, ar kuru pierakstījāties; ja to aizmirsāt, administrators var iestatīt citu.',
  },
  'last-administrator': {
    title: 'Nepaliktu neviena administratora',
    remedy: 'Vispirms izveidojiet citu administratoru, tad mainiet šo kontu.',
  },
  'token-not-found': {
    title: 'Tāda koda nav, vai tas jau ir atsaukts',
    remedy: 'Ielādējiet kodu sarakstu no jauna.',
  },
}
