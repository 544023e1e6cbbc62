import { expect, it } from 'vitest'
import { requiredWords, spaced } from './required-words'

it.each([
  [/\bYou\sare\snot\sauthorized\sto\s(?:launch|stop)/gi, 'you are not authorized to '],
  [/(?:one|other)thing/, 'thing'],
  [/things?\b/, 'thing'],
  [/colou?r/, 'colo'],
  [/words{0,3}/, 'word'],
  [/one\s?thing/, 'thing'],
  [/some\s*things/, 'things'],
  [/some\s+things/, 'things'],
  [/some\S\sthings\d/, ' things'],
  [/abc[dh]ijkl/, 'ijkl'],
  [/isn\u201Coff/, null],
  [/\wordless/, 'ordless'],
  [/[\]ae]fgh/, null],
  [/\s\s\sab/, null],
  [/(?=words)wor\w+/, null],
  [/either|neither/, null],
  [/(?:either)?/, null],
])('every text that %s matches has %s', (pattern, words) => {
  expect(requiredWords(pattern)).toBe(words)
})

it('finds words in a text that breaks its lines between them', () => {
  expect(spaced('May NOT\n\tpass')).toBe('may not  pass')
})
