import type { Language } from '../language.ts'
import { formatDate } from '../messages/format.ts'
import type { MailMessages } from '../messages/mail-messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { plainText } from '../pages/html.ts'

/** Something a letter tells of: its title in the language it is signed in, and its public page. */
export interface LetterItem {
  readonly title: string
  readonly language: Language
  readonly url: string
}

/** What a letter is to say. */
export interface LetterFacts {
  readonly kind: 'claim' | 'new-link' | 'corrected'
  readonly language: Language
  readonly name: string
  readonly items: readonly LetterItem[]
  /** The link that lets in, and until when. */
  readonly claim: { readonly url: string; readonly expiresAt: string }
  readonly issuer: string
  /** Of the course that it came from; `null` where it is about more than one. */
  readonly course: string | null
  readonly publicUrl: URL
  /** Whether the programme is the sample that ships. */
  readonly isIllustrative: boolean
}

/** The sentences of a letter, in the order they stand in it. */
export interface Letter {
  readonly language: Language
  readonly subject: string
  /** Around the name. */
  readonly greeting: readonly [string, string]
  readonly name: string
  readonly lead: string
  readonly items: readonly LetterItem[]
  readonly afterItems: string | null
  readonly publicPage: string
  readonly button: string
  readonly claimUrl: string
  readonly whatThere: string
  readonly addressInWords: string
  readonly holds: string
  /** Small print: why it came, from whom, what to do if it is not for the reader. */
  readonly foot: readonly string[]
}

/** Stands where the name will stand, so that the name can be isolated from the sentence around it. */
const gap = '\uE000'

function aroundName(words: MailMessages): [string, string] {
  const [before = '', after = ''] = words.greeting(gap).split(gap)
  return [before, after]
}

interface Told {
  readonly subject: string
  readonly lead: string
  readonly why: string
}

function told(facts: LetterFacts, words: MailMessages): Told {
  const { kind, items, issuer, course } = facts
  const count = items.length
  const title = items[0]?.title ?? ''
  switch (kind) {
    case 'claim':
      return {
        subject: count === 1 ? words.claim.subject(title) : words.claim.subjectMany(count, issuer),
        lead: count === 1 ? words.claim.lead(issuer) : words.claim.leadMany(count, issuer),
        why: words.claim.why(course ?? issuer),
      }
    case 'new-link':
      return {
        subject: words.newLink.subject,
        lead: words.newLink.lead(issuer),
        why: words.newLink.why,
      }
    case 'corrected':
      return {
        subject: words.corrected.subject(title),
        lead: words.corrected.lead(issuer),
        why: words.corrected.why,
      }
  }
}

/** Words by others, in one line and without anything that hides or turns letters around. */
const plain = (text: string) => plainText(text).replace(/\s+/gu, ' ').trim()

const plainFacts = (facts: LetterFacts): LetterFacts => ({
  ...facts,
  name: plain(facts.name),
  issuer: plain(facts.issuer),
  course: facts.course === null ? null : plain(facts.course),
  items: facts.items.map((item) => ({ ...item, title: plain(item.title) })),
})

/** What is told, in the reader's language. */
export function writeLetter(given: LetterFacts): Letter {
  const facts = plainFacts(given)
  const { language, kind, name, items, claim, issuer, publicUrl } = facts
  const { mail: words, certificate } = messagesFor(language)
  const { subject, lead, why } = told(facts, words)
  return {
    language,
    subject,
    greeting: aroundName(words),
    name,
    lead,
    items,
    afterItems: kind === 'corrected' ? words.corrected.oldFiles : null,
    publicPage: words.publicPage,
    button: words.button,
    claimUrl: claim.url,
    whatThere: words.whatThere,
    addressInWords: words.addressInWords,
    holds: words.holds(formatDate(claim.expiresAt, language)),
    foot: [
      kind === 'new-link' ? why : `${why} ${words.mistaken}`,
      words.sentBy(issuer, publicUrl.host),
      ...(facts.isIllustrative ? [certificate.illustrative] : []),
    ],
  }
}
