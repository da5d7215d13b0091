import type { HolderRightsMessages } from '../holder-rights-messages.ts'

export const holderRightsEnglish: HolderRightsMessages = {
  wallet: {
    lead: 'An app on your phone can keep it, bound to a key that only it has.',
    submit: 'Put it into a wallet',
    offered:
      'Open the offer on the device with your wallet, or show its code to the wallet there. It is open for 15 minutes; asking again makes another.',
    open: 'Open the offer',
    code: 'Code of six digits',
    codeHint: 'Only if the wallet asks for it. It is for you alone.',
  },
  mistake: {
    title: 'Report a mistake',
    lead: 'Is your name or something else wrong? Say what it should be. Whoever issued the certificate looks at it; what is corrected appears under the same link.',
    name: 'My name should be',
    nameHint: 'As it is to be printed. Leave it empty if the name is right.',
    note: 'What else is wrong',
    noteHint: 'In your own words, at most 2,000 characters.',
    submit: 'Report it',
    sent: 'Reported. What becomes of it is told here.',
    askedOn: (day) => `Reported on ${day}`,
    waiting: 'It was not answered yet.',
    declinedOn: (day) => `Declined on ${day}`,
    correctedOn: (day) => `Corrected on ${day}`,
    voided: 'It could not be carried out.',
    answer: 'Answer',
  },
  erase: {
    title: 'Erase',
    one: 'Erase this certificate',
    all: 'Erase everything',
    oneLead:
      'Erases this one for good. If it is your last, everything that is kept of you goes with it.',
    allLead: 'Erases everything that is kept of you, for good.',
    goes: 'What goes',
    goesOne: [
      'the certificate in every form, and its page',
      'the links with an end that you made for it, and offers to wallets',
      'what you reported about it',
    ],
    goesAll: [
      'all certificates in every form, and their pages',
      'all links with an end, and offers to wallets',
      'your name, your address and what you reported',
      'this view: no new link can be sent to you',
    ],
    stays: 'What stays',
    staysItems: [
      'At the address of the page: that something was erased, without a name.',
      'A place in the list of what was revoked, which names nobody. What was not revoked is not revoked by this.',
      'Files that you or others have saved. They stay yours, but this service can no longer confirm them.',
      'Copies that the operator made for safety, until they are replaced.',
    ],
    takeFirst: 'Take everything away first, if you want to keep it',
    sure: 'I know that this cannot be undone.',
    submit: 'Erase for good',
    keep: 'Back, and keep it',
    unsure: {
      title: 'Nothing was erased',
      remedy: 'Tick that you know what it means, or go back.',
    },
    doneOne: 'Erased.',
    doneAll: {
      title: 'Everything is erased',
      remedy: 'Nothing is kept here any more that says who you are. You are signed out.',
    },
  },
}
