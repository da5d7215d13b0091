import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  sealText,
  secretText,
  signAsymmetric,
  signSymmetric,
} from '../../src/proof/webhook-signature.ts'
import { isSealedWith, isSignedWith } from '../support/receiver.ts'

// The example that the libraries of Standard Webhooks are tested with.
const example = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1614265330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const key = Buffer.from(example.secret.slice('whsec_'.length), 'base64')

const sent = (signature: string, over: Record<string, string> = {}) => ({
  headers: {
    'webhook-id': example.id,
    'webhook-timestamp': String(example.seconds),
    'webhook-signature': signature,
    ...over,
  },
  body: example.body,
})

describe('a v1 signature', () => {
  test('is that of the published example', () => {
    expect(signSymmetric(example, key)).toBe(example.signature)
    expect(secretText(key)).toBe(example.secret)
  })

  test('is for one id, one time, one body and one secret', () => {
    const of = (over: Partial<typeof example>) => signSymmetric({ ...example, ...over }, key)
    for (const over of [{ id: 'msg_x' }, { seconds: 1614265331 }, { body: '{"test": 1}' }])
      expect(of(over)).not.toBe(example.signature)
    expect(signSymmetric(example, Buffer.alloc(24))).not.toBe(example.signature)
  })

  test('is found among others by a receiver, and one of something else is not', () => {
    const arrived = sent(`v1,AAAA v2,x ${example.signature}`)
    expect(isSignedWith(example.secret, arrived)).toBe(true)
    expect(isSignedWith(example.secret, { ...arrived, body: '{}' })).toBe(false)
    expect(isSignedWith(example.secret, sent('v1,AAAA'))).toBe(false)
  })
})

describe('a v1a signature', () => {
  // RFC 8032 §7.1, test 1.
  const seed = Buffer.from(
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  )
  const point = Buffer.from(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    'hex',
  )

  test('is of the key that its seed makes, as the RFC has it', () => {
    expect(sealText(seed)).toBe(`whpk_${point.toString('base64')}`)
  })

  test('verifies with the public key, and not for another body or key', () => {
    const arrived = sent(signAsymmetric(example, seed))
    expect(isSealedWith(sealText(seed), arrived)).toBe(true)
    expect(isSealedWith(sealText(seed), { ...arrived, body: '{}' })).toBe(false)
    expect(isSealedWith(sealText(Buffer.alloc(32, 7)), arrived)).toBe(false)
  })
})

describe('the receiver of docs/WEBHOOKS.md', () => {
  const shown = async () => {
    const [, code = ''] =
      /```js\n([\s\S]*?)```/.exec(readFileSync('docs/WEBHOOKS.md', 'utf8')) ?? []
    const at = `data:text/javascript,${encodeURIComponent(code)}`
    return (await import(at)) as {
      isGenuine: (headers: Record<string, string>, body: string, secret: string) => boolean
    }
  }

  test('takes what is signed and of now, and nothing else', async () => {
    const { isGenuine } = await shown()
    const seconds = Math.floor(Date.now() / 1_000)
    const of = (at: number, over = {}) =>
      sent(`v1,AAAA v1a,x ${signSymmetric({ ...example, seconds: at }, key)}`, {
        'webhook-timestamp': String(at),
        ...over,
      }).headers
    expect(isGenuine(of(seconds), example.body, example.secret)).toBe(true)
    expect(isGenuine(of(seconds), '{}', example.secret)).toBe(false)
    expect(isGenuine(of(seconds), example.body, secretText(Buffer.alloc(24)))).toBe(false)
    expect(isGenuine(of(seconds - 301), example.body, example.secret)).toBe(false)
    const moved = { 'webhook-timestamp': String(seconds + 1) }
    expect(isGenuine(of(seconds, moved), example.body, example.secret)).toBe(false)
    expect(isGenuine(of(seconds, { 'webhook-signature': '' }), example.body, example.secret)).toBe(
      false,
    )
  })
})
