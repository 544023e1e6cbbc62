import { expect, it } from 'vitest'
import { presentMove } from './present-keys'

it.each([
  ['Space tells the next step', ' ', [0, 0], [0, 1]],
  ['Space goes from the answer to the next card', ' ', [0, 2], [1, 0]],
  ['Space ends at the answer of the last card', ' ', [2, 2], null],
  ['Backspace takes a step back', 'Backspace', [1, 1], [1, 0]],
  ['an arrow turns the card, and begins with its question', 'ArrowRight', [0, 2], [1, 0]],
  ['and back', 'ArrowLeft', [1, 0], [0, 0]],
  ['no card is before the first', 'ArrowLeft', [0, 1], null],
  ['End goes to the last card', 'End', [0, 0], [2, 0]],
  ['Home goes to the first', 'Home', [2, 1], [0, 0]],
  ['other keys turn nothing', 'x', [1, 1], null],
] as const)('%s', (_, key, [card, step], to) => {
  expect(presentMove(key, { card, step }, 3)).toEqual(to && { card: to[0], step: to[1] })
})
