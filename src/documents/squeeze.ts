/**
 * Text as far as two ways of setting it agree: compatibility forms (ligatures), case, spacing, hyphens at line ends and
 * everything invisible aside.
 */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}\u00ad\u2010-\u2015-]/gu, '')
