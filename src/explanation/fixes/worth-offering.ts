import { LAYERS } from '../../iam/layers'
import type { Answer } from '../answer'
import type { Fix } from '../explanation'
import { UNMET_REASONS } from '../messages/unmet-standards'
import type { JudgedCase } from '../judged-case'
import { isOfRequest } from './does-work'
import type { FixStandard } from './fix-standard'
import { unmetStandards } from './fix-standards'
import { isTooWideBeside, type Judged, type UnmetStandard } from './too-wide-beside'

/** How far behind the others a fix stands that misses a standard. */
const RANK: Readonly<Record<FixStandard, number>> = {
  'can be done': 0,
  works: 0,
  'is least': 1,
  'is accepted': 1,
  'keeps guards': 2,
  // What repairs another layer is never the first, whatever the first one loosens.
  agrees: 4,
}

const rankOf = (failed: readonly UnmetStandard[]): number =>
  failed.reduce((sum, { standard }) => sum + RANK[standard], 0)

/**
 * The fixes that are worth offering: those that meet every standard, then those that miss one behind which others still stand,
 * with the reason.
 */
export function worthOffering(judged: JudgedCase, answer: Answer | null, fixes: readonly Fix[]): readonly Fix[] {
  const tested = fixes.map((fix) => ({ fix, failed: unmetStandards({ judged, fix, answer }) }))
  return withLeast(judged, fixes, inOrder(tested.filter((one) => !isTooWideBeside(tested, one))))
}

/** The first fix of a layer is its least where the one that was is left out, and it is for what was asked. */
const withLeast = ({ accessCase }: JudgedCase, fixes: readonly Fix[], kept: readonly Fix[]): readonly Fix[] =>
  kept.map((fix, at) => {
    const ofLayer = ({ layer }: Fix) => layer === fix.layer
    const isLost = fixes.some((one) => ofLayer(one) && one.least) && !kept.some((one) => ofLayer(one) && one.least)
    const isNext = kept.findIndex(ofLayer) === at && isOfRequest(fix, accessCase.request.action)
    return isLost && isNext ? { ...fix, least: true } : fix
  })

function inOrder(judged: readonly Judged[]): readonly Fix[] {
  return judged
    .filter(({ failed }) => failed.every(({ then }) => then === 'last'))
    .toSorted((one, other) => rankOf(one.failed) - rankOf(other.failed))
    .map(({ fix, failed }) => {
      // What it failed before, as with a mask in the place of a blank, it may pass now.
      const { failed: _before, ...rest } = fix
      const said = failed.filter(({ standard }) => standard !== 'agrees')
      return said.length === 0
        ? rest
        : {
            ...rest,
            failed: said.map((one) => ({
              standard: one.standard,
              reason: UNMET_REASONS[one.reason](LAYERS[fix.layer].owner),
            })),
          }
    })
}
