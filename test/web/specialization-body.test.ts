import { expect, test } from '@jest/globals'
import { specializationBody } from '../../src/web/specialization-body.ts'
import { biblio } from '../learning/sample.ts'

test('a translation that is still owed is left out of what programs read', () => {
  const [first] = biblio.specializations
  if (!first) throw new Error('the sample has specializations')
  const owing = { ...first, name: { ...first.name, it: null } }
  const place = { ruleVersion: 'sha256-x', publicUrl: new URL('https://example.org') }
  const { it: _, ...others } = first.name
  expect(specializationBody(owing, place)).toMatchObject({ specialization: first.id })
  expect((specializationBody(owing, place) as { name: object }).name).toEqual(others)
})
