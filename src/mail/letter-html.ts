import { type Html, html } from '../pages/html.ts'
import { safeUrl } from '../pages/safe-url.ts'
import type { Letter, LetterItem } from './letter.ts'

function address(url: string) {
  const safe = safeUrl(url)
  if (!safe) throw new Error('a letter may hold only addresses of ours')
  return safe
}

const item = ({ title, language, url }: LetterItem, { publicPage }: Letter): Html =>
  html`<li style="margin:0 0 12px"><strong lang="${language}" style="font-size:18px">${title}</strong><br>
<span style="font-size:14px;color:#4a5560">${publicPage}</span><br>
<a href="${address(url)}" style="font-size:14px;color:#1d4f91;word-break:break-all">${url}</a></li>
`

const small = (text: string): Html => html`<p style="margin:0 0 8px">${text}</p>
`

/**
 * A letter as HTML: styles where they stand, as mail programs need them, and nothing that is fetched from anywhere. It
 * reads the same with all of its style taken away.
 */
export function letterHtml(letter: Letter): string {
  const { language, subject, greeting, name, items, afterItems } = letter
  const [before, after] = greeting
  return html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:16px;background:#f2f4f6;color:#1b2430">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;color:#1b2430;border-radius:8px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif">
<p style="margin:0 0 16px">${before}<span dir="auto" style="unicode-bidi:isolate">${name}</span>${after}</p>
<p style="margin:0 0 16px">${letter.lead}</p>
${
  items.length > 0 &&
  html`<ul style="margin:0 0 16px;padding:0 0 0 20px">
${items.map((each) => item(each, letter))}</ul>
`
}${
  afterItems !== null &&
  html`<p style="margin:0 0 16px">${afterItems}</p>
`
}<p style="margin:24px 0"><a href="${address(letter.claimUrl)}" style="display:inline-block;padding:12px 20px;background:#1d4f91;color:#ffffff;border-radius:6px;font-weight:bold;text-decoration:none">${letter.button}</a></p>
<p style="margin:0 0 16px">${letter.whatThere}</p>
<p style="margin:0 0 16px">${letter.holds}</p>
<p style="margin:0 0 4px;font-size:14px;color:#4a5560">${letter.addressInWords}</p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all"><a href="${address(letter.claimUrl)}" style="color:#1d4f91">${letter.claimUrl}</a></p>
<div style="border-top:1px solid #d5dae0;padding-top:12px;font-size:13px;color:#4a5560">
${letter.foot.map(small)}</div>
</div>
</body>
</html>
`.markup
}
