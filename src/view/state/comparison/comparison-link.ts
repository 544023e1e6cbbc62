import type { NotGranted } from '../../../comparison/access-checks'
import { EMPTY_DRAFT, type Draft, type DraftPolicy } from '../../../draft/draft'
import { CASE_LAYERS, type CaseLayer } from '../../../iam/layers'
import { fieldsOf } from '../../../text/fields'
import { valueOfNode } from '../../../text/json-value'
import { parseJson } from '../../../text/parse-json'
import type * as LinkChunk from '../link-chunk'

/** Two versions of a policy, as they are compared. */
export interface ComparedTexts {
  readonly before: string
  readonly after: string
  /** What kind of policy it is; null: it is told by its shape. */
  readonly layer: CaseLayer | null
  /** What the second must not grant, where that is checked. */
  readonly notGranted?: NotGranted
}

/** What links are made of and read with; it is loaded when the first is needed. */
type LinkCoder = typeof LinkChunk

const PLACE = '#/compare/'

const NOTHING: NotGranted = { actions: [], resources: [] }

/** What must not be granted, as a text beside the two policies. */
const checkedPolicy = ({ actions, resources }: NotGranted): readonly DraftPolicy[] =>
  actions.length + resources.length === 0
    ? []
    : [{ name: 'not granted', text: JSON.stringify({ actions, resources }, null, 2) }]

/** What must not be granted, of a text that a link carries. */
function checkedLists(text: string): NotGranted {
  const { root } = parseJson(text)
  const { actions, resources } = fieldsOf(root && valueOfNode(root))
  return { actions: textsIn(actions), resources: textsIn(resources) }
}

const textsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []

/** The texts as the policies of a draft, so that a link of a comparison is written and redacted as any link is. */
const draftOf = ({ before, after, layer, notGranted = NOTHING }: ComparedTexts): Draft => ({
  ...EMPTY_DRAFT,
  title: layer ?? '',
  layers: {
    ...EMPTY_DRAFT.layers,
    identity: {
      state: 'given',
      policies: [{ name: 'before', text: before }, { name: 'after', text: after }, ...checkedPolicy(notGranted)],
    },
  },
})

/** The fragment of a link to a comparison, without credentials; the empty string where the texts are too long for one. */
export function comparisonFragment(texts: ComparedTexts, { encodeDraft }: Pick<LinkCoder, 'encodeDraft'>): string {
  const fragment = encodeDraft(draftOf(texts))
  return fragment === '' ? '' : `${PLACE}${fragment.replace(/^#/, '')}`
}

/** Does a fragment carry a comparison? */
export const isComparisonLink = (fragment: string): boolean => fragment.startsWith(PLACE)

/** The texts that a fragment carries; null where it is damaged or carries none. Takes any text. */
export function readComparison(
  fragment: string,
  { decodeFragment }: Pick<LinkCoder, 'decodeFragment'>,
): ComparedTexts | null {
  if (!isComparisonLink(fragment)) return null
  const opened = decodeFragment(fragment.slice(PLACE.length))
  if ('problem' in opened) return null
  const { title, layers } = opened.draft
  const [before, after, checked] = layers.identity.policies
  if (before === undefined || after === undefined) return null
  return {
    before: before.text,
    after: after.text,
    layer: CASE_LAYERS.find((one) => one === title) ?? null,
    ...(checked === undefined ? {} : { notGranted: checkedLists(checked.text) }),
  }
}
