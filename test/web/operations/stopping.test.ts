import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startService } from '../../support/service-process.ts'

const notThere = ['ECONNREFUSED']

test('a service that is told to stop under load answers everything that it was asked, and leaves one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const env = { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', VIEWS_PER_MINUTE: '1000000' }
  const service = await startService('main.js', [], { env, cwd: folder })
  const agent = new Agent({ keepAlive: true, maxSockets: 12 })
  const seen = { answered: 0, afterwards: 0, lost: [] as string[], refused: 0 }
  let isStopping = false
  const ask = (path: string, body?: string) =>
    new Promise<number>((resolve) => {
      const method = body === undefined ? 'GET' : 'POST'
      const options = { host: '127.0.0.1', port: service.port, path, method, agent }
      const call = request(options, (response) => {
        response.resume()
        response.once('end', () => {
          seen.answered += 1
          if (isStopping) seen.afterwards += 1
          resolve(response.statusCode ?? 0)
        })
        response.once('error', () => seen.lost.push(`${path} was cut off`))
      })
      call.once('error', (fault: NodeJS.ErrnoException) => {
        if (notThere.includes(fault.code ?? '')) seen.refused += 1
        else if (!call.reusedSocket) seen.lost.push(`${path} ${fault.code}`)
        else seen.lost.push(`${path} again ${fault.code}`)
        resolve(0)
      })
      call.end(body)
    })
  const paths = ['/', '/.well-known/did.json', '/achievements', '/verify', '/readyz']
  const client = async (from: number) => {
    for (let at = from; seen.refused < 12; at += 1) {
      const isCheck = at % 3 === 0
      const path = isCheck ? '/api/verify' : (paths[at % 5] ?? '/')
      await ask(path, isCheck ? '{}' : undefined)
    }
  }
  try {
    const clients = Array.from({ length: 12 }, (_, at) => client(at))
    while (seen.answered < 200) await new Promise((resolve) => setTimeout(resolve, 10))
    isStopping = true
    const code = await service.stop('SIGTERM')
    await Promise.all(clients)
    expect(code).toBe(0)
    expect(seen.lost).toEqual([])
    expect(seen.afterwards).toBeGreaterThan(0)
    expect(seen.answered).toBeGreaterThan(200)
    const log = statSync(join(folder, 'colophon.sqlite-wal'), { throwIfNoEntry: false })
    expect(log?.size ?? 0).toBe(0)
    expect(service.log()).toContain('"stopped"')
  } finally {
    agent.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
