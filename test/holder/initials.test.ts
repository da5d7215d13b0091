import { describe, expect, test } from '@jest/globals'
import { initialsOf } from '../../src/holder/initials.ts'

describe('initials', () => {
  test.each([
    ['Maria Papa', 'M. P.'],
    ['Ελένη  Παπαδοπούλου', 'Ε. Π.'],
    ['élodie anne-marie', 'É. A. M.'],
    ['Иван Петров', 'И. П.'],
    ['Ģirts Ķēniņš', 'Ģ. Ķ.'],
    ['O’Brien', 'O.'],
    ['محمد علي', 'م. ع.'],
    ['e\u0301ric', 'É.'],
    ['Madonna', 'M.'],
    ['1234 !!', ''],
    ['', ''],
    ['<b>Bold</b> "x"', 'B. X.'],
    ['\u202Eevil', 'E.'],
    ['a b c d e f g h', 'A. B. C. D. E.'],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('give no more than one letter of each word away', () => {
    for (const name of ['Μαρία Παπά', 'Jean-Luc Picard', 'Li Wei'])
      for (const word of initialsOf(name).split(' ')) expect([...word]).toHaveLength(2)
  })
})
