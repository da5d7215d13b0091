import type { InboundMessages, InboundRefusals } from '../inbound-messages.ts'

export const inboundItalian: InboundMessages = {
  refusals: 'Quando i messaggi di altri sistemi o il passaggio da un corso vengono respinti',
  launch: {
    title: 'Il Suo certificato',
    ready: 'Ha completato questo corso, e questo lo attesta:',
    signing: 'La firma è in corso. La Sua pagina lo mostra entro un minuto.',
    open: 'Aprire i miei certificati',
    openHint:
      'Si apre in una nuova scheda, dove è possibile scaricarli, condividerli e conservarli. Il pulsante funziona per 15 minuti; poi occorre riaprire questa parte del corso.',
    instructor: {
      title: 'Qui chi studia ritira il proprio certificato',
      remedy:
        'Lei è qui come docente o amministratore, quindi non è stato emesso nulla. Impostare questa parte del corso in modo che si apra solo a corso completato: chi può aprirla da studente riceve il certificato.',
    },
    nothing: {
      title: 'Per questo non c’è ancora un certificato',
      remedy:
        'Quanto completato è registrato. Il certificato arriva con quello che ancora manca; riaprire allora questa parte del corso.',
    },
    noName: {
      title: 'Manca il Suo nome',
      remedy:
        'La piattaforma non ci comunica come si chiama, quindi il certificato non può essere intestato. Chiedere al docente di lasciare che questa attività trasmetta il nome, e riaprirla.',
    },
    erased: {
      title: 'Qui i Suoi dati sono stati cancellati',
      remedy:
        'Tutto è stato cancellato su richiesta, e resta così. Se desidera comunque un certificato, chieda all’ente di formazione di emetterlo di nuovo.',
    },
  },
}

export const inboundRefusalsItalian: InboundRefusals = {
  'connection-not-found': {
    title: 'Questo collegamento non esiste',
    remedy:
      'Confrontare l’indirizzo con quello mostrato all’amministratore. Un collegamento rimosso non torna: crearne uno nuovo.',
  },
  'connection-invalid': {
    title: 'Con questi dati non si può creare un collegamento',
    remedy: 'Correggere ogni punto indicato nei dettagli e inviare di nuovo.',
  },
  'connection-incomplete': {
    title: 'Questo collegamento non conosce ancora la piattaforma',
    remedy:
      'L’amministratore deve aggiungere l’emittente, l’identificativo del client e gli indirizzi che la piattaforma mostra dopo la registrazione dello strumento.',
  },
  'webhook-unsigned': {
    title: 'Il messaggio non è firmato con il segreto di questo collegamento',
    remedy:
      'Confrontare il segreto nel sistema che invia con quello del collegamento, e firmare il corpo così come viene inviato, byte per byte.',
  },
  'webhook-stale': {
    title: 'Il messaggio è stato firmato troppo tempo fa',
    remedy:
      'Regolare l’orologio del sistema che invia, e firmare di nuovo il messaggio a ogni consegna.',
  },
  'message-unreadable': {
    title: 'Il messaggio ha una forma diversa da quella attesa da questo collegamento',
    remedy: 'Confrontarlo con gli esempi della documentazione. Non ne è stato accolto nulla.',
  },
  'xapi-version-unknown': {
    title: 'Questa versione di xAPI qui non si usa',
    remedy: 'Inviare l’intestazione X-Experience-API-Version con 1.0.3 o 2.0.0.',
  },
  'statement-conflict': {
    title: 'Con questo identificativo è già arrivata un’altra dichiarazione',
    remedy:
      'Dare a ogni dichiarazione un identificativo proprio. Della chiamata non è stato accolto nulla.',
  },
  'lti-login-unknown': {
    title: 'Questo link non è stato aperto dalla piattaforma a cui appartiene',
    remedy:
      'Aprirlo dall’interno del corso. Se è già così, l’amministratore confronti emittente, identificativo del client e indirizzi sui due lati.',
  },
  'lti-state-lost': {
    title: 'Il passaggio dal corso a qui si è interrotto',
    remedy: 'Tornare al corso e aprire di nuovo questa parte.',
  },
  'lti-signature-wrong': {
    title: 'La firma della piattaforma non regge',
    remedy:
      'Tornare al corso e riprovare. Se non cambia, l’amministratore confronti l’indirizzo delle chiavi della piattaforma.',
  },
  'lti-token-foreign': {
    title: 'Quanto inviato dalla piattaforma è destinato ad altri',
    remedy:
      'L’amministratore confronti emittente, identificativo del client e indirizzo dello strumento sui due lati.',
  },
  'lti-token-expired': {
    title: 'Quanto inviato dalla piattaforma non si può più usare',
    remedy:
      'Tornare al corso e aprire di nuovo questa parte. Se non cambia, l’orologio della piattaforma è sbagliato.',
  },
  'lti-deployment-unknown': {
    title: 'Lo strumento è stato aggiunto in un luogo che qui non si conosce',
    remedy:
      'L’amministratore aggiunga l’identificativo di distribuzione mostrato dalla piattaforma.',
  },
  'lti-token-replayed': {
    title: 'Questo accesso è già stato usato',
    remedy: 'Tornare al corso e aprire di nuovo questa parte.',
  },
  'lti-message-unsupported': {
    title: 'La piattaforma chiede qualcosa che qui non è offerto',
    remedy: 'Aggiungere lo strumento al corso come semplice link a una risorsa, con LTI 1.3.',
  },
  'lti-keys-unreachable': {
    title: 'Non è stato possibile ottenere le chiavi della piattaforma',
    remedy:
      'Riprovare tra un minuto. Se non cambia, l’amministratore verifichi che l’indirizzo delle chiavi sia pubblico e risponda.',
  },
}
