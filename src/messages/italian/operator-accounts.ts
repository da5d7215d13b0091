import type { Messages } from '../messages.ts'
import type { AccountMessages, AuditMessages, TokenMessages } from '../operator-messages.ts'

export const accountsItalian: AccountMessages = {
  title: 'Account',
  lead: 'Chi accede qui ha un account. Ciò che il suo ruolo non permette, per lui non c’è.',
  table: 'Account di quest’area',
  columns: {
    login: 'Accede come',
    name: 'Nome',
    role: 'Ruolo',
    scope: 'Per',
    signsIn: 'Con',
    since: 'Dal',
  },
  everything: 'tutto',
  byPassword: 'con password',
  byNobody: 'non ancora',
  outOfUse: 'fuori uso',
  make: 'Creare un account',
  makeHint:
    'Con una password: viene mostrata una sola volta, dopo la creazione. Senza: la persona accede attraverso la propria organizzazione, con l’indirizzo e-mail.',
  loginHint: 'Un indirizzo e-mail, o un nome senza spazi.',
  scope: 'Solo per questi corsi o queste specializzazioni',
  scopeHint: 'Se non se ne sceglie nessuno: per tutti.',
  provider: 'Ente',
  providerHint:
    'Di chi sono i candidati che un ente vede; lo stesso nome per tutte le sue persone.',
  withPassword: 'Assegnare una password',
  save: 'Salvare',
  saved: 'Salvato.',
  newPassword: 'Impostare una nuova password',
  newPasswordHint: 'La vecchia non vale più, e tutti i suoi accessi terminano.',
  passwordIs: 'La password',
  passwordOnce:
    'Viene mostrata solo adesso. Consegnarla per una via che soltanto questa persona legge.',
  disable: 'Mettere fuori uso',
  disableHint:
    'Non può più accedere, e tutti i suoi accessi terminano. Ciò che ha fatto resta nel registro.',
  enable: 'Riammettere',
  own: 'La propria password',
  ownHint: 'Cambiarla chiude l’accesso su ogni dispositivo.',
  current: 'Password attuale',
  next: 'Nuova password',
  nextHint: 'Almeno 12 caratteri; vanno bene più parole.',
}

export const tokensItalian: TokenMessages = {
  title: 'Token',
  lead: 'Un token permette a un programma di usare l’API. Ogni programma ne abbia uno suo, con i soli diritti che gli servono.',
  table: 'Token dell’API',
  columns: {
    id: 'Il token',
    label: 'Per chi',
    role: 'Ruolo',
    scope: 'Per',
    since: 'Dal',
    state: 'Stato',
  },
  active: 'attivo',
  revoked: (day) => `revocato il ${day}`,
  revoke: 'Revocare',
  make: 'Creare un token',
  label: 'Per chi o per che cosa',
  tokenIs: 'Il token',
  tokenOnce: 'Viene mostrato solo adesso: copiarlo dove serve.',
  none: 'Non c’è ancora nessun token.',
}

export const auditItalian: AuditMessages = {
  title: 'Registro',
  lead: 'Ogni atto, con chi l’ha compiuto e quando. Ogni voce è legata alla precedente: nessuna può cambiare senza che si veda.',
  table: 'Voci, dalla più recente',
  columns: {
    seq: 'N.',
    at: 'Quando',
    actor: 'Chi',
    action: 'Che cosa',
    about: 'Su',
    detail: 'Dettaglio',
  },
  filter: 'Mostrare solo',
  anything: 'qualsiasi',
  from: 'Dal',
  to: 'Prima del',
  show: 'Mostrare',
  older: 'Voci precedenti',
  none: 'Non c’è nessuna voce di questo tipo.',
  takeAway: 'Scaricare tutto il registro (righe JSON)',
  head: (seq, hash) => `La voce più recente è la numero ${seq}; la sua impronta è ${hash}.`,
}

export const operatorRefusalsItalian: Pick<
  Messages['refusals'],
  | 'account-not-found'
  | 'account-exists'
  | 'password-too-weak'
  | 'password-wrong'
  | 'last-administrator'
  | 'token-not-found'
> = {
  'account-not-found': {
    title: 'Questo account non esiste',
    remedy: 'Tornare all’elenco degli account e sceglierne uno.',
  },
  'account-exists': {
    title: 'Esiste già un account con questo nome',
    remedy: 'Scegliere un altro nome o indirizzo, o modificare l’account che c’è già.',
  },
  'password-too-weak': {
    title: 'Questa password si indovina',
    remedy: 'Usare almeno 12 caratteri di più tipi; alcune parole di seguito vanno bene.',
  },
  'password-wrong': {
    title: 'La password attuale è un’altra',
    remedy:
      'Scrivere la password usata per accedere; se è andata dimenticata, chi amministra può impostarne un’altra.',
  },
  'last-administrator': {
    title: 'Non resterebbe nessuno ad amministrare',
    remedy: 'Creare prima un altro account di amministrazione, poi modificare questo.',
  },
  'token-not-found': {
    title: 'Questo token non esiste, o è già revocato',
    remedy: 'Ricaricare l’elenco dei token.',
  },
}
