import type { MailMessages } from '../mail-messages.ts'

export const mailEnglish: MailMessages = {
  greeting: (name) => `Hello ${name},`,
  claim: {
    subject: (title) => `Your certificate: ${title}`,
    subjectMany: (count, issuer) =>
      count === 1 ? `Your certificate from ${issuer}` : `Your ${count} certificates from ${issuer}`,
    lead: (issuer) => `Well done! ${issuer} has issued you this certificate:`,
    leadMany: (count, issuer) =>
      count === 1
        ? `Well done! ${issuer} has issued you a certificate:`
        : `Well done! ${issuer} has issued you ${count} certificates:`,
    why: (course) =>
      `You are written to because you took part in “${course}”. This is no newsletter.`,
  },
  newLink: {
    subject: 'Your new link',
    lead: (issuer) =>
      `Here is the new link to your certificates from ${issuer}. Links you were sent before no longer work.`,
    why: 'You are written to because a new link was asked for with this address. If that was not you, you need do nothing.',
  },
  corrected: {
    subject: (title) => `Corrected: ${title}`,
    lead: (issuer) => `${issuer} has corrected your certificate:`,
    oldFiles:
      'Its page is at the same address as before. Files you saved earlier now say that they were replaced, so download them again.',
    why: 'You are written to because this certificate is yours.',
  },
  publicPage: 'The page to show to others:',
  button: 'Open my certificates',
  whatThere:
    'There you download them as PDF or picture, add them to LinkedIn or a wallet, choose who may see them, and report a mistake. You need no account.',
  addressInWords: 'If the button does nothing, copy this address into your browser:',
  holds: (date) =>
    `This link is for you alone. It works once, until ${date}; after that you can have a new one sent to this address.`,
  sentBy: (issuer, host) => `Sent by ${issuer} through ${host}.`,
  mistaken: 'If this is not meant for you, please delete it and leave the link alone.',
}
