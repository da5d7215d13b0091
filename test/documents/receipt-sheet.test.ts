import { describe, expect, test } from '@jest/globals'
import type { ReceiptName } from '../../src/credential/receipt.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { drawReceipt } from '../../src/documents/receipt-sheet.ts'
import { receiptClaims } from '../support/receipt-claims.ts'

async function printed(names: readonly ReceiptName[]): Promise<string> {
  const sheet = await drawReceipt(receiptClaims(names), 'a.b.c', 'en')
  const { pages } = await readPdfApart(sheet)
  return pages.lines.map(({ text }) => text).join('\n')
}

describe('the sheet of a receipt', () => {
  test('names the specialization, rules and modules, with the id behind', async () => {
    const text = await printed([
      { kind: 'specialization', id: 'keeper', text: 'Φύλακας δεδομένων', language: 'el' },
      { kind: 'rule', id: 'mooc', text: 'Completion of the MOOC', language: 'en' },
      { kind: 'module', id: 'data', text: 'Управление на данни', language: 'bg' },
    ])
    expect(text).toContain('Φύλακας δεδομένων (keeper)')
    expect(text).toContain('Completion of the MOOC (mooc): Met')
    expect(text).toContain('Управление на данни (data)')
  })

  test('has the ids alone where it was made without names', async () => {
    const text = await printed([])
    expect(text).toContain('mooc: Met')
    expect(text).not.toContain('(mooc)')
  })

  test('is drawn with the id where no font has the letters of a name', async () => {
    const text = await printed([
      { kind: 'rule', id: 'mooc', text: '慕课', language: 'zh' },
      { kind: 'module', id: 'data', text: 'Data', language: 'en' },
    ])
    expect(text).toContain('mooc: Met')
    expect(text).toContain('Data (data)')
  })
})
