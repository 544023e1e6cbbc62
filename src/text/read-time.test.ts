import { describe, expect, it } from 'vitest'
import { readTime } from './read-time'

describe('readTime', () => {
  it.each([
    ['2024-05-06T07:08:09.101Z ERROR denied', '2024-05-06T07:08:09Z'],
    ['2024-05-06 07:08:09,101 [worker-3] denied', '2024-05-06T07:08:09'],
    ['2024/05/06 07:08:09 denied', '2024-05-06T07:08:09'],
    ['{"ts":"2024-05-06T09:08:09+0200","msg":"denied"}', '2024-05-06T09:08:09+02:00'],
    ['10.0.0.1 - - [06/May/2024:07:08:09 +0000] denied', '2024-05-06T07:08:09Z'],
    ['2024-05-06T07:08:09Z Traceback:\n  File "a.py"\n  denied', '2024-05-06T07:08:09Z'],
    ['2024-05-06T07:08:09Z one\n2024-05-06T07:08:10Z denied', '2024-05-06T07:08:10Z'],
  ])('reads %j', (text, time) => {
    expect(readTime(text, text.indexOf('denied'))).toBe(time)
  })

  it.each(['May  6 07:08:09 host denied', '06/Foo/2024:07:08:09 denied', 'denied', ''])('finds none in %j', (text) => {
    expect(readTime(text, Math.max(0, text.indexOf('denied')))).toBeNull()
  })
})
