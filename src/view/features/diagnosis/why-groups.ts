import type { StatementStory } from '../../../explanation/explanation'
import { plainText } from '../../../text/phrase'
import { signOf, type StatementSign } from '../../../diagnosis/statement-signs'
import { LAYERS, type CaseLayer } from '../../../iam/layers'

/** The statements of one layer, the telling ones first. */
export interface WhyGroup {
  readonly layer: CaseLayer
  /** What the layer is called here: where a role is assumed, it holds its trust policy. */
  readonly name: string
  readonly stories: readonly StatementStory[]
  readonly decisive: boolean
}

const WEIGHT: Readonly<Record<StatementSign, number>> = { denies: 0, depends: 1, allows: 2, noMatch: 3 }

function weight(story: StatementStory): number {
  return story.decisive ? -1 : WEIGHT[signOf(story)]
}

/** Statements by layer: the decisive one's layer first, within a layer what denies, depends, allows, does not match. */
export function groupStories(stories: readonly StatementStory[]): readonly WhyGroup[] {
  const groups = new Map<CaseLayer, StatementStory[]>()
  for (const story of stories) groups.set(story.layer, [...(groups.get(story.layer) ?? []), story])
  return [...groups]
    .map(([layer, members]) => ({
      layer,
      name: LAYERS[members[0]?.evaluated ?? layer].tab,
      stories: members.toSorted((a, b) => weight(a) - weight(b)),
      decisive: members.some((story) => story.decisive),
    }))
    .toSorted((a, b) => Number(b.decisive) - Number(a.decisive))
}

/** Statements that say the same of the request: shown as one row where there are several. */
export interface AlikeStories {
  /** What all of them say. */
  readonly summary: string
  readonly stories: readonly StatementStory[]
}

/** In the order of the first of each. Those that do something to the request stand alone. */
export function foldAlike(stories: readonly StatementStory[]): readonly AlikeStories[] {
  const alike = new Map<string, StatementStory[]>()
  for (const [index, story] of stories.entries()) {
    const summary = plainText(story.summary)
    const key = story.decisive || signOf(story) !== 'noMatch' ? `${index}` : `${story.effect} ${summary}`
    const same = alike.get(key)
    if (same) same.push(story)
    else alike.set(key, [story])
  }
  return [...alike.values()].map((same) => ({ summary: plainText(same[0]?.summary ?? []), stories: same }))
}
