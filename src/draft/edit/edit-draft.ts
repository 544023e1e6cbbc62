import type { ContextEdit, Draft, DraftLayers, RequestField } from '../draft'

/** The draft as if no change were tried: what AWS says next may be of the changed policies. */
export function forgetJudged(draft: Draft): Draft {
  const { judged: _before, ...rest } = draft
  return rest
}

/** Without what was changed for one request: the form, the keys, its further checks, and the choice among several denials. */
export function forgetRequest(draft: Draft): Draft {
  const { linked: _linked, holes: _holes, ...rest } = forgetJudged(draft)
  return { ...rest, chosen: 0, request: {}, context: {} }
}

/** Takes another of several denials; the changes made for the one before it go. */
export function chooseDenial(draft: Draft, chosen: number): Draft {
  return chosen === draft.chosen ? draft : { ...forgetRequest(draft), chosen }
}

/** Sets a field of the request; null takes the edit back, so that the paste fills the field again. */
export function setRequestField(draft: Draft, field: RequestField, value: string | null): Draft {
  const { [field]: _before, ...rest } = draft.request
  return { ...draft, request: value === null ? rest : { ...rest, [field]: value } }
}

/** Says what a context key is; null takes it back. Keys are compared without case, as IAM does. */
export function setContextKey(draft: Draft, key: string, edit: ContextEdit | null): Draft {
  const others = Object.entries(draft.context).filter(([name]) => name.toLowerCase() !== key.toLowerCase())
  return { ...draft, context: Object.fromEntries(edit === null ? others : [...others, [key, edit]]) }
}

/** Says what a key means that nobody speaks of. */
export function setOtherContext(draft: Draft, otherContext: Draft['otherContext']): Draft {
  return { ...draft, otherContext }
}

/** Says what a hole stands for; null takes it back, so that it stands for anything. */
export function setHole(draft: Draft, hole: string, value: string | null): Draft {
  const { [hole]: before, ...others } = draft.holes ?? {}
  const { holes: _holes, ...rest } = draft
  // What no shape tells stays a hole without a value.
  const holes = value !== null ? { ...others, [hole]: value } : before === null ? { ...others, [hole]: null } : others
  return Object.keys(holes).length === 0 ? rest : { ...rest, holes }
}

/** Takes back all that is assumed of holes. */
export function takeBackHoles(draft: Draft): Draft {
  return Object.keys(draft.holes ?? {}).reduce((rest, hole) => setHole(rest, hole, null), draft)
}

/** Gives the draft a title. */
export function setTitle(draft: Draft, title: string): Draft {
  return { ...draft, title }
}

/** Applies an edit of the layers, those of edit-layers.ts. */
export function editLayers(draft: Draft, edit: (layers: DraftLayers) => DraftLayers): Draft {
  const layers = edit(draft.layers)
  return layers === draft.layers ? draft : { ...draft, layers }
}

/** Tries a change of the policies: what AWS said keeps speaking of those before the first such change. */
export function tryLayers(draft: Draft, edit: (layers: DraftLayers) => DraftLayers): Draft {
  const tried = editLayers(draft, edit)
  return tried === draft ? draft : { ...tried, judged: draft.judged ?? draft.layers }
}

/** The draft with the policies that AWS judged; null where no change of them is tried. */
export function judgedDraft(draft: Draft): Draft | null {
  return draft.judged ? { ...forgetJudged(draft), layers: draft.judged } : null
}
