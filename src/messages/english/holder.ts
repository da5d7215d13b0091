import type { HolderMessages } from '../holder-messages.ts'
import { holderRightsEnglish } from './holder-rights.ts'

const plural = new Intl.PluralRules('en')
const certificates = (count: number) =>
  plural.select(count) === 'one' ? 'one certificate' : `${count} certificates`

export const holderEnglish: HolderMessages = {
  title: 'Your certificates',
  forLearners: 'Your certificates',
  signOut: 'Sign out',
  claim: {
    title: 'Open your certificates',
    lead: (initials, count) =>
      `This link is for ${initials} It opens ${certificates(count)}: to show, to take away, to share or to keep to yourself.`,
    submit: 'Open',
    note: 'The link works once. On this device you then stay signed in for up to 2 hours without a click, 12 hours in all, by one cookie of this site.',
    used: {
      title: 'This link was used already',
      remedy: 'Each link opens your certificates once. They are still here: ask for a new link.',
    },
    ended: {
      title: 'This link has ended',
      remedy:
        'A link that is not used ends after a while. Your certificates are still here: ask for a new link.',
    },
    unknown: {
      title: 'This link leads nowhere',
      remedy:
        'Perhaps a part of it was cut off: copy all of it from the letter. Or ask for a new link.',
    },
    away: {
      title: 'Open your certificates',
      remedy:
        'You are not signed in on this device, or no longer. Nothing that was stored is lost. Open the link of our newest letter, or ask for a new one.',
    },
    noCookie: {
      title: 'Once more, please',
      remedy:
        'This browser sent no cookie. Allow cookies of this site, then press the button again.',
    },
  },
  newLink: {
    title: 'Send me a new link',
    email: 'E-mail address',
    emailHint: 'The one that you gave to the course.',
    submit: 'Send me a new link',
    privacy: 'We tell nobody whether an address is known here.',
    sent: {
      title: 'Look into your mail',
      remedy:
        'If certificates were issued to this address, a letter with a new link is on its way. If none comes within some minutes, look among the unwanted mail, or try the address that you gave to the course.',
    },
    wrong: {
      title: 'This is no e-mail address',
      remedy: 'Write it out in full, with the @ sign.',
    },
    notOffered: (issuer) =>
      `This service sends no e-mail. For a new link, ask whoever issued your certificates: ${issuer}.`,
  },
  wall: {
    lead: 'Show them, take them away, and choose who may see each of them.',
    none: 'Nothing has been issued to you yet.',
    progress: (has, of) => `${has} of ${of} badges on the way to the certificate of completion`,
    complete: 'The course is completed, and its certificate is yours.',
    missing: 'Not yet',
    others: 'Also yours',
    downloadAll: 'Download everything (ZIP)',
    downloadAllNote: 'Every certificate in every form, with a page that lists them.',
    language: 'Language',
    languageHint:
      'Of these pages and of the letters that we send you. What was signed stays in its own language.',
    save: 'Save',
    languageSaved: 'Saved: this is your language from now on.',
  },
  award: {
    link: 'Your link',
    linkNote: 'Anyone who has it can see the certificate and check it.',
    linkPrivate:
      'For everybody else this link leads nowhere now. Files that you give to somebody can still be checked.',
    postPrivate: 'To add it to LinkedIn, let anyone with the link see it first.',
  },
  visibility: {
    title: 'Who may see it',
    choices: {
      private: {
        label: 'Only me',
        hint: 'The link and its files lead nowhere. Links with an end still work, and a file that you give away can still be checked.',
      },
      link: {
        label: 'Anyone with the link',
        hint: 'Search engines are asked to leave it out, and previews do not show your name. So it begins.',
      },
      public: {
        label: 'Everybody',
        hint: 'Search engines may list it, and previews of the link show your name. It is so only if you choose it.',
      },
    },
    brief: { private: 'Only you see it', link: 'With the link', public: 'Public, with name' },
    save: 'Save',
    saved: 'Saved: who may see it is changed from now on.',
    publicNote:
      'Everybody can see this page. Its holder allowed search engines and previews to show it with the name.',
  },
  shares: {
    title: 'Links with an end',
    lead: 'Show it to somebody for a while, with no more of you than you choose. Such a link works for a private certificate, too.',
    name: 'Name',
    full: 'Full name',
    initials: (example) => `Initials only: ${example}`,
    also: 'Show as well',
    results: 'Results',
    hours: 'Hours of study',
    end: 'It ends',
    ends: {
      day: 'after a day',
      week: 'after a week',
      month: 'after a month',
      year: 'after a year',
      date: 'on the day below',
    },
    day: 'Day',
    dayHint: 'Counts for “on the day below” alone. The link works until that day is over (UTC).',
    submit: 'Make a link',
    made: 'The link is made. It is the first below.',
    until: (moment) => `Works until ${moment}`,
    shows: 'Shows',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn: that link shows nothing any more.',
  },
  shared: {
    part: 'Its holder chose what is shown here; the certificate itself says more.',
    until: (moment) => `This page ends on ${moment}, or earlier if its holder withdraws it.`,
    onlyInitials:
      'The holder shows no more of the name than initials. Who it is cannot be told from this page: ask for the certificate itself where that matters.',
  },
  rights: holderRightsEnglish,
}
