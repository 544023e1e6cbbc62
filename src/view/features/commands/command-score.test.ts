import { expect, it } from 'vitest'
import { commandScore } from './command-score'

const COMMANDS = [
  ['AWS check: decode, import, simulate', 'credentials assume role none'],
  ['Assume none in the layers not pasted', ''],
  ['Start a new case', 'clear reset'],
  ['Show the policies: Service control (SCP)', ''],
] as const

const found = (search: string) =>
  COMMANDS.map(([title, keywords]) => ({ title, score: commandScore(search, title, keywords) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ title }) => title)

it.each([
  [
    'the words of a command find it before those that only know of them',
    'assume none',
    'Assume none in the layers not pasted',
  ],
  ['words come in any order', 'scp show', 'Show the policies: Service control (SCP)'],
  ['a command is found by what else it is called', 'reset', 'Start a new case'],
  ['case is no difference', 'NEW CASE', 'Start a new case'],
])('%s', (_, search, title) => {
  expect(found(search)[0]).toBe(title)
})

it('letters that only stand somewhere in a name find nothing', () => {
  expect(found('acd')).toEqual([])
  expect(found('nothing of this name')).toEqual([])
})
