import { describe, expect, test } from '@jest/globals'
import { type Room, remember } from '../../src/proof/remember.ts'

function counted(room: number | Room<string>, answer = async (word: string) => word.repeat(3)) {
  const asked: string[] = []
  const ask = remember(
    (word: string) => {
      asked.push(word)
      return answer(word)
    },
    (word) => word,
    room,
  )
  return { ask, asked }
}

describe('what is remembered', () => {
  test('is asked for once, even while the answer is on its way', async () => {
    const { ask, asked } = counted(10)
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['aaa', 'aaa', 'bbb'])
    expect(await ask('a')).toBe('aaa')
    expect(asked).toEqual(['a', 'b'])
  })
  test('is forgotten when it was unused for longest', async () => {
    const { ask, asked } = counted(2)
    for (const word of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(word)
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })
  test('takes no more room than it was given', async () => {
    const { ask, asked } = counted({ maxEntries: 10, maxSize: 6, sizeOf: (text) => text.length })
    for (const word of ['a', 'b', 'c', 'b', 'c', 'a']) await ask(word)
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
  test('is nothing that is larger than all the room', async () => {
    const { ask, asked } = counted({ maxEntries: 10, maxSize: 2, sizeOf: (text) => text.length })
    await ask('a')
    expect(await ask('a')).toBe('aaa')
    expect(asked).toEqual(['a', 'a'])
  })
  test('is nothing that threw', async () => {
    let isBroken = true
    const { ask, asked } = counted(10, async (word) => {
      if (isBroken) throw new Error(word)
      return word
    })
    await expect(ask('a')).rejects.toThrow('a')
    isBroken = false
    expect(await ask('a')).toBe('a')
    expect(asked).toEqual(['a', 'a'])
  })
})
