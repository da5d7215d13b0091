import { rmSync } from 'node:fs'
import { request } from 'node:http'
import type { Role } from '../../src/ledger/tokens.ts'
import { createToken } from '../../src/service/access.ts'
import type { ServiceOptions } from '../../src/service/service.ts'
import { startServer } from '../../src/web/server.ts'
import { openWorkshop } from './workshop.ts'

export const adminToken = 'an-administrator-of-the-tests-only'

/** The service behind a real port on loopback; what it took for faults of its own is kept in `faults`. */
export async function openShop(
  options: ServiceOptions & { env?: Record<string, string>; dataDir?: string } = {},
) {
  const faults: unknown[] = []
  const workshop = await openWorkshop({
    onFault: (_where, thrown) => faults.push(thrown),
    fetch: async (url) => {
      throw new Error(`nothing outside is asked in tests: ${url.host}`)
    },
    ...options,
    env: { ADMIN_TOKEN: adminToken, ...options.env },
  })
  const { service } = workshop
  const server = await startServer(service, {
    onFault: (thrown) => faults.push(thrown),
    host: '127.0.0.1',
    // How busy the machine of the tests is tells nothing of the service.
    lateness: { lastingMs: 0, nowMs: 0 },
  })
  const base = `http://127.0.0.1:${server.port}`
  let isOpen = true
  const stop = async () => {
    if (isOpen) await server.stop()
    isOpen = false
  }
  return {
    ...workshop,
    base,
    faults,
    stop,
    /** A request to the service; the credentials of a caller go in as `token`. */
    ask: (path: string, init: RequestInit & { token?: string } = {}) => {
      const { token, ...rest } = init
      const headers = new Headers(rest.headers)
      if (token) headers.set('Authorization', `Bearer ${token}`)
      return fetch(`${base}${path}`, { redirect: 'manual', ...rest, headers })
    },
    /** The same without what `fetch` adds by itself (it makes a conditional request `no-cache`) or refuses to send. */
    askPlainly: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
        (resolve, reject) => {
          const call = request(`${base}${path}`, { headers, method, agent: false }, (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(chunks).toString('utf8'),
              }),
            )
          })
          call.on('error', reject)
          call.end()
        },
      ),
    token: (role: Role, scope: readonly string[] = []) =>
      createToken(service.ledger, { role, scope, label: 'test' }, service.now()),
    async close() {
      await stop()
      rmSync(workshop.dataDir, { recursive: true, force: true })
    },
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** The body as JSON of a shape that the test knows. */
export const json = async <T = Record<string, unknown>>(response: Response): Promise<T> =>
  (await response.json()) as T

/** The code of a problem, with the answer held to what every problem has (RFC 9457). */
export async function problemCode(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) throw new Error(`not a problem but ${type}`)
  const problem = await json<{ code: string; status: number; type: string; title: string }>(
    response,
  )
  if (problem.status !== response.status || !problem.title || !problem.type)
    throw new Error(`not a whole problem: ${JSON.stringify(problem)}`)
  return problem.code
}
