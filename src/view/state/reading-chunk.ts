// What reads an error, the first part of the second stage that is here; see engine.ts.
import { parseDenials } from '../../denial/parse-denials'
import { areasAsked } from '../../diagnosis/situations-asked'
import { LOAD_SITUATIONS } from './late-parts'

/** Begins to fetch what is said of the errors of a text, beside all else that its answer needs; who needs it asks again. */
export function fetchSaid(text: string): void {
  for (const area of areasAsked(parseDenials(text))) void LOAD_SITUATIONS[area]().catch(() => undefined)
}
