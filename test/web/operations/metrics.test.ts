import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RequestLine } from '../../../src/web/operations/observe.ts'
import { faultText, requestLog } from '../../../src/web/operations/request-log.ts'
import { adminToken, openShop, type Shop } from '../../support/shop.ts'
import { award, issueOne, reserve } from '../../support/workshop.ts'

const metricsToken = 'a-token-for-the-metrics-of-the-tests'
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { METRICS_TOKEN: metricsToken, TRUST_PROXY: '1' } })
})
afterAll(() => shop.close())

/** Lines of the form of Prometheus' text format 0.0.4, by name and labels. */
async function readMetrics(headers: Record<string, string> = {}) {
  const answer = await shop.ask('/metrics', { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await answer.text()
  const values = new Map<string, number>()
  const typed = new Set<string>()
  for (const line of text.trim().split('\n')) {
    const kind = /^# TYPE (\w+) (?:counter|gauge|histogram)$/.exec(line)?.[1]
    if (kind !== undefined) expect(typed.has(kind)).toBe(false)
    if (kind !== undefined) typed.add(kind)
    if (line.startsWith('#')) continue
    const [, series = '', name = '', value = ''] =
      /^((\w+)(?:\{(?:\w+="(?:[^"\\]|\\.)*",?)+\})?) (\S+)$/.exec(line) ?? []
    expect([line, Number.isFinite(Number(value)) && value !== '']).toEqual([line, true])
    expect([
      line,
      typed.has(name.replace(/_(?:bucket|sum|count)$/, '')) || typed.has(name),
    ]).toEqual([line, true])
    expect([line, values.has(series)]).toEqual([line, false])
    values.set(series, Number(value))
  }
  return { text, values }
}

describe('/metrics', () => {
  test('counts requests by class and status, refusals by code, and how long they took', async () => {
    const before = (await readMetrics()).values
    await shop.ask('/verify')
    await shop.ask('/c/nothing')
    await shop.ask('/api/credentials/x/revoke', { method: 'POST' })
    const { values } = await readMetrics()
    const grown = (name: string) => (values.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grown('colophon_requests_total{class="check",status="200"}')).toBe(1)
    expect(grown('colophon_requests_total{class="check",status="404"}')).toBe(1)
    expect(grown('colophon_requests_total{class="issue",status="401"}')).toBe(1)
    expect(grown('colophon_refusals_total{code="credential-not-found"}')).toBe(1)
    expect(grown('colophon_refusals_total{code="unauthorised"}')).toBe(1)
    expect(grown('colophon_request_seconds_count{class="check"}')).toBe(2)
    expect(grown('colophon_request_seconds_bucket{class="check",le="+Inf"}')).toBe(2)
  })

  test('tells how the register and the process stand', async () => {
    const own = await openShop()
    try {
      const record = await issueOne(own.service)
      await issueOne(own.service, { key: 'email:two@example.org' })
      own.service.revoke(record.id, 'a test')
      await reserve(own.service, [award({ key: 'email:later@example.org' })])
      await own.ask('/status/1')
      const text = await (await own.ask('/metrics')).text()
      expect(text).toContain('colophon_credentials_issued_total 2\n')
      expect(text).toContain('colophon_credentials_revoked_total 1\n')
      expect(text).toContain('colophon_reservations_pending 1\n')
      expect(text).toContain('colophon_status_lists_stale 0\n')
      expect(text).toMatch(/colophon_status_list_age_seconds \d/)
      expect(text).toMatch(/process_resident_memory_bytes \d{8,}\n/)
      expect(text).toMatch(/colophon_event_loop_delay_seconds\{of="p99"\} \d+(?:\.\d+)?\n/)
      expect(text).toMatch(/colophon_running\{class="check"\} 0\n/)
      expect(text).toMatch(/colophon_build_info\{version="[\d.]+",node="[\d.]+"\} 1\n/)
    } finally {
      await own.close()
    }
  })

  test('names no path, id or address, whatever is asked for', async () => {
    const record = await issueOne(shop.service)
    await shop.ask(`/c/${record.id}`, { headers: { 'x-forwarded-for': '198.51.100.77' } })
    await shop.ask('/a-path-of-mine/x"} 1')
    const { text } = await readMetrics()
    for (const secret of [record.id, '198.51.100.77', 'a-path-of-mine', 'Μαρία'])
      expect(text).not.toContain(secret)
  })

  test('is for this machine, for its token and for administrators, not for what comes by a proxy', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' }
    const ask = async (headers: Record<string, string>) =>
      (await shop.ask('/metrics', { headers })).status
    const bearer = (token: string) => ({ ...from, authorization: `Bearer ${token}` })
    expect(await ask({})).toBe(200)
    expect(await ask(from)).toBe(401)
    expect(await ask({ forwarded: 'for=198.51.100.7' })).toBe(401)
    expect(await ask(bearer('another'))).toBe(401)
    expect(await ask(bearer(metricsToken))).toBe(200)
    expect(await ask(bearer(adminToken))).toBe(200)
    expect(await ask(bearer(shop.token('provider')))).toBe(403)
    const other = await shop.ask('/api/corrections', { headers: bearer(metricsToken) })
    expect(other.status).toBe(401)
  })
})

describe('every answer', () => {
  test('has a random X-Request-Id of its own', async () => {
    const ids = await Promise.all(
      ['/', '/nothing', '/healthz'].map(async (path) =>
        (await shop.ask(path)).headers.get('x-request-id'),
      ),
    )
    for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('the log of requests', () => {
  const line = (over: Partial<RequestLine>): RequestLine => ({
    request: 'r',
    method: 'GET',
    route: '/',
    class: 'page',
    status: 200,
    ms: 1,
    ...over,
  })

  test('has a line per request, and of a flood that is turned away none', () => {
    const told: string[] = []
    const note = (level: string) => () => told.push(level)
    const log = { info: note('info'), debug: note('debug'), warn: note('warn') }
    const tell = requestLog(log as never)
    tell(line({}))
    tell(line({ class: 'probe' }))
    for (let at = 0; at < 100; at += 1) tell(line({ status: 503, code: 'busy' }))
    expect(told).toEqual(['info', 'debug'])
  })

  test('does not repeat what a parser quotes', () => {
    let thrown: unknown
    try {
      JSON.parse('{"name":"Maria')
    } catch (fault) {
      thrown = fault
    }
    expect(faultText(thrown)).not.toContain('Maria')
    expect(faultText(thrown)).toMatch(/SyntaxError.*\n.*metrics\.test/s)
    expect(faultText(new Error('the disk is full'))).toContain('the disk is full')
    expect(faultText('Maria')).toBe('string')
  })
})
