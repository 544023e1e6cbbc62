import { expect, it } from 'vitest'
import { areaOfSituation, SITUATION_ROWS } from '../../facts/situations/situations'
import { SITUATION_ANSWERS } from '../../facts/situations/situation-answers'
import { LOAD_SITUATIONS } from './late-parts'

it('brings what is said of an error with the area that the error is of', async () => {
  expect(SITUATION_ROWS.length).toBeGreaterThan(500)
  for (const [id] of SITUATION_ROWS) {
    const said = await LOAD_SITUATIONS[areaOfSituation(id)]()
    expect(said[id], id).toBe(SITUATION_ANSWERS[id])
  }
})
