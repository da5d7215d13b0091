import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linkOr, mixesAlphabets, nameOf, personName } from '../../src/pages/foreign.ts'
import { html, joined, plainText } from '../../src/pages/html.ts'
import { domainOf, ownPath, safeImageUrl, safeUrl } from '../../src/pages/safe-url.ts'

describe('html', () => {
  test('escapes text, joins lists, leaves out what is not there', () => {
    const value = html`<p>${'<b>&"\''}${[1, html`<i>x</i>`]}${null}${undefined}${false}</p>`
    expect(value.markup).toBe('<p>&lt;b&gt;&amp;&quot;&#39;1<i>x</i></p>')
    expect(html`${joined(['a', 'b', 'c'], ', ')}`.markup).toBe('a, b, c')
  })

  test('never lets a value open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(html`${value}`.markup).not.toMatch(/[<>"']/)
      }),
    )
  })

  test('takes only a checked address where an address stands', () => {
    expect(() => html`<a href="${'https://example.org'}">x</a>`).toThrow('SafeUrl')
    expect(() => html`<img alt="" src="/x?${'y'}">`).toThrow('SafeUrl')
    expect(html`<a href="${safeUrl('/a?b=1&c=2')}">x</a>`.markup).toBe(
      '<a href="/a?b=1&amp;c=2">x</a>',
    )
  })

  test('takes no value where none is safe', () => {
    expect(() => html`<a class=${'x'}>x</a>`).toThrow('No value')
    expect(() => html`<p style="${'x'}">x</p>`).toThrow('No value')
    expect(() => html`<p onclick="go(${'x'})">x</p>`).toThrow('No value')
    expect(() => html`<script>${'x'}</script>`).toThrow('No value')
  })
})

describe('an address', () => {
  test.each([
    'https://example.org/a?b#c',
    'http://localhost:8080/c/1',
    'mailto:someone@example.org',
    '/c/1',
    '?lang=el',
    '#content',
  ])('%s may be a link', (url) => {
    expect(safeUrl(url)?.url).toBe(url)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://bank.example@elsewhere.example/',
    'https://\u202Eexample.org',
    'https://',
  ])('%j never becomes a link', (url) => {
    expect(safeUrl(url)).toBeUndefined()
    expect(linkOr(url, 'words').markup).toBe('words')
  })

  test('of a picture may be PNG or SVG data, and nothing else of data', () => {
    expect(safeImageUrl('data:image/png;base64,AAAA')).toBeDefined()
    expect(safeImageUrl('data:image/svg+xml;base64,AAAA')).toBeDefined()
    expect(safeImageUrl('data:text/html;base64,AAAA')).toBeUndefined()
    expect(safeImageUrl('mailto:x@example.org')).toBeUndefined()
  })

  test('of our own cannot leave its place', () => {
    expect(ownPath('problems', '../x?y#z').url).toBe('/problems/..%2Fx%3Fy%23z')
  })

  test.each([
    ['did:web:example.org', 'example.org'],
    ['did:web:localhost%3A8080', 'localhost:8080'],
    ['did:web:example.org:users:1', 'example.org/users/1'],
    ['did:web:example.org:..:bank', 'example.org/bank'],
    ['https://Example.org/issuer', 'example.org/issuer'],
    ['https://example.org/', 'example.org'],
    ['https://еxample.org', 'xn--xample-2of.org'],
    ['did:key:z6Mk', undefined],
    ['urn:uuid:1', undefined],
    ['did:web:', undefined],
    ['https://bank.example@elsewhere.example', undefined],
  ])('%s is recognised by %s', (id, domain) => {
    expect(domainOf(id)).toBe(domain)
  })
})

describe('foreign text', () => {
  test('loses what would disguise it, and keeps every letter', () => {
    expect(plainText('Ann\u202Egro.live\u2066\u200B')).toBe('Anngro.live')
    expect(plainText('a\u0000b')).toBe('a\uFFFDb')
    expect(plainText('José Ελένη Иван Jānis عمر 李')).toBe('José Ελένη Иван Jānis عمر 李')
  })

  test('is kept apart from the direction of what surrounds it', () => {
    expect(nameOf('<عمر>').markup).toBe('<bdi dir="auto">&lt;عمر&gt;</bdi>')
  })

  test.each([
    ['Ελένη Παπαδοπούλου', ' lang="el"'],
    ['Иван Петров', ' lang="und-Cyrl"'],
    ['Jānis Bērziņš', ' lang="und-Latn"'],
    ['عمر', ' lang="und-Arab"'],
    ['Ελένη Smith', ''],
    ['李', ''],
  ])('%s tells its language as far as its letters do', (name, lang) => {
    expect(personName(name).markup).toBe(`<bdi dir="auto"${lang}>${name}</bdi>`)
  })

  test('is told when it mixes alphabets in a word, not when it mixes words', () => {
    expect(mixesAlphabets('BІBLIO')).toBe(true) // the second letter is Cyrillic
    expect(mixesAlphabets('Ελένη Smith')).toBe(false)
  })
})
