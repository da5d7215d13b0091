import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { isPrintable, missingGlyphs } from '../../src/documents/fonts.ts'
import { emblem, pageUrl, sampleBadge, sampleInput } from './samples.ts'
import { fileOf, newPath, run, testWith } from './tools.ts'

const names = [
  'Chiara Fiorentini',
  'Ελένη Παπαδοπούλου',
  'Мария Щърбанова-Георгиева',
  'Ģirts Ķēniņš-Šņore',
  'José Ångström Łukasz Żółć',
  'ნინო ბერიძე',
  'Արամ Խաչատրյան',
  'ሰላም ተስፋዬ',
]

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const textOf = (pdf: Uint8Array) =>
  flat(run('pdftotext', '-layout', fileOf(pdf, 'pdf'), '-').toString())

describe('a certificate', () => {
  test('is the same to the byte when drawn again, whatever was drawn between', async () => {
    const first = await drawCertificate(sampleInput({ name: 'Zoë Müller' }))
    for (const name of names) await drawCertificate(sampleInput({ name }))
    expect(Buffer.compare(first, await drawCertificate(sampleInput({ name: 'Zoë Müller' })))).toBe(
      0,
    )
  })

  test('differs when the attached credential differs', async () => {
    const input = sampleInput()
    const other = await drawCertificate({ ...input, json: `${input.json} ` })
    expect(Buffer.compare(await drawCertificate(input), other)).not.toBe(0)
  })

  testWith(
    ['pdftotext'],
    'gives every name back as text, after accented letters as well',
    async () => {
      for (const name of ['Éé Öö Ņņ', ...names, 'Eleonore Nono']) {
        expect(textOf(await drawCertificate(sampleInput({ name })))).toContain(name)
      }
    },
  )

  testWith(['pdftotext'], 'prints what was signed in the words of its kind', async () => {
    const completion = textOf(await drawCertificate(sampleInput({ distinction: true })))
    for (const words of [
      'Certificate of completion',
      'This certifies that',
      'has completed',
      'Digital competences for library professionals',
      'with distinction',
      '60 hours of study',
      'Final score 93 %',
      'EQF level 5',
      'Awarded on 20 November 2026',
      'Issued by BIBLIO sample programme',
      'Sample programme, for illustration only',
    ]) {
      expect(completion).toContain(words)
    }
    const badge = textOf(await drawCertificate(sampleInput({ achievementType: 'Badge' })))
    expect(badge).toContain('Badge of achievement')
    expect(badge).not.toContain('with distinction')
    const input = sampleInput({ achievementType: 'ext:ParticipationStatement', plain: true })
    const participation = textOf(await drawCertificate({ ...input, illustrative: false }))
    expect(participation).toContain('Statement of participation')
    expect(participation).not.toMatch(/hours|score|EQF|Sample programme,/)
  })

  testWith(['pdftotext'], 'speaks the language it is asked to', async () => {
    const greek = textOf(await drawCertificate(sampleInput({ language: 'el' })))
    expect(greek).toContain('Πιστοποιητικό ολοκλήρωσης')
    expect(greek).toContain('20 Νοεμβρίου 2026')
  })

  testWith(['pdftotext'], 'is one page however long name, title and description are', async () => {
    const word = 'Konstantinopoulou-Papageorgiou'
    for (const name of [
      `Maria ${word} von Hohenzollern-Sigmaringen ${word}`,
      word.repeat(4),
      'Ö',
    ]) {
      const long = { name, title: 'Digital competences and more '.repeat(9), distinction: true }
      const pdf = await drawCertificate(
        sampleInput({ ...long, description: 'Many words about the course. '.repeat(40) }),
      )
      const boxes = run('pdftotext', '-bbox', fileOf(pdf, 'pdf'), '-').toString()
      const words = [
        ...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
      ]
      expect(words.length).toBeGreaterThan(20)
      for (const [, left, top, right, bottom] of words.map((match) => match.map(Number))) {
        expect(left).toBeGreaterThan(46)
        expect(right).toBeLessThan(841.89 - 46)
        expect(top).toBeGreaterThan(46)
        expect(bottom).toBeLessThan(595.28 - 46)
      }
    }
  })

  testWith(['pdftoppm', 'zbarimg'], 'has a QR code that a scan at 100 dpi reads', async () => {
    const path = newPath('png')
    const pdf = fileOf(await drawCertificate(sampleInput()), 'pdf')
    run('pdftoppm', '-r', '100', '-png', '-singlefile', pdf, path.replace(/\.png$/, ''))
    expect(run('zbarimg', '-q', '--raw', path).toString().trim()).toBe(pageUrl)
  })

  testWith(['pdfdetach'], 'carries the credential byte for byte', async () => {
    const credential = sampleBadge({ name: 'Ελένη Щ Ģ 🎓'.replace(' 🎓', '') })
    const json = JSON.stringify(credential, null, 1)
    const pdf = await drawCertificate({ ...sampleInput(), credential, json })
    const path = newPath('json')
    run('pdfdetach', '-save', '1', '-o', path, fileOf(pdf, 'pdf'))
    expect(readFileSync(path, 'utf8')).toBe(json)
  })
})

describe('a name that no shipped font can draw', () => {
  test.each(['李小龍', 'محمد', 'Anna 🎓', 'देवी', 'A\u202Eb', 'A\u200Bb'])('%s is found', (name) => {
    expect(isPrintable(name)).toBe(false)
    expect(missingGlyphs(name).length).toBeGreaterThan(0)
  })

  test('is refused by code, naming its letters', async () => {
    const refused = drawCertificate(sampleInput({ name: 'Bruce 李' }))
    await expect(refused).rejects.toMatchObject({
      code: 'name-not-printable',
      message: expect.stringContaining('李 (U+674E)'),
    })
  })

  test('is not one in Latin, Greek, Cyrillic, Georgian, Armenian or Ethiopic, in composed or decomposed form', () => {
    for (const name of [
      ...names,
      'Nguyễn Thị Ánh',
      'ᾠδή',
      'Ћирић Ѓорѓиев',
      'O’Brien–Smith',
      'ნინო ბერიძე (Nino)',
      'Արամ Խաչատրյան',
      'ሰላም ተስፋዬ',
    ]) {
      expect(missingGlyphs(name)).toEqual([])
      expect(missingGlyphs(name.normalize('NFD'))).toEqual([])
    }
  })

  test('is an empty one too', async () => {
    expect(isPrintable('  ')).toBe(false)
    await expect(drawCertificate(sampleInput({ name: ' ' }))).rejects.toMatchObject({
      code: 'name-not-printable',
    })
  })

  test('may stand in a title or an emblem: refused likewise', async () => {
    await expect(drawCertificate(sampleInput({ title: '図書館' }))).rejects.toMatchObject({
      code: 'name-not-printable',
    })
    const input = { ...sampleInput(), emblem: { ...emblem, label: '本' } }
    await expect(drawCertificate(input)).rejects.toMatchObject({ code: 'name-not-printable' })
  })
})
