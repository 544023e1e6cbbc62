import { expect, it } from 'vitest'
import type { HandIn } from '../../../permalink/hand-in'
import { classCsv, classTable } from './class-table'

const right = { decision: 'implicitDeny', layer: 'identity' } as const
const wrong = { decision: 'explicitDeny', layer: 'scp' } as const
const of = (name: string, tries: HandIn['cards'][number]['tries'], time = '1'): HandIn => ({
  name,
  time,
  deck: 'd',
  cards: [{ title: 'A', expected: right, tries, repairs: tries.length > 1 ? 'dw' : '', repairText: '' }],
})

it('tells who was right at which try, what became of the last repair, and what many got wrong', () => {
  const table = classTable([of('Bo', [wrong, wrong, right]), of('Ann', [right]), of('Cy', [wrong])])
  expect(table.people.map(({ name, cells }) => [name, cells[0]?.rightAt, cells[0]?.repair])).toEqual([
    ['Ann', 1, null],
    ['Bo', 3, 'works'],
    ['Cy', null, null],
  ])
  expect(table.cards[0]?.wrong).toEqual([{ answer: 'SCPs: an explicit deny', count: 2 }])
})

it('counts the last hand-in of a name', () => {
  const table = classTable([of('Ann', [right], '2026-01-02'), of('Ann', [wrong], '2026-01-01')])
  expect(table.people.map(({ cells }) => cells[0]?.rightAt)).toEqual([1])
})

it('writes no name as a formula', () => {
  expect(classCsv(classTable([of('=HYPERLINK("x")', [right])]))).toContain(`"'=HYPERLINK(""x"")"`)
})
