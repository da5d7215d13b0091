import type { MailMessages } from '../mail-messages.ts'
import { toDay } from './days.ts'

export const mailItalian: MailMessages = {
  greeting: (name) => `Buongiorno ${name},`,
  claim: {
    subject: (title) => `Il suo certificato: ${title}`,
    subjectMany: (count, issuer) =>
      count === 1 ? `Il suo certificato di ${issuer}` : `I suoi ${count} certificati di ${issuer}`,
    lead: (issuer) => `congratulazioni! ${issuer} ha emesso per lei questo certificato:`,
    leadMany: (count, issuer) =>
      count === 1
        ? `congratulazioni! ${issuer} ha emesso per lei un certificato:`
        : `congratulazioni! ${issuer} ha emesso per lei ${count} certificati:`,
    why: (course) =>
      `Riceve questo messaggio perché ha partecipato a «${course}». Non è una newsletter.`,
  },
  newLink: {
    subject: 'Il suo nuovo link',
    lead: (issuer) =>
      `ecco il nuovo link ai suoi certificati di ${issuer}. I link ricevuti in precedenza non funzionano più.`,
    why: 'Riceve questo messaggio perché è stato chiesto un nuovo link con questo indirizzo. Se non l’ha chiesto lei, non deve fare nulla.',
  },
  corrected: {
    subject: (title) => `Corretto: ${title}`,
    lead: (issuer) => `${issuer} ha corretto il suo certificato:`,
    oldFiles:
      'La sua pagina è allo stesso indirizzo di prima. I file salvati in precedenza risultano ora sostituiti: li scarichi di nuovo.',
    why: 'Riceve questo messaggio perché il certificato è suo.',
  },
  publicPage: 'La pagina da mostrare ad altri:',
  button: 'Aprire i miei certificati',
  whatThere:
    'Lì può scaricarli come PDF o immagine, aggiungerli a LinkedIn o a un wallet, scegliere chi può vederli e segnalare un errore. Non serve un account.',
  addressInWords: 'Se il pulsante non funziona, copi questo indirizzo nel browser:',
  holds: (date) =>
    `Questo link è solo per lei. Funziona una volta, fino ${toDay(date)}; dopo potrà farsene inviare uno nuovo a questo indirizzo.`,
  sentBy: (issuer, host) => `Inviato da ${issuer} tramite ${host}.`,
  mistaken: 'Se questo messaggio non è per lei, lo cancelli e non usi il link.',
}
