import { expect } from '@jest/globals'

/** Texts that would do harm on a page that does not escape them. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)//',
  '</title></style></textarea><svg onload=alert(1)>',
  '<!--',
  '{{7*7}}<%= 7*7 %>',
  '\u202E<b>\u2066evil\u2069',
  '\u0000<b>',
]

const elements =
  /^<(?:!doctype html|\/?(?:html|head|meta|title|link|body|a|p|header|svg|path|circle|span|nav|ul|ol|li|main|section|div|h[1-3]|dl|dt|dd|code|pre|strong|small|bdi|time|img|br|details|summary|footer|em|s|table|thead|tbody|tr|th|td|blockquote|form|fieldset|legend|label|input|textarea|button|video|script|progress|select|option|q)(?:\s[^<>]*)?)>$/i

/** Whether a page holds only elements and addresses that we write, however hostile the texts in it. */
export function expectHarmless(markup: string): void {
  const tags = markup.match(/<[^>]*>/g) ?? []
  expect(tags.filter((tag) => !elements.test(tag))).toEqual([])
  // With the values of attributes taken out, what is left may name no handler and no second source.
  const bare = tags.map((tag) => tag.replace(/"[^"]*"/g, '""')).join('\n')
  expect(bare).not.toMatch(/\son\w+=|\sstyle=|'/i)
  expect(markup).not.toMatch(
    /(?:href|src)="(?!https?:|mailto:|interaction:https:|openid-credential-offer:\/\/\?|\/(?!\/)|#|data:image\/)/i,
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  expect(markup).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/)
}
