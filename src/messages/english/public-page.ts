import type { PageMessages } from '../page-messages.ts'

export const publicPageEnglish: Pick<PageMessages, 'publicPage' | 'accessibility'> = {
  publicPage: {
    expiredOn: (date) => `Counted until ${date}`,
    countsFrom: (date) => `Counts from ${date}`,
    translated: 'Translation, not signed:',
    inYourLanguage: 'Read it in English (translation, not signed)',
    level: (level) => `level ${level} of 8`,
    frameworkAreas: {
      'Information and data literacy': 'Information and data literacy',
      'Communication and collaboration': 'Communication and collaboration',
      'Digital content creation': 'Digital content creation',
      Safety: 'Safety',
      'Problem solving': 'Problem solving',
      'Ideas and opportunities': 'Ideas and opportunities',
      Resources: 'Resources',
      'Into action': 'Into action',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: (host) =>
      `Everybody should be able to read, check and carry away what is issued here, whatever they see, hear, move or read with. This statement is about the pages of ${host} and the documents they hand out.`,
    conformance: {
      title: 'How far the standards are met',
      text: 'The pages are made to meet WCAG 2.2 at level AA, and with it the requirements of EN 301 549 for websites. Certificates as PDF carry the structure, language and text alternatives that PDF/UA-1 and clause 10 of EN 301 549 ask for. Both are met in part: what is missing is listed below.',
    },
    expect: 'What you can expect',
    expectations: [
      'Everything can be done with the keyboard alone, and it is always visible where you are.',
      'No page needs a script. Where a script adds something, such as the camera, there is another way to the same end.',
      'A verdict is always said in words and with a shape of its own, never by colour alone.',
      'Text can be enlarged to 400 per cent without scrolling sideways; dark display, high contrast and reduced motion follow your system.',
      'Names and titles say in which language they are, so that screen readers pronounce them rightly.',
      'Nothing runs out while you read or fill in a page, except that a session ends after some hours.',
      'The square code always has its address beside it, as text.',
    ],
    notMet: 'What is not met',
    exceptions: [
      'There is no PDF for a name in a script that no font of this service can draw. The page and the other files carry the name in full.',
      'The structure of the PDF files is examined by our own tests, not yet by an independent checker.',
      'Texts that others wrote, such as the description in a credential of another issuer, do not always say in which language they are.',
      'The page of a large table scrolls sideways on a narrow screen.',
      'No outside body has examined this service yet, and no panel of people who use assistive technology has tried it.',
    ],
    found: 'How this was found out',
    foundHow: (date) =>
      `By self-assessment. With every change to the program, each kind of page is opened in a browser at three widths, in light and dark colours and for print, and examined with axe-core against WCAG 2.2 AA; the public pages are also gone through with the keyboard alone and without scripts. This statement was prepared on ${date}.`,
    complain: 'If something does not work for you',
    complainTo: (issuer) =>
      `Tell ${issuer}, who runs the programme: which page, what you wanted to do, and what you use to read it. You may ask for any document in another form.`,
    noAddress:
      'The issuer has not published a web address here. Write to whoever sent you the link or the certificate.',
    enforcement:
      'If the answer does not help you, or none comes, you can turn to the body that watches over the accessibility of public websites in your country. Every member state of the European Union has one.',
  },
}
