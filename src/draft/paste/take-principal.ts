import type { FoundPrincipal } from '../../policy/find-principals'
import { buildContext } from '../build/request-context'
import { buildFields } from '../build/request-fields'
import type { ContextEdit, Draft, DraftLayers } from '../draft'
import { editLayers, setContextKey } from '../edit/edit-draft'
import { containersOf, policiesOn } from '../edit/edit-layers'
import { questionOf, type DraftQuestion } from './relation'
import { holderOfOwner, holderOfPrincipal, sameHolder } from './policy-owner'
import { CASE_LAYERS } from '../../iam/layers'

const TAG = 'aws:PrincipalTag/'
const TAG_ASKED = /aws:PrincipalTag\/([^"'`}\s,]{1,128})/gi

/** The tags of the principal that the policies speak of. */
const tagsAskedFor = (layers: DraftLayers): readonly string[] =>
  CASE_LAYERS.flatMap((layer) => containersOf(layers, layer).flatMap((container) => policiesOn(layers, container)))
    .flatMap(({ text }) => [...text.matchAll(TAG_ASKED)])
    .flatMap(([, key]) => key ?? [])

/**
 * The keys that follow from a description of the caller. A user has the tags that it has; to those of a role its session
 * may add others, so that of these nothing is known.
 */
function keysOf(
  draft: Draft,
  kind: string,
  { arn, tags }: FoundPrincipal,
): readonly (readonly [string, ContextEdit])[] {
  const known = Object.entries(tags ?? {}).map(
    ([key, value]) => [`${TAG}${key}`, { state: 'known', values: [value] }] as const,
  )
  const has = new Set(known.map(([key]) => key.toLowerCase()))
  const others = kind === 'user' && tags !== null ? tagsAskedFor(draft.layers) : []
  const absent = [...new Set(others)]
    .map((key) => [`${TAG}${key}`, { state: 'absent' }] as const)
    .filter(([key]) => !has.has(key.toLowerCase()))
  return [
    ...(kind === 'role' ? [['aws:PrincipalArn', { state: 'known', values: [arn] }] as const] : []),
    ...known,
    ...absent,
  ]
}

/**
 * What a description of the caller tells of the request: the ARN with the path, which a session's own ARN lacks, its
 * tags, and that no boundary is attached. What the error or the user says of a key stays. A description of another user
 * or role changes nothing.
 */
export function takePrincipal(
  draft: Draft,
  principals: readonly FoundPrincipal[],
  { denial, request }: DraftQuestion = questionOf(draft),
): Draft {
  const holder = holderOfPrincipal(request.principal)
  const principal = principals.find(({ arn }) => sameHolder(holder, holderOfOwner(arn)))
  if (holder === null || principal === undefined) return draft
  const keys = buildContext(draft, denial, buildFields(draft, denial))
  const said = new Set(keys.filter(({ origin }) => origin !== 'inferred').map(({ key }) => key.toLowerCase()))
  const { layers } = draft
  const bare =
    principal.hasNoBoundary && layers.boundary.state === 'notGiven'
      ? editLayers(draft, (all) => ({ ...all, boundary: { state: 'none', policies: [] } }))
      : draft
  return keysOf(draft, holder.kind, principal)
    .filter(([key]) => !said.has(key.toLowerCase()))
    .reduce((next, [key, edit]) => setContextKey(next, key, edit), bare)
}
