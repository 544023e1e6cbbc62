import { expect, it } from 'vitest'
import { SITUATION_ANSWERS } from './situation-answers'
import { SITUATION_ROWS } from './situations'
import { vectorsIn } from '../../testing/read-vectors'

interface Vector {
  readonly id: string
  readonly fires: string
  readonly silent: string
}

const VECTORS = vectorsIn<Vector>('facts/situations/vectors')

const SENTENCES = SITUATION_ROWS.flatMap(([, { says = [] }]) => says).length
/** The services that speak or are refused, by their prefix. */
const SERVICES = new Set(
  SITUATION_ROWS.flatMap(([, { service, refused, actions = [] }]) => [
    ...(service === undefined ? [] : [service]),
    ...(refused?.endsWith('.amazonaws.com') ? [refused.split('.', 1)[0]] : []),
    ...actions.map((action) => action.split(':', 1)[0]),
  ]),
).size
const BOTH_SIDES = VECTORS.filter(({ fires, silent }) => fires !== '' && silent !== '').length
const FIRST = Object.values(SITUATION_ANSWERS).map(({ changes: [first] }) => first)
const CONFIRMED = FIRST.filter(({ confirmed }) => confirmed !== 'unconfirmed').length

it(`knows ${SITUATION_ROWS.length} situations by ${SENTENCES} sentences of ${SERVICES} services, ${BOTH_SIDES} with vectors on both sides, ${CONFIRMED} first changes compared with their page`, () => {
  expect(SITUATION_ROWS.length).toBeGreaterThanOrEqual(510)
  expect(SENTENCES).toBeGreaterThanOrEqual(1180)
  expect(SERVICES).toBeGreaterThanOrEqual(60)
  expect(BOTH_SIDES).toBe(SITUATION_ROWS.length)
  expect(CONFIRMED / FIRST.length).toBeGreaterThan(0.68)
})
