import type { Messages } from '../messages.ts'
import { actRefusalsItalian } from './acts.ts'
import { correctionRefusalsItalian } from './correction-refusals.ts'
import { draftRefusalsItalian } from './drafts.ts'
import { holderRefusalsItalian } from './holder-refusals.ts'
import { houseRefusalsItalian } from './house-refusals.ts'
import { importRefusalsItalian } from './import.ts'
import { inboundRefusalsItalian } from './inbound.ts'
import { operatorRefusalsItalian } from './operator-accounts.ts'
import { partnerRefusalsItalian } from './partner.ts'
import { safetyRefusalsItalian } from './safety.ts'
import { walletRefusalsItalian } from './wallet.ts'
import { webhookRefusalsItalian } from './webhook.ts'

export const refusalsItalian: Messages['refusals'] = {
  'bad-request': {
    title: 'La richiesta non è comprensibile',
    remedy: 'Tornare indietro, controllare i dati inseriti e inviarli di nuovo.',
  },
  unauthorised: {
    title: 'È necessario identificarsi',
    remedy: 'Inviare un token di accesso ancora attivo. Lo crea il gestore del servizio.',
  },
  forbidden: {
    title: 'L’accesso concesso non comprende questa operazione',
    remedy: 'Chiedere al gestore del servizio un token con il ruolo e l’ambito adeguati.',
  },
  'not-found': {
    title: 'A questo indirizzo non c’è nulla',
    remedy:
      'Confrontare l’indirizzo lettera per lettera con quello ricevuto, oppure inquadrare di nuovo il codice. La stessa risposta si ha per i link che il proprietario tiene privati.',
  },
  'not-acceptable': {
    title: 'Non esiste nel formato richiesto',
    remedy: 'Chiedere invece HTML, JSON, JWT, PDF, PNG o SVG.',
  },
  'format-not-offered': {
    title: 'Questo formato non è disponibile',
    remedy: 'Chiedere JSON: omettere il formato, oppure scrivere format=json.',
  },
  'too-large': {
    title: 'Quanto inviato è troppo grande',
    remedy: 'Inviare un file più piccolo, oppure dividerlo in più file.',
  },
  'unsupported-media-type': {
    title: 'Questo tipo di file qui non è accettato',
    remedy: 'Inviare uno dei formati indicati nella pagina o nella documentazione.',
  },
  'too-many-requests': {
    title: 'Troppe richieste dalla stessa rete',
    remedy: 'Attendere un minuto e riprovare.',
  },
  busy: {
    title: 'In questo momento il servizio è occupato',
    remedy: 'Riprovare tra qualche secondo. Nulla è andato perso.',
  },
  'idempotency-conflict': {
    title: 'Questa chiave di richiesta è già stata usata per altro',
    remedy: 'Usare una nuova Idempotency-Key per ogni richiesta diversa.',
  },
  'idempotency-in-flight': {
    title: 'La stessa richiesta è ancora in lavorazione',
    remedy: 'Attendere la risposta, poi chiedere di nuovo con la stessa chiave.',
  },
  ...importRefusalsItalian,
  'course-unknown': {
    title: 'Il catalogo non contiene questo corso',
    remedy: 'Confrontare l’identificativo del corso con il catalogo.',
  },
  'achievement-unknown': {
    title: 'Il catalogo non contiene questo traguardo',
    remedy: 'Confrontare l’identificativo del traguardo con l’elenco dei traguardi.',
  },
  'credential-not-found': {
    title: 'Questo certificato non esiste',
    remedy: 'Confrontare il codice o l’indirizzo lettera per lettera con quello sul certificato.',
  },
  'credential-not-issued': {
    title: 'Il certificato non è ancora stato emesso',
    remedy: 'È in coda. Riprovare tra un minuto.',
  },
  'credential-unverifiable': {
    title: 'Il certificato non ha superato la nostra verifica',
    remedy: 'È stato trattenuto. Il gestore dovrebbe eseguire il comando doctor.',
  },
  'already-revoked': {
    title: 'Il certificato è già revocato',
    remedy: 'Non occorre altro. Una revoca non si può annullare.',
  },
  'reason-missing': {
    title: 'Occorre un motivo',
    remedy: 'Indicare il perché in poche parole; restano riservate.',
  },
  ...correctionRefusalsItalian,
  'name-not-printable': {
    title: 'Il nome non si può stampare',
    remedy:
      'Nessun carattere tipografico del servizio ne ha tutte le lettere, perciò non c’è un PDF. Gli altri file riportano il nome completo.',
  },
  'no-credential-found': {
    title: 'Non vi è stato trovato alcun certificato',
    remedy:
      'Usare il file originale, il suo testo completo, oppure una foto nitida che mostri tutto il codice quadrato. Un’immagine salvata di nuovo ha spesso perso la parte firmata.',
  },
  'open-badges-2': {
    title: 'Questo è un badge Open Badges 2.0',
    remedy:
      'È di un tipo più vecchio, senza firma: lo conferma invece il sito del suo emittente. Qui si verifica solo Open Badges 3.0, il che non dice nulla contro questo badge. Chiedere all’emittente un badge più recente, o come verificarlo.',
  },
  'address-unreachable': {
    title: 'Da questo indirizzo non si è potuto ottenere nulla',
    remedy:
      'Confrontare l’indirizzo lettera per lettera. Se è giusto, riprovare più tardi o usare il file: che l’indirizzo non abbia risposto non dice nulla sul certificato.',
  },
  'input-unreadable': {
    title: 'Il file non è leggibile',
    remedy: 'Può essere danneggiato o protetto da password. Usare il file originale.',
  },
  'input-too-large': {
    title: 'Il file è troppo grande per essere verificato',
    remedy:
      'Usare il file originale: i certificati sono piccoli, al massimo 2 MB. Una foto può avere 10 MB.',
  },
  'not-strict-json': {
    title: 'Il testo è incompleto, o si può leggere in più modi',
    remedy:
      'Non è JSON rigoroso. Usare il file originale, oppure copiare di nuovo tutto il testo dalla prima { all’ultima }.',
  },
  'specialization-unknown': {
    title: 'Questa specializzazione qui non esiste',
    remedy: 'Consultare l’elenco delle specializzazioni e controllare la grafia.',
  },
  'applications-closed': {
    title: 'Le domande non sono aperte',
    remedy: 'Controllare in quali giorni si può fare domanda e tornare allora.',
  },
  'statement-unknown': {
    title: 'Questa dichiarazione non è richiesta',
    remedy: 'Rendere solo le dichiarazioni richieste dalla specializzazione.',
  },
  'text-too-long': {
    title: 'Un testo è troppo lungo',
    remedy: 'Accorciare il testo indicato al numero di caratteri che può avere.',
  },
  'decision-not-found': {
    title: 'Questa decisione non esiste, o non è consultabile da questo ente',
    remedy:
      'Confrontare l’indirizzo con quello ricevuto. Una decisione è visibile solo all’ente che l’ha presa.',
  },
  'decision-erased': {
    title: 'La domanda su cui si basa è stata cancellata',
    remedy:
      'Il tempo per cui si può conservare è terminato. Chiedere di nuovo i certificati a chi ha fatto domanda e decidere di nuovo.',
  },
  'not-to-review': {
    title: 'Qui nulla attende un esame',
    remedy: 'Ricaricare la decisione: nel frattempo può essere stato deciso.',
  },
  'not-eligible': {
    title: 'L’esito della decisione non è «Ammissibile»',
    remedy: 'Decidere ciò che attende un esame, oppure decidere di nuovo con altre prove.',
  },
  'decision-expired': {
    title: 'La decisione non vale più',
    remedy: 'Decidere di nuovo: ciò su cui si basa può essere venuto meno.',
  },
  'country-needed': {
    title: 'Occorre il Paese di chi fa domanda',
    remedy: 'Indicare in due lettere uno dei Paesi in cui si offre la specializzazione.',
  },
  'already-enrolled': {
    title: 'Questa persona ha già un posto, o lo attende',
    remedy:
      'Ogni persona ha un solo posto in una specializzazione. Ritirare prima l’altra iscrizione.',
  },
  'maybe-enrolled': {
    title: 'Qualcuno che potrebbe essere questa persona ha già un posto, o lo attende',
    remedy:
      'Controllare quell’iscrizione. Se è la stessa persona, ritirarla prima; se è un’altra, indicarlo e iscrivere di nuovo.',
  },
  'enrolment-not-found': {
    title: 'Questa iscrizione non esiste, o non è consultabile da questo ente',
    remedy: 'Consultare l’elenco delle iscrizioni dell’ente.',
  },
  'list-unreadable': {
    title: 'L’elenco dei richiedenti non è leggibile',
    remedy:
      'Inviare una tabella CSV in UTF-8. La prima riga indica le colonne, e non può indicarne altre oltre a quelle del modulo online e dell’API.',
  },
  'list-not-found': {
    title: 'Questo elenco non esiste, o non è consultabile da questo ente',
    remedy: 'Confrontare l’indirizzo con quello ricevuto, oppure inviare di nuovo l’elenco.',
  },
  'claim-not-valid': {
    title: 'Questo link non funziona più',
    remedy:
      'È già stato usato, è scaduto o non è completo. Se ne può far inviare uno nuovo all’indirizzo a cui sono arrivati i certificati.',
  },
  'receipt-given': {
    title: 'Questa è la ricevuta di una verifica, non un certificato',
    remedy:
      'Caricarla nel modulo di verifica all’indirizzo /verify, che dice che cos’è. Per sapere che cosa vale oggi, verificare il certificato stesso.',
  },
  ...actRefusalsItalian,
  ...holderRefusalsItalian,
  ...walletRefusalsItalian,
  ...draftRefusalsItalian,
  ...operatorRefusalsItalian,
  ...webhookRefusalsItalian,
  ...partnerRefusalsItalian,
  ...safetyRefusalsItalian,
  ...webhookRefusalsItalian,
  ...houseRefusalsItalian,
  ...inboundRefusalsItalian,
}
