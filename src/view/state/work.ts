import type { TakenEvidence } from '../../diagnosis/take-evidence'
import type { Draft } from '../../draft/draft'
import type { UnplacedPolicy } from '../../draft/paste/place-policies'
import { EMPTY_HISTORY, reduceHistory, type CleanDraft, type DraftAction, type DraftHistory } from './draft-history'
import type { IntakeNotice } from './notices'
import type { CaseLayer } from '../../iam/layers'

/** What came in, and what the page shall look at for it. */
export interface Arrival {
  /** Where it went, if that is what it was about; null: the layer that the verdict is about. */
  readonly layer: CaseLayer | null
  /** With another case: the step to show, from 1; null shows the whole picture. */
  readonly step?: number | null
}

/** All that the user has done: the draft with its history, and what was said and is asked about what came in. */
export interface Work {
  readonly history: DraftHistory
  readonly notices: readonly IntakeNotice[]
  /** Policies that nobody can place but the user. */
  readonly asked: readonly UnplacedPolicy[]
  /** Those of the case that the address is about to bring. */
  readonly coming: readonly UnplacedPolicy[]
  /** The newest arrival; another object for each. */
  readonly arrival: Arrival
}

/** What became of a text that was taken into a draft, with what can be done about it at hand. */
export interface TakenText extends Omit<TakenEvidence, 'notices'> {
  readonly notices: readonly IntakeNotice[]
}

/** What can happen to the work. Everything that changes the draft is a function of the draft that it finds. */
export type WorkAction =
  | DraftAction
  /** Takes a text that was read. Takes of one group in a row are one step of undo. */
  | {
      readonly kind: 'take'
      readonly take: (draft: Draft, asked: readonly UnplacedPolicy[]) => TakenText
      readonly group?: string
      /** It came with others: what was said of them stays. */
      readonly isBeside?: boolean
    }
  /** Another case in place of this one. */
  | {
      readonly kind: 'arrive'
      readonly draft: Draft
      readonly notices: readonly IntakeNotice[]
      readonly step: number | null
      /** The policies of it that are to be placed. */
      readonly asked?: readonly UnplacedPolicy[]
    }
  /** Puts a policy that was asked where the user says. */
  | { readonly kind: 'put'; readonly asked: UnplacedPolicy; readonly edit: (draft: Draft) => Draft }
  /** The text of a policy that was asked is repaired where it waits. */
  | { readonly kind: 'amend'; readonly asked: UnplacedPolicy; readonly text: string }
  /** The case that was kept, as if nothing had been before it. */
  | {
      readonly kind: 'restore'
      readonly draft: Draft
      readonly asked: readonly UnplacedPolicy[]
      readonly notices: readonly IntakeNotice[]
    }
  /** The policies that waited in the case that the address opens: an address holds none. */
  | { readonly kind: 'expect'; readonly coming: readonly UnplacedPolicy[] }
  /** Everything goes, also the way back to it. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'tell'; readonly notices: readonly IntakeNotice[]; readonly isBeside?: boolean }

/** The work of a fresh page. */
export const EMPTY_WORK: Work = { history: EMPTY_HISTORY, notices: [], asked: [], coming: [], arrival: { layer: null } }

const inGroup = (group: string | undefined) => (group === undefined ? {} : { group })

/** What is said, each sentence once, below what was said of others that came with it. */
function besideThose(
  { notices: before }: Work,
  said: readonly IntakeNotice[],
  isBeside = false,
): readonly IntakeNotice[] {
  return isBeside ? [...before.filter(({ text }) => said.every((one) => one.text !== text)), ...said] : said
}

/** The next work; the same object where nothing changes. Pure, so that actions can be done again in another order. */
export function reduceWork(work: Work, action: WorkAction, clean: CleanDraft): Work {
  switch (action.kind) {
    case 'take': {
      const { draft } = work.history
      const taken = action.take(draft, [...work.coming, ...work.asked])
      return {
        history: reduceHistory(
          work.history,
          { kind: 'edit', edit: () => taken.draft, ...inGroup(action.group) },
          clean,
        ),
        notices: besideThose(work, taken.notices, action.isBeside),
        asked: taken.asked,
        coming: [],
        arrival: { layer: taken.layer, ...(taken.draft.paste === draft.paste ? {} : { step: null }) },
      }
    }
    case 'arrive':
      return {
        history: reduceHistory(work.history, { kind: 'open', draft: action.draft }, clean),
        notices: action.notices,
        asked: work.coming.length > 0 ? work.coming : (action.asked ?? []),
        coming: [],
        arrival: { layer: null, step: action.step },
      }
    case 'put':
      return {
        ...work,
        history: reduceHistory(work.history, { kind: 'edit', edit: action.edit }, clean),
        asked: work.asked.filter((other) => other !== action.asked),
      }
    case 'amend': {
      const { asked: which, text } = action
      const amended = { ...which, policy: { ...which.policy, text } }
      return { ...work, asked: work.asked.map((other) => (other === which ? amended : other)) }
    }
    case 'restore':
      return {
        ...work,
        history: { ...EMPTY_HISTORY, draft: action.draft },
        asked: action.asked,
        notices: action.notices,
        arrival: { layer: null, step: null },
      }
    case 'expect':
      return { ...work, coming: action.coming }
    case 'forget':
      return { ...EMPTY_WORK, arrival: { layer: null, step: null } }
    case 'tell':
      return { ...work, notices: besideThose(work, action.notices, action.isBeside) }
    default: {
      const history = reduceHistory(work.history, action, clean)
      if (history === work.history) return work
      // Another denial of the paste is looked at as one that comes.
      const isOther = history.draft.chosen !== work.history.draft.chosen
      return { ...work, history, ...(isOther && { arrival: { layer: null, step: null } }) }
    }
  }
}
