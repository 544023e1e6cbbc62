import { expect, it } from 'vitest'
import { requiredWord } from './required-word'

it.each([
  [/\bYou\sare\snot\sauthorized\sto\s(?:launch|stop)/gi, 'authorized'],
  [/(?:one|other)thing/, 'thing'],
  [/things?\b/, 'thing'],
  [/colou?r/, 'colo'],
  [/words{0,3}/, 'word'],
  [/abc[dh]ijkl/, 'ijkl'],
  [/\wordless/, 'ordless'],
  [/[\]ae]fgh/, null],
  [/(?=words)wor\w+/, null],
  [/either|neither/, null],
  [/(?:either)?/, null],
])('every text that %s matches has %s', (pattern, word) => {
  expect(requiredWord(pattern)).toBe(word)
})
