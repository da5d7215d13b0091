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
  desk: {
    title: 'Collegamenti',
    lead: 'Piattaforme che segnalano da sole i completamenti, ciascuna per un corso e una sua edizione.',
    table: 'Collegamenti in uso',
    columns: {
      label: 'Di chi',
      kind: 'Tipo',
      course: 'Corso',
      run: 'Edizione',
      taken: 'Accolti',
      refused: 'Respinti',
      ignored: 'Senza rilievo',
    },
    kinds: {
      webhook: 'Messaggi firmati (webhook)',
      xapi: 'Dichiarazioni (xAPI)',
      openedx: 'Eventi di Open edX',
      lti: 'Ultimo elemento di un corso (LTI 1.3)',
    },
    none: 'Nessuna piattaforma è ancora collegata.',
    make: 'Collegare una piattaforma',
    labelHint: 'Per riconoscerla qui, ad esempio «Moodle della scuola per bibliotecari».',
    runHint: 'Lettere, cifre, punti, trattini bassi e trattini.',
    settings: 'Impostazioni',
    activities: 'Attività',
    activitiesHint:
      'Per xAPI e Open edX: una per riga, l’identificativo dell’attività o la chiave del corso, un segno di uguale, e il corso o modulo corrispondente.',
    platform: 'La piattaforma, per LTI',
    platformHint:
      'La piattaforma mostra questi dati dopo che vi sono stati inseriti i nostri indirizzi. Lasciarli vuoti fino ad allora; prima nessuno può aprire il link.',
    fields: {
      issuer: 'Emittente, o identificativo della piattaforma',
      clientId: 'Identificativo del client',
      deployments: 'Identificativi di distribuzione',
      authUrl: 'Indirizzo delle richieste di autenticazione',
      jwksUrl: 'Indirizzo delle chiavi pubbliche',
      frames: 'Altre origini che mostrano la nostra pagina nella propria',
    },
    oneALine: 'Uno per riga.',
    trustsEmail: 'I suoi indirizzi e-mail distinguono le persone',
    trustsEmailHint:
      'Solo dove nessuno può attribuirsi l’indirizzo di un altro: l’accesso apre i certificati di chi ha quell’indirizzo.',
    save: 'Salvare',
    saved: 'Salvato.',
    addresses: 'Da inserire nella piattaforma',
    addressesHint: 'Come fare, passo per passo, è nella documentazione sui collegamenti.',
    names: {
      url: 'Indirizzo',
      endpoint: 'Endpoint di ricezione',
      login: 'Indirizzo di avvio dell’accesso',
      launch: 'Indirizzo dello strumento e di ritorno',
      jwks: 'Indirizzo delle chiavi pubbliche dello strumento',
      config: 'Configurazione da scaricare (Canvas)',
    },
    user: 'Nome utente',
    secret: 'Segreto',
    secretUrl: 'Indirizzo che contiene il segreto, per Open edX',
    secretNote:
      'Chi lo possiede può far emettere qualunque cosa di questo corso. Non è conservato; gli amministratori possono farlo mostrare di nuovo.',
    showSecret: 'Mostrare di nuovo il segreto',
    showSecretHint: 'Il registro delle attività lo annota.',
    remove: 'Rimuovere questo collegamento',
    removeHint:
      'Da quel momento non se ne accoglie più nulla. Ciò che ha portato resta. Per cambiare il segreto, creare prima un nuovo collegamento.',
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
