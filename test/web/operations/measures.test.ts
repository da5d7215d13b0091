import { describe, expect, test } from '@jest/globals'
import { Counter, Histogram, measureText } from '../../../src/web/operations/measures.ts'
import { classOf } from '../../../src/web/operations/request-class.ts'

describe('a counter', () => {
  test('counts each combination of labels apart, and says nothing before there is one', () => {
    const counter = new Counter('x_total', 'Things')
    expect(counter.text()).toBe('')
    counter.add({ class: 'check' })
    counter.add({ class: 'check' }, 2)
    counter.add({ class: 'bulk' })
    expect(counter.text()).toBe(
      '# HELP x_total Things\n# TYPE x_total counter\nx_total{class="check"} 3\nx_total{class="bulk"} 1\n',
    )
  })
})

describe('a histogram', () => {
  test('adds its buckets up, and what is beyond all of them is in the last', () => {
    const histogram = new Histogram('t', 'Times', [0.1, 1])
    for (const value of [0.1, 0.5, 0.6, 7]) histogram.observe({}, value)
    expect(histogram.text().split('\n').slice(2, -1)).toEqual([
      't_bucket{le="0.1"} 1',
      't_bucket{le="1"} 3',
      't_bucket{le="+Inf"} 4',
      't_sum 8.2',
      't_count 4',
    ])
  })
})

test('a label cannot break out of its quotation marks', () => {
  const text = measureText('x', { kind: 'gauge', help: 'X' }, [[{ a: 'b"\n\\' }, 1]])
  expect(text).toContain('x{a="b\\"\\n\\\\"} 1\n')
})

describe('the class of a request', () => {
  const id = 'h'.repeat(26)
  test.each([
    ['GET', '/readyz', 'probe'],
    ['GET', '/metrics', 'probe'],
    ['POST', '/verify', 'check'],
    ['POST', '/api/verify', 'check'],
    ['GET', '/verify', 'check'],
    ['GET', `/c/${id}`, 'check'],
    ['GET', `/c/${id}.json`, 'check'],
    ['GET', `/c/${id}.jwt`, 'check'],
    ['GET', '/s/abc', 'check'],
    ['POST', '/vc-api/credentials/verify', 'check'],
    ['GET', `/c/${id}.pdf`, 'page'],
    ['GET', `/c/${id}/status.json`, 'status'],
    ['GET', '/status/1', 'status'],
    ['GET', '/.well-known/did.json', 'status'],
    ['GET', '/keys/x', 'status'],
    ['GET', '/achievements', 'page'],
    ['OPTIONS', '/oid4vci/token', 'page'],
    ['POST', '/api/credentials/x/revoke', 'issue'],
    ['POST', '/vc-api/credentials/issue', 'issue'],
    ['POST', '/oid4vci/credential', 'issue'],
    ['POST', '/claim/x', 'issue'],
    ['POST', '/api/completions', 'bulk'],
    ['POST', '/verify/batch', 'bulk'],
    ['POST', '/provider/digy/lists', 'bulk'],
    ['GET', '/my/all.zip', 'bulk'],
    ['GET', '/api/enrolments.csv', 'bulk'],
    ['DELETE', '/anything/new', 'issue'],
    ['GET', '/anything/new', 'page'],
  ])('%s %s is %s', (method, path, is) => {
    expect(classOf(method, path)).toBe(is)
  })
})
