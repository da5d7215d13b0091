import { describe, expect, test } from '@jest/globals'
import { isReceiptClaims } from '../../src/credential/receipt.ts'
import { receiptClaims } from '../support/receipt-claims.ts'

const rule = { kind: 'rule', id: 'mooc', text: 'Completion of the MOOC', language: 'en' }
const withNames = (names: unknown) => {
  const { receipt, ...rest } = receiptClaims([])
  return { ...rest, receipt: { ...receipt, decision: { ...receipt.decision, names } } }
}

describe('the names in a receipt', () => {
  test('may be there, and need not, as in receipts from before', () => {
    expect(isReceiptClaims(withNames([rule]))).toBe(true)
    expect(isReceiptClaims(withNames([{ ...rule, language: 'sr-Latn' }]))).toBe(true)
    expect(isReceiptClaims(withNames([]))).toBe(true)
    expect(isReceiptClaims(withNames(undefined))).toBe(true)
  })

  test.each([
    ['no list', { mooc: 'Completion' }],
    ['null', null],
    ['a bare text', ['Completion']],
    ['of another kind', [{ ...rule, kind: 'person' }]],
    ['without an id', [{ ...rule, id: undefined }]],
    ['without letters', [{ ...rule, text: ' ' }]],
    ['no text', [{ ...rule, text: 7 }]],
    ['longer than a name of a catalogue', [{ ...rule, text: 'x'.repeat(201) }]],
    ['in no language', [{ ...rule, language: '' }]],
    ['in a language that is markup', [{ ...rule, language: 'en" onclick="x' }]],
    ['more than there are ids', Array.from({ length: 4 }, () => rule)],
  ])('make it none where they are %s', (_what, names) => {
    expect(isReceiptClaims(withNames(names))).toBe(false)
  })

  test('may be as long as those of a catalogue, and one for each id', () => {
    expect(isReceiptClaims(withNames([{ ...rule, text: 'x'.repeat(200) }]))).toBe(true)
    expect(isReceiptClaims(withNames([rule, rule, rule]))).toBe(true)
  })
})
