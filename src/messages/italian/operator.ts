import type { OperatorMessages } from '../operator-messages.ts'
import { catalogueItalian } from './catalogue.ts'
import { manyItalian } from './many.ts'
import { accountsItalian, auditItalian, tokensItalian } from './operator-accounts.ts'
import { safetyDeskItalian } from './safety-desk.ts'
import { statisticsItalian } from './statistics.ts'

export const operatorItalian: OperatorMessages = {
  title: 'Area gestori',
  signOut: 'Uscire',
  forOperators: 'Area gestori',
  signedInAs: (name, role) => `Accesso effettuato come ${name} (${role})`,
  places: {
    imports: {
      name: 'Importazioni',
      hint: 'Vedere che cosa rilascerebbe un file, rilasciarlo, seguirlo, annullarlo.',
    },
    find: {
      name: 'Cerca',
      hint: 'Una persona o una credenziale, per nome, indirizzo, corso o data.',
    },
    acts: {
      name: 'In blocco',
      hint: 'Revocare, sostituire o riscrivere a molti insieme, dopo aver guardato.',
    },
    corrections: {
      name: 'Correzioni',
      hint: 'Gli errori segnalati da chi ha partecipato: approvare o respingere.',
    },
    statistics: { name: 'Cifre', hint: 'Dagli iscritti a chi ha completato, lettere, verifiche.' },
    catalogue: {
      name: 'Catalogo',
      hint: 'Che cosa si può ottenere, come appare, quale versione è in vigore.',
    },
    issuers: {
      name: 'Emittenti',
      hint: 'I partner, le loro chiavi, che cosa può rilasciare ciascuno e fino a quando.',
    },
    connections: {
      name: 'Collegamenti',
      hint: 'Piattaforme dei corsi che comunicano da sole i completamenti.',
    },
    webhooks: {
      name: 'Webhook',
      hint: 'Sistemi ai quali si comunica che cosa è stato rilasciato, revocato o ritirato.',
    },
    accounts: { name: 'Account', hint: 'Chi può accedere qui, e che cosa può fare.' },
    tokens: { name: 'Token', hint: 'Chiavi per i programmi che usano l’API.' },
    audit: { name: 'Registro', hint: 'Chi ha fatto che cosa, e quando.' },
    safety: {
      name: 'Sicurezza',
      hint: 'Copie di riserva, punti di controllo, chiavi di firma, durata dei dati.',
    },
  },
  roles: {
    admin: 'amministrazione',
    issuer: 'rilascio',
    reviewer: 'revisione',
    provider: 'ente di formazione',
  },
  roleHints: {
    admin: 'può fare tutto',
    issuer: 'importa, rilascia, corregge e revoca, nei suoi corsi',
    reviewer:
      'vede i suoi corsi, decide sulle correzioni e approva gli atti estesi; non avvia nulla',
    provider: 'decide sui candidati nell’area enti',
  },
  home: {
    lead: 'Che cosa fare?',
    toProvider: 'Passare all’area enti',
  },
  signIn: {
    title: 'Accesso all’area gestori',
    lead: 'Per chi gestisce i corsi: importare risultati, rilasciare, correggere, revocare, e vedere chi ha fatto che cosa.',
    login: 'Nome o indirizzo e-mail',
    password: 'La password',
    submit: 'Accedere',
    by: (organisation) => `Accedere con ${organisation}`,
    withToken: 'Accedere con un token',
    token: 'Token di accesso',
    privacy:
      'L’accesso dura fino a 8 ore senza un clic, 12 ore in tutto, grazie a un solo cookie di questo sito.',
    problems: {
      unauthorised: {
        title: 'Accesso non riuscito',
        remedy:
          'Controllare di nuovo nome e password. Se la password è andata dimenticata, chi amministra il servizio può impostarne un’altra.',
      },
      forbidden: {
        title: 'Per questa persona qui non c’è un account',
        remedy:
          'Chiedere a chi amministra il servizio di crearne uno con il proprio indirizzo e-mail.',
      },
      ended: {
        title: 'È necessario accedere',
        remedy: 'L’accesso manca o è scaduto. Nulla di ciò che era salvato è andato perso.',
      },
      'not-done': {
        title: 'È necessario accedere',
        remedy:
          'L’accesso è scaduto: l’operazione non è stata eseguita e ciò che era scritto nel modulo non è conservato. Nulla di ciò che era salvato è andato perso: accedere e ripeterla.',
      },
    },
    goOn: 'Accesso effettuato. Proseguire nell’area gestori.',
  },
  accounts: accountsItalian,
  tokens: tokensItalian,
  audit: auditItalian,
  many: manyItalian,
  catalogue: catalogueItalian,
  statistics: statisticsItalian,
  safety: safetyDeskItalian,
}
