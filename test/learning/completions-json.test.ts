import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import { parseCompletionsJson } from '../../src/learning/completions-json.ts'
import { importOptions, readAll, said } from './sample.ts'

const parse = (completions: unknown) => parseCompletionsJson({ completions }, importOptions)

const eleni = {
  learnerId: '1',
  email: 'eleni@example.org',
  name: 'Ελένη Γεωργίου',
  language: 'el',
  completedOn: '2026-11-22',
  score: 94.5,
  modules: ['m01', 'm02'],
}

describe('completions as JSON', () => {
  test('read like the same rows of CSV', async () => {
    const [json] = parse([eleni])
    const [csv] = await readAll(
      'learner_id,email,name,language,completed_on,score,modules\n1,eleni@example.org,Ελένη Γεωργίου,el,2026-11-22,94.5,m01 m02',
    )
    expect(json).toEqual({ ...csv, line: 1, completion: { ...csv?.completion, line: 1 } })
  })

  test('are complained about one by one, under the names of their members', () => {
    const rows = parse([
      { ...eleni, completedOn: '22/11/2026' },
      { ...eleni, score: 101 },
      { ...eleni, modules: ['m99'] },
      { name: 'Anna' },
      eleni,
      eleni,
    ])
    expect(said(rows)).toEqual([
      '1 date-unreadable completedOn',
      '2 score-unreadable score',
      '3 module-unknown modules',
      '4 learner-key-missing',
      '6 learner-twice (warning)',
    ])
    expect(rows[4]?.completion).not.toBeNull()
  })

  test('are refused with every mistake of form at its place', () => {
    try {
      parse([
        { ...eleni, name: 7 },
        { ...eleni, grade: 'A' },
      ])
      throw new Error('was not refused')
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      expect((error as Refusal).code).toBe('completions-invalid')
      expect((error as Refusal).details.map(({ at }) => at)).toEqual([
        '$.completions[0].name',
        '$.completions[1]',
      ])
    }
  })

  test.each([null, [], {}, { completions: {} }])('are refused as %j', (input) => {
    expect(() => parseCompletionsJson(input, importOptions)).toThrow(Refusal)
  })
})
