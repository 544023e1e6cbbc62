import type { Layer } from '../../iam/layers'
import { plainText, type Phrase } from '../../text/phrase'
import * as say from '../messages/fixes'
import type { FixCandidate } from './candidate'

/** What one change of a fix does; where it is one of several, with the name of its statement. */
export const sentenceOf = (
  layer: Layer,
  action: string,
  isAlone: boolean,
  { code, name, where, value, reach, sid }: FixCandidate,
) =>
  say.FIX_MESSAGES[code]({
    policy: name,
    where: isAlone || sid === undefined ? where : say.inStatement(where, sid),
    layer,
    value,
    action,
    actions: say.reachActions(reach.actions),
    resources: say.resourcesIn(layer, reach.resources),
    limits: say.limits(reach.when),
  })

/** Sentences that say something of their own. */
export const distinct = (sentences: readonly Phrase[]): readonly Phrase[] => [
  ...new Map(sentences.map((one) => [plainText(one), one])).values(),
]
