import type { ElementSign, StatementSign } from '../../diagnosis/statement-signs'
import type { LayerStatus } from '../../evaluation/evaluation'

/** Every sign on the page: one a status of a layer, a state of a statement, a state of an element. */
export type SignName = LayerStatus | StatementSign | ElementSign

/** One path of a sign, drawn in a box of 16 by 16: filled, or with `dash` a line of that pattern. */
export interface SignPath {
  readonly d: string
  readonly dash?: string
}

/** A sign: its shape differs for every meaning, so that colour is never the only sign. */
export interface SignShape {
  readonly tone: 'deny' | 'allow' | 'depends' | 'unknown'
  readonly paths: readonly SignPath[]
}

const RING = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z'
const QUESTION =
  'M5.7 6.4a2.3 2.3 0 1 1 3.5 2c-.4.3-.5.5-.5.9v.2H7.3v-.3c0-.9.4-1.4 1.1-1.9.4-.3.6-.5.6-.9a1 1 0 0 0-2 0zM7.25 10.4h1.5v1.5h-1.5z'
const OCTAGON = 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM4.4 7h7.2v2H4.4z'
const CHECK = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM6.95 11.6 3.9 8.5l1.15-1.15 1.85 1.8 3.95-4.3 1.2 1.1z'
const TRIANGLE = 'M8 1.2 15.4 14.4H.6zM7.2 5.7h1.6v4.5H7.2zM7.2 11.3h1.6v1.6H7.2z'
const PROHIBITED =
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.8c1.2 0 2.3.4 3.1 1.1l-7.2 7.2A5.2 5.2 0 0 1 8 2.8zm4.1 2.1a5.2 5.2 0 0 1-7.2 7.2z'

/** The shapes of the signs. */
export const SIGNS: Readonly<Record<SignName, SignShape>> = {
  allows: { tone: 'allow', paths: [{ d: CHECK }] },
  explicitDeny: { tone: 'deny', paths: [{ d: OCTAGON }] },
  denies: { tone: 'deny', paths: [{ d: OCTAGON }] },
  implicitDeny: { tone: 'deny', paths: [{ d: PROHIBITED }] },
  depends: { tone: 'depends', paths: [{ d: TRIANGLE }] },
  notGiven: { tone: 'unknown', paths: [{ d: RING, dash: '1.6 2.1' }, { d: QUESTION }] },
  none: { tone: 'unknown', paths: [{ d: RING, dash: '3.2 2.6' }] },
  notApplicable: { tone: 'unknown', paths: [{ d: 'M4 7.2h8v1.6H4z' }] },
  matches: { tone: 'unknown', paths: [{ d: 'M6.7 12.6 2.4 8.3l1.4-1.4 2.9 2.9 5.5-5.9 1.45 1.35z' }] },
  fails: {
    tone: 'deny',
    paths: [{ d: 'M4.6 3.4 8 6.8l3.4-3.4 1.2 1.2L9.2 8l3.4 3.4-1.2 1.2L8 9.2l-3.4 3.4-1.2-1.2L6.8 8 3.4 4.6z' }],
  },
  unsettled: { tone: 'depends', paths: [{ d: QUESTION }] },
  noMatch: { tone: 'unknown', paths: [{ d: 'M8 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z', dash: 'none' }] },
}

/** A sign as an SVG document, for places that take an image instead of an element. */
export function signSvg(name: SignName): string {
  const paths = SIGNS[name].paths.map(({ d, dash }) =>
    dash === undefined
      ? `<path fill-rule="evenodd" d="${d}"/>`
      : `<path fill="none" stroke="#000" stroke-width="1.5" stroke-dasharray="${dash}" d="${d}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${paths.join('')}</svg>`
}
