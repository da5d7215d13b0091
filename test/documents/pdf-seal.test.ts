import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { checkPrinted } from '../../src/checking/check-printed.ts'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { pageClaimsOf } from '../../src/documents/certificate-design.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { type FileSeal, openSeal } from '../../src/documents/pdf-seal.ts'
import { fullDesign } from './designs.ts'
import { sampleInput } from './samples.ts'
import { makeP12, passphrase } from './seals.ts'
import { fileOf, newPath, run, testWith } from './tools.ts'

const at = new Date()
const design = (seal: FileSeal) => fullDesign({ layout: 'portrait', sealedBy: seal.name })

async function sealed(seal: FileSeal) {
  const pdf = await drawCertificate({ ...sampleInput(), design: design(seal) })
  return { pdf, signed: await seal.sign(pdf, at) }
}

/** What poppler says of a signature; it ends with an error where the signer is nobody it knows. */
const judged = (pdf: Uint8Array) => run('pdfsig', '-nocert', fileOf(pdf, 'pdf')).toString()

describe('a file signed with a certificate of the operator', () => {
  for (const [kind, key] of [
    ['RSA', ['rsa:2048']],
    ['an elliptic curve', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ] as const)
    testWith(['openssl', 'pdfsig'], `has a valid PAdES signature by ${kind}`, async () => {
      const seal = await openSeal(makeP12({ key }), passphrase)
      expect(seal.name).toBe('Sample Academy e-seal')
      const { pdf, signed } = await sealed(seal)
      const said = judged(signed)
      expect(said).toContain('Signature Field Name: Seal')
      expect(said).toContain('Signature Type: ETSI.CAdES.detached')
      expect(said).toContain('Total document signed')
      expect(said).toContain('Signature is Valid.')
      expect(Buffer.compare(pdf, signed.subarray(0, pdf.length))).toBe(0)
    })

  testWith(['openssl', 'pdfsig'], 'is found out when a byte of it is changed', async () => {
    const seal = await openSeal(makeP12(), passphrase)
    const { pdf, signed } = await sealed(seal)
    const changed = signed.slice()
    const place = Buffer.from(pdf).indexOf('/Lang (en)')
    expect(place).toBeGreaterThan(0)
    changed[place + 7] = 'i'.charCodeAt(0)
    expect(judged(changed)).not.toContain('Signature is Valid.')
  })

  testWith(
    ['openssl', 'qpdf', 'pdfdetach'],
    'is a sound PDF/A-3 that carries the same',
    async () => {
      const seal = await openSeal(makeP12(), passphrase)
      const { signed } = await sealed(seal)
      const path = fileOf(signed, 'pdf')
      expect(run('qpdf', '--check', path).toString()).toContain(
        'No syntax or stream encoding errors',
      )
      const text = run('qpdf', '--qdf', '--object-streams=disable', path, '-').toString('latin1')
      // Printed and locked, without extent, so that no appearance is asked for (PDF/A-3 §6.3.2, §6.3.3).
      expect(text).toMatch(/\/F 132\b/)
      expect(text).toMatch(/\/Rect \[\s*0\s+0\s+0\s+0\s*\]/)
      expect(text).toMatch(/\/SigFlags 3/)
      expect(text).toMatch(/\/S \/Form\b/) // PDF/UA-1 §7.18.4
      expect(text).toMatch(/\/TU [(<]/)
      expect(text).not.toMatch(
        /\/(JavaScript|JS|Encrypt|SMask|OpenAction|Launch|NeedAppearances)\b/,
      )
      expect(text).toMatch(/\/GTS_PDFA1/)
      const attached = newPath('json')
      run('pdfdetach', '-save', '1', '-o', attached, path)
      expect(readFileSync(attached, 'utf8')).toBe(sampleInput().json)
    },
  )

  testWith(['openssl'], 'is read by our checking side like one without', async () => {
    const seal = await openSeal(makeP12(), passphrase)
    const { signed } = await sealed(seal)
    const { attached = '', pages } = await readPdfApart(signed)
    expect(attached).toBe(sampleInput().json)
    expect(pages.hasNotes).toBe(false)
    const beside = pageClaimsOf(design(seal))
    if (!beside) throw new Error('nothing beside')
    const { finding } = checkPrinted(JSON.parse(attached), pages, { beside })
    expect(finding.reason).toBe('printed-agrees')
  })
})

describe('a PKCS#12 file', () => {
  const refusal = (message: RegExp) => ({
    code: 'key-unusable',
    message: expect.stringMatching(message),
  })

  test('is refused where it is none', async () => {
    for (const bytes of [Buffer.from(''), Buffer.from('x'), Buffer.alloc(2_000, 0x30)])
      await expect(openSeal(bytes, passphrase)).rejects.toMatchObject(refusal(/cannot be opened/))
  })

  testWith(['openssl'], 'is refused with another passphrase', async () => {
    const wrong = openSeal(makeP12(), 'wrong horse')
    await expect(wrong).rejects.toMatchObject(refusal(/passphrase/))
  })

  testWith(['openssl'], 'is refused with a weak key', async () => {
    const weak = openSeal(makeP12({ key: ['rsa:1024'] }), passphrase)
    await expect(weak).rejects.toMatchObject(refusal(/2048/))
  })

  testWith(['openssl'], 'is refused where nobody could print whose it is', async () => {
    const nameless = openSeal(makeP12({ subject: '/C=IT' }), passphrase)
    await expect(nameless).rejects.toMatchObject(refusal(/names nobody/))
    const foreign = openSeal(makeP12({ subject: '/CN=図書館' }), passphrase)
    await expect(foreign).rejects.toMatchObject(refusal(/names nobody/))
  })

  testWith(['openssl'], 'names Greek and Cyrillic holders, and organizations', async () => {
    for (const name of ['Ακαδημία', 'Академия', 'O’Brien, Partners + Co'])
      expect(
        (await openSeal(makeP12({ subject: `/CN=${name.replace('+', '\\+')}` }), passphrase)).name,
      ).toBe(name)
    expect((await openSeal(makeP12({ subject: '/O=Only an organization' }), passphrase)).name).toBe(
      'Only an organization',
    )
  })
})
