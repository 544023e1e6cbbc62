import type { KeptTest } from '../case/access-case'
import { byCaseLayer } from '../iam/layers'
import type { Draft, DraftCheck, DraftLayer, DraftLayers, DraftLevels, DraftPolicy } from '../draft/draft'
import { maskForKeeping, REMOVED } from '../draft/file/mask-credentials'
import type { Withheld } from './link-messages'

const SPEAKS_OF_MESSAGE = /encoded[\s_-]*(?:authorization|failure)?[\s\w]{0,20}message/i
/** Long runs that are no part of an ARN: pieces of an encoded message, also where a terminal wrapped it. */
const BLOB = /(?<![\w/:-])[\w-]{60,}/g
const ONLY_BLOB = /^[\w-]{100,}$/

/** A draft with every text passed through `change`: paste, request, context, policies, names and facts. */
export function mapDraftTexts(draft: Draft, change: (text: string) => string): Draft {
  const policy = ({ name, text, source, ...rest }: DraftPolicy): DraftPolicy => ({
    ...rest,
    name: change(name),
    text: change(text),
    ...(source === undefined ? {} : { source: change(source) }),
  })
  const layer = ({ state, policies }: DraftLayer): DraftLayer => ({ state, policies: policies.map(policy) })
  const levels = (tree: DraftLevels): DraftLevels => ({
    state: tree.state,
    levels: tree.levels.map(({ target, policies }) => ({ target: change(target), policies: policies.map(policy) })),
  })
  const value = (fact: unknown): unknown => {
    if (typeof fact === 'string') return change(fact)
    if (Array.isArray(fact)) return fact.map(value)
    if (typeof fact !== 'object' || fact === null) return fact
    return Object.fromEntries(Object.entries(fact).map(([key, inner]) => [change(key), value(inner)]))
  }
  const mapped = (layers: DraftLayers): DraftLayers =>
    byCaseLayer(
      (id) => layer(layers[id]),
      (id) => levels(layers[id]),
    )
  const context = (edits: Draft['context']): Draft['context'] =>
    Object.fromEntries(
      Object.entries(edits).map(([key, edit]) => [
        change(key),
        edit.state === 'known' ? { ...edit, values: edit.values.map(change) } : edit,
      ]),
    )
  const check = ({ action, resource, resourceAccount, context: edits, policy: own }: DraftCheck): DraftCheck => ({
    action: change(action),
    resource: change(resource),
    ...(resourceAccount === undefined ? {} : { resourceAccount: change(resourceAccount) }),
    context: context(edits),
    ...(own === undefined ? {} : { policy: layer(own) }),
  })
  const test = ({ action, resource, principal, resourceAccount, context: keys, expect }: KeptTest): KeptTest => ({
    action: change(action),
    resource: change(resource),
    ...(principal === undefined ? {} : { principal: change(principal) }),
    ...(resourceAccount === undefined ? {} : { resourceAccount: change(resourceAccount) }),
    ...(keys === undefined
      ? {}
      : {
          context: Object.fromEntries(
            Object.entries(keys).map(([key, held]) => [
              change(key),
              typeof held === 'string' ? change(held) : held.map(change),
            ]),
          ),
        }),
    expect,
  })
  return {
    ...draft,
    title: change(draft.title),
    paste: change(draft.paste),
    request: Object.fromEntries(Object.entries(draft.request).map(([field, text]) => [field, change(text)])),
    context: context(draft.context),
    layers: mapped(draft.layers),
    ...(draft.judged ? { judged: mapped(draft.judged) } : {}),
    facts: Object.fromEntries(Object.entries(draft.facts).map(([fact, inner]) => [fact, value(inner)])),
    ...(draft.holes
      ? {
          holes: Object.fromEntries(
            Object.entries(draft.holes).map(([hole, text]) => [change(hole), text === null ? null : change(text)]),
          ),
        }
      : {}),
    ...(draft.linked ? { linked: draft.linked.map(check) } : {}),
    ...(draft.tests ? { tests: draft.tests.map(test) } : {}),
  }
}

/** A draft without what no link may carry, and the kinds of what was taken out. */
export function redactForLink(draft: Draft): { readonly draft: Draft; readonly withheld: readonly Withheld[] } {
  const withheld = new Set<Withheld>()
  const clean = (text: string): string => {
    const masked = maskForKeeping(text)
    if (masked.removed > 0) withheld.add('credentials')
    return masked.text
  }
  const withoutBlobs = (text: string): string => {
    if (!SPEAKS_OF_MESSAGE.test(text) && !ONLY_BLOB.test(text.trim())) return text
    return text.replace(BLOB, () => {
      withheld.add('encoded-message')
      return REMOVED
    })
  }
  const masked = mapDraftTexts(draft, clean)
  const kept = { ...masked, paste: withoutBlobs(masked.paste) }
  return { draft: kept, withheld: [...withheld] }
}
