import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { NotThere } from '../../src/checking/outside/fetched.ts'
import { type GuardSettings, guardedFetch } from '../../src/checking/outside/guarded-fetch.ts'
import { selfSigned } from '../support/certificate.ts'

type Play = (request: IncomingMessage, response: ServerResponse) => void

const { cert, key } = selfSigned(['issuer.example', 'other.example'])
const asked: { url: string; headers: IncomingMessage['headers'] }[] = []
let play: Play = (_, response) => response.end('{}')
let port = 0

// A real server over real TLS on this machine, which the guard as it ships would never speak to.
const server = createServer({ cert, key }, (request, response) => {
  asked.push({ url: request.url ?? '', headers: request.headers })
  play(request, response)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  asked.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const guard = (settings: GuardSettings = {}) =>
  guardedFetch({
    port,
    ca: cert,
    resolve: async () => ['127.0.0.1'],
    isAllowed: (address) => address === '127.0.0.1',
    ...settings,
  })

const get = (path = '/', settings: GuardSettings = {}) =>
  guard(settings)(new URL(`https://issuer.example${path}`))

/** Answers with these headers and this body, and with nothing else. */
const answer =
  (headers: Record<string, string | string[]>, body: string | Buffer = '{}', status = 200): Play =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

describe('the guarded fetch', () => {
  test('gets a document, its type and how long it stays good', async () => {
    play = answer({ 'content-type': 'application/vc', 'cache-control': 'public, max-age=120' })
    const fetched = await get('/status/1?a=b#part')
    expect(fetched).toMatchObject({ contentType: 'application/vc', maxAgeSeconds: 120 })
    expect(Buffer.from(fetched.body).toString()).toBe('{}')
    expect(asked.map(({ url }) => url)).toEqual(['/status/1?a=b'])
  })
  test('asks for credentials, unpacked, and says nothing of us or of whoever asks', async () => {
    play = answer({ 'set-cookie': 'id=1' })
    const fetch = guard()
    await fetch(new URL('https://issuer.example/'))
    await fetch(new URL('https://issuer.example/'))
    const headers = asked[1]?.headers ?? {}
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
    expect(headers.accept).toMatch(/^application\/vc, application\/vc\+jwt, application\/json, /)
    expect(headers['accept-encoding']).toBe('identity')
  })
  test.each([
    ['max-age=120', '100', 20],
    ['max-age=120', '500', 1],
    ['no-store', undefined, 0],
    ['private, no-cache, max-age=60', undefined, 0],
    ['max-age=-1', undefined, undefined],
    ['max-age=99999999999999', undefined, undefined],
    ['public', undefined, undefined],
  ])('reads Cache-Control %j with Age %j', async (cacheControl, age, seconds) => {
    play = answer({ 'cache-control': cacheControl, ...(age ? { age } : {}) })
    expect((await get()).maxAgeSeconds).toBe(seconds)
  })

  test.each([404, 410])('tells %i from not being able to ask', async (status) => {
    play = answer({}, 'nothing here', status)
    const thrown = await get().catch((error) => error)
    expect(thrown).toBeInstanceOf(NotThere)
    expect(thrown.isGone).toBe(status === 410)
  })
  test.each([201, 204, 206, 304, 400, 401, 403, 429, 500, 503])(
    'takes %i for no answer',
    async (status) => {
      play = answer({}, '', status)
      const thrown = await get().catch((error) => error)
      expect(thrown).toBeInstanceOf(Error)
      expect(thrown).not.toBeInstanceOf(NotThere)
    },
  )
  test('has no answer from a server without a certificate for the name', async () => {
    play = answer({})
    await expect(guard()(new URL('https://third.example/'))).rejects.toThrow(/altnames/)
    await expect(get('/', { ca: selfSigned(['issuer.example']).cert })).rejects.toThrow()
    expect(asked).toEqual([])
  })
})

describe('an address', () => {
  test('that is not public is not connected to, whatever its name', async () => {
    const isPublic = { isAllowed: undefined } as unknown as GuardSettings
    await expect(get('/', isPublic)).rejects.toThrow('not a public address')
    expect(asked).toEqual([])
  })
  test('that is not public spoils the public ones beside it', async () => {
    const resolve = async () => ['127.0.0.1', '10.0.0.1']
    await expect(get('/', { resolve })).rejects.toThrow('not a public address')
    expect(asked).toEqual([])
  })
  test('is looked up once for a connection, so that a second answer cannot differ', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    let lookups = 0
    const resolve = async () => answers[lookups++] ?? ['10.0.0.1']
    play = answer({})
    await get('/', { resolve })
    expect(lookups).toBe(1)
  })
  test('is looked at again for every redirect', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const resolve = async () => answers.shift() ?? []
    play = answer({ location: '/there' }, '', 302)
    await expect(get('/', { resolve })).rejects.toThrow('not a public address')
    expect(asked.map(({ url }) => url)).toEqual(['/'])
  })
  test('that does not exist is no answer', async () => {
    await expect(get('/', { resolve: async () => [] })).rejects.toThrow('no address')
    const resolve = () => Promise.reject(new Error('SERVFAIL'))
    await expect(get('/', { resolve })).rejects.toThrow('SERVFAIL')
  })
  test('whose name is never answered is given up', async () => {
    const resolve = () => new Promise<string[]>(() => undefined)
    await expect(get('/', { resolve, deadlineMs: 200 })).rejects.toThrow(/aborted|timeout/i)
  })
})

describe('a redirect', () => {
  test('is followed twice within the host', async () => {
    play = ({ url }, response) =>
      url === '/c'
        ? response.end('there')
        : response
            .writeHead(301, { location: url === '/a' ? '/b' : 'https://issuer.example/c' })
            .end()
    const fetched = await get('/a')
    expect(Buffer.from(fetched.body).toString()).toBe('there')
    expect(fetched.url?.href).toBe('https://issuer.example/c')
  })
  test('is not followed a third time', async () => {
    play = ({ url = '' }, response) => response.writeHead(307, { location: `${url}x` }).end()
    await expect(get('/')).rejects.toThrow('redirected too often')
    expect(asked).toHaveLength(3)
  })
  test.each([
    'https://other.example/',
    'http://issuer.example/',
    'https://issuer.example:8443/',
    'https://127.0.0.1/',
    'https://[::1]/',
    '//other.example/',
    'https://user:secret@issuer.example/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'https://issuer.example.other.example/',
    'http://',
  ])('to %s is not followed', async (location) => {
    play = answer({ location }, '', 302)
    await expect(get('/')).rejects.toThrow(/^redirected/)
    expect(asked).toHaveLength(1)
  })
  test('to nowhere is no answer', async () => {
    play = answer({}, '', 302)
    await expect(get('/')).rejects.toThrow('redirected nowhere')
  })
})

describe('a hostile server', () => {
  const mebibyte = 1024 * 1024

  test('may send 1 MiB, and not a byte more', async () => {
    play = answer({}, Buffer.alloc(mebibyte))
    expect((await get()).body).toHaveLength(mebibyte)
    play = answer({}, Buffer.alloc(mebibyte + 1))
    await expect(get()).rejects.toThrow('answer too large')
  })
  test('may send more where more is wanted, and not a byte more than that', async () => {
    const fetch = guard()
    const url = new URL('https://issuer.example/photo')
    play = answer({}, Buffer.alloc(3 * mebibyte))
    expect((await fetch(url, { maxBytes: 3 * mebibyte })).body).toHaveLength(3 * mebibyte)
    await expect(fetch(url, { maxBytes: 3 * mebibyte - 1 })).rejects.toThrow('answer too large')
  })
  test('cannot send without end', async () => {
    let sent = 0
    play = (_, response) => {
      const more = () => {
        sent += 65_536
        if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more))
      }
      more()
    }
    await expect(get()).rejects.toThrow('answer too large')
    expect(sent).toBeLessThan(64 * mebibyte)
  })
  test('cannot send slowly without end', async () => {
    play = (_, response) => {
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    }
    await expect(get('/', { deadlineMs: 300 })).rejects.toThrow()
  })
  test('cannot keep silent without end, nor redirect so', async () => {
    play = () => undefined
    await expect(get('/', { deadlineMs: 200 })).rejects.toThrow()
    play = (_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150)
    }
    await expect(get('/', { deadlineMs: 250 })).rejects.toThrow(/aborted|timeout/i)
  })
  test.each(['gzip', 'br', 'deflate, gzip', 'identity, gzip', 'x-unheard-of'])(
    'cannot send %s',
    async (encoding) => {
      play = answer({ 'content-encoding': encoding }, gzipSync('{}'))
      await expect(get()).rejects.toThrow('encoding')
    },
  )
  test('cannot promise more than it sends', async () => {
    play = (request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{}')
      setTimeout(() => request.socket.end(), 20)
    }
    await expect(get()).rejects.toThrow()
  })
  test('cannot promise more than may be sent', async () => {
    play = (_, response) => {
      response.writeHead(200, { 'content-length': String(mebibyte + 1) }).write('{}')
    }
    await expect(get()).rejects.toThrow('answer too large')
  })
  test('cannot send more than it promised', async () => {
    play = (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}{"more":"of it"}')
    }
    const fetched = await get().catch(() => undefined)
    expect(Buffer.from(fetched?.body ?? '').toString()).not.toContain('more')
  })
  test('cannot send two lengths', async () => {
    play = (request) => {
      request.socket.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      )
    }
    await expect(get()).rejects.toThrow()
  })
  test('cannot send ten thousand headers', async () => {
    play = (request) => {
      const flood = Array.from({ length: 10_000 }, (_, at) => `x-${at}: y\r\n`).join('')
      request.socket.end(`HTTP/1.1 200 OK\r\n${flood}\r\n{}`)
    }
    await expect(get()).rejects.toThrow(/header/i)
  })
  test('cannot answer before the answer without end', async () => {
    play = (request) => {
      const drip = setInterval(() => request.socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5)
      request.socket.on('close', () => clearInterval(drip)).on('error', () => undefined)
    }
    await expect(get('/', { deadlineMs: 200 })).rejects.toThrow()
  })
  test('cannot turn the connection into another', async () => {
    play = (request) => {
      request.socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      )
    }
    await expect(get('/', { deadlineMs: 1_000 })).rejects.toThrow('answered 101')
  })
  test('that breaks the connection off is no answer', async () => {
    play = ({ socket }) => socket.destroy()
    await expect(get()).rejects.toThrow()
    play = ({ socket }, response) => {
      response.write('{')
      setTimeout(() => socket.destroy(), 20)
    }
    await expect(get()).rejects.toThrow()
  })
  test('that speaks no HTTP is no answer', async () => {
    play = ({ socket }) => socket.end('220 mail.example ESMTP\r\n')
    await expect(get()).rejects.toThrow()
  })
})
