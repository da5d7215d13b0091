import { describe, expect, test } from '@jest/globals'
import { attachmentDisposition } from '../../src/documents/content-disposition.ts'
import { linkedInAddToProfile, linkedInShare } from '../../src/documents/share-links.ts'

const certification = {
  name: 'Δεδομένα & services: 100 %',
  issuedOn: new Date('2026-01-31T23:30:00Z'),
  certUrl: 'https://badges.example.org/c/abc?lang=el&x=1',
  certId: 'abc',
}
const numbered = { ...certification, organizationId: '123456' }

describe("LinkedIn's form", () => {
  test('is filled in field by field', () => {
    const address = new URL(linkedInAddToProfile(numbered))
    expect(address.origin + address.pathname).toBe('https://www.linkedin.com/profile/add')
    expect(Object.fromEntries(address.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Δεδομένα & services: 100 %',
      organizationId: '123456',
      issueYear: '2026',
      issueMonth: '1',
      certUrl: 'https://badges.example.org/c/abc?lang=el&x=1',
      certId: 'abc',
    })
  })

  test('has each field once, and the issuer by number or by name', () => {
    const named = new URL(linkedInAddToProfile({ ...certification, organizationName: 'BIBLIO' }))
    expect(named.searchParams.get('organizationName')).toBe('BIBLIO')
    expect(named.searchParams.has('organizationId')).toBe(false)
    const keys = [...named.searchParams.keys()]
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    ['2026-01-01T00:00:00Z', '2026', '1'],
    ['2026-12-31T23:59:59Z', '2026', '12'],
    ['2027-01-01T00:30:00+02:00', '2026', '12'],
  ])('counts months from 1 and in UTC: %s', (date, year, month) => {
    const expiresOn = new Date(date)
    const { searchParams } = new URL(linkedInAddToProfile({ ...numbered, expiresOn }))
    expect(searchParams.get('expirationYear')).toBe(year)
    expect(searchParams.get('expirationMonth')).toBe(month)
  })

  test.each([
    ['2025-12-31T23:59:59Z', '2025', '12'],
    ['2026-01-01T00:00:00Z', '2026', '1'],
    ['2026-02-28T00:00:00Z', '2026', '2'],
    ['2026-10-31T23:00:00-05:00', '2026', '11'],
  ])('says the month of issue as people count it: %s', (date, year, month) => {
    const address = linkedInAddToProfile({ ...numbered, issuedOn: new Date(date) })
    const { searchParams } = new URL(address)
    expect([searchParams.get('issueYear'), searchParams.get('issueMonth')]).toEqual([year, month])
  })

  test.each([
    'R&D + C++',
    'Bücher für alle',
    'Ψηφιακές δεξιότητες',
    'a=b&certId=x#y',
    '100 %',
    '日本',
  ])('keeps %j whole, as title and as issuer', (text) => {
    const named = { ...certification, name: text, organizationName: text }
    const { searchParams, hash } = new URL(linkedInAddToProfile(named))
    expect(searchParams.get('name')).toBe(text)
    expect(searchParams.get('organizationName')).toBe(text)
    expect(searchParams.getAll('certId')).toEqual(['abc'])
    expect(hash).toBe('')
  })

  test('has no field for a date that is none', () => {
    const address = linkedInAddToProfile({ ...numbered, issuedOn: new Date('x') })
    expect(address).not.toMatch(/NaN|issueYear|issueMonth/)
  })

  test('has no field for what is not known', () => {
    const address = linkedInAddToProfile(numbered)
    expect(address).not.toMatch(/expiration|undefined|organizationName/)
  })
})

test('a LinkedIn post shares the address and nothing else', () => {
  const { searchParams } = new URL(linkedInShare(certification.certUrl))
  expect([...searchParams]).toEqual([['url', certification.certUrl]])
})

describe('the name of a download', () => {
  test('is in its own script, with an ASCII one for old browsers', () => {
    expect(attachmentDisposition('Ģirts Ķēniņš', 'pdf', 'certificate')).toBe(
      `attachment; filename="Girts Kenins.pdf"; filename*=UTF-8''%C4%A2irts%20%C4%B6%C4%93ni%C5%86%C5%A1.pdf`,
    )
    expect(attachmentDisposition('Ελένη', 'json', 'credential')).toBe(
      `attachment; filename="credential.json"; filename*=UTF-8''%CE%95%CE%BB%CE%AD%CE%BD%CE%B7.json`,
    )
  })

  test('is plain where ASCII is enough', () => {
    expect(attachmentDisposition('Anna Rossi', 'png', 'badge')).toBe(
      'attachment; filename="Anna Rossi.png"',
    )
  })

  test.each(['../../etc/passwd', 'a"b', 'a\r\nSet-Cookie: x', '.hidden', 'x\u202Egpj', ''])(
    'cannot break out: %j',
    (name) => {
      const header = attachmentDisposition(name, 'pdf', 'certificate')
      expect(header).toMatch(
        /^attachment; filename="[^"\\/:\r\n]+\.pdf"(; filename\*=UTF-8''[\w%.~-]+\.pdf)?$/,
      )
      expect(header).not.toMatch(/%(2F|5C|22|0D|0A|E2%80%AE)/i)
      expect(header).not.toMatch(/filename="\./)
    },
  )

  test('is never too long for a file system', () => {
    const header = attachmentDisposition('Щ'.repeat(500), 'pdf', 'certificate')
    const name = decodeURIComponent(header.split("UTF-8''")[1] ?? '')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  })
})
