import { describe, expect, test } from '@jest/globals'
import { searchWords } from '../src/names.ts'

describe('the words a name is found by', () => {
  test.each([
    ['Μαρία Παπαδοπούλου', ['μαρια', 'παπαδοπουλου']],
    ['ΜΑΡΙΑ', ['μαρια']],
    ['Νίκος ΝΊΚΟΣ', ['νικοσ']],
    ['Līga Ozoliņa-Bērziņa', ['liga', 'ozolina', 'berzina']],
    ['ИВАНОВ Георги', ['иванов', 'георги']],
    ['Łukasz Øster Ðuro', ['lukasz', 'oster', 'duro']],
    ['O’Neill D’Angelo', ['o', 'neill', 'd', 'angelo']],
    ['Straße', ['strasse']],
    ['Maria\u0301', ['maria']],
    ['ნინო', ['ნინო']],
    ['=2+3', ['2', '3']],
    ['  ', []],
  ])('of %s', (name, words) => {
    expect(searchWords(name)).toEqual(words)
  })

  test('are not carried from one script into another', () => {
    expect(searchWords('Maria')).not.toEqual(searchWords('Μαρία'))
    expect(searchWords('Иван')).not.toEqual(searchWords('Ivan'))
  })
})
