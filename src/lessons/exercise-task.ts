import { buildCase } from '../draft/build/build-case'
import type { AskedProbe, AskedRepair } from '../draft/exercise-repair'
import type { Draft, DraftPolicy } from '../draft/draft'
import { countPolicies, draftPoliciesOf } from '../draft/edit/edit-layers'
import { parseArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { CASE_LAYERS, hasLevels, type Layer } from '../iam/layers'
import { changeLayers } from './change-layers'
import { judge } from './judge'
import type { LayerChange } from './lesson'
import { probeDraft, type ToRepair } from './probe-draft'
import { policy } from './sketch'
import { assumeNone, layersToAssume } from '../draft/edit/assume-none'

/** A request in words: what is otherwise than in the case. */
export function probeInWords(
  { words, action, resource, principal, context }: AskedProbe,
  asked = 'the same action',
): string {
  if (words !== '') return words
  const keys = Object.entries(context).map(([key, value]) => `${key} ${value ?? 'absent'}`)
  const parts = [
    action || asked,
    resource === '' ? '' : `on ${resource}`,
    principal === '' ? '' : `by ${principal}`,
    keys.length === 0 ? '' : `with ${keys.join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

const EVERYTHING = policy('everything', [{ Effect: 'Allow', Action: '*', Resource: '*' }])
const FOR_ANYBODY = policy('for anybody', [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }])

/** Each layer as open as it can be made. */
const OPEN: LayerChange = {
  identity: [EVERYTHING],
  resource: [FOR_ANYBODY],
  boundary: [],
  session: [],
  scp: [],
  rcp: [],
  endpoint: [],
}

/**
 * What keeps the request of the case, or another one that must be allowed, from passing whatever is written in the layers
 * that may be changed: the layers that stay shut, or none where it hangs on what nobody knows. Null: it can be repaired.
 */
export function whatStaysShut({ draft, repair }: ToRepair): readonly Layer[] | null {
  const opened = changeLayers(draft, Object.fromEntries(repair.layers.map((layer) => [layer, OPEN[layer]])))
  const all = [opened, ...(repair.wants ?? []).map((wanted) => probeDraft(opened, wanted))].map(judge)
  const shut = all.find(({ decision }) => decision !== 'allowed')
  return shut === undefined ? null : shut.blocking
}

const escaped = (name: string): string => name.replaceAll(/[^\w-]/g, String.raw`\$&`)

/** Does a text hold a name as a word of its own? */
const holds = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\w+=@-])${escaped(name)}(?![\w+=@-])`, 'i').test(text)

/** Does a task speak of the role of a session, and of none of its sessions? */
function namesRole(task: string, principal: string): boolean {
  const [, role = '', session = ''] = parseArn(principal)?.resource.split('/') ?? []
  return parsePrincipal(principal)?.kind === 'roleSession' && holds(task, role) && !holds(task, session)
}

/** What is tried of the repair that the author of an exercise asks for. In layers that are not given nothing is attached. */
export function askedTask(given: Draft, { task, layers, probes, solution }: AskedRepair): ToRepair {
  const open = layersToAssume(given.layers)
  const draft = open.length === 0 ? given : { ...given, layers: assumeNone(given.layers, open) }
  const { principal: caller, action, resourceAccount } = buildCase(draft).accessCase.request
  const requests = probes.map((probe) => {
    const { must, principal, resource, context } = probe
    // A bucket's ARN names no account: another one is of the same owner.
    const account = parseArn(resource)?.account || resourceAccount
    return {
      must,
      words: probeInWords(probe, action),
      context,
      request: {
        ...(principal === '' ? {} : { principal }),
        ...(probe.action === '' ? {} : { action: probe.action }),
        ...(resource === '' ? {} : { resource, ...(account ? { resourceAccount: account } : {}) }),
      },
    }
  })
  const of = (wanted: AskedProbe['must']) => requests.filter(({ must }) => must === wanted)
  return {
    draft,
    repair: {
      layers,
      probes: of('stayDenied').map(({ words, request, context }) => ({ opens: words, request, context })),
      wants: of('beAllowed').map(({ words, request, context }) => ({ what: words, request, context })),
      isForRole: namesRole(task, caller),
      ...solutionOf(draft, solution),
    },
  }
}

/** The policies of the author's repair in the place of those of the case; nothing where they are not as many. */
function solutionOf(draft: Draft, texts: readonly string[] | undefined): Pick<ToRepair['repair'], 'solution'> {
  if (texts === undefined || texts.length !== policyTexts(draft).length) return {}
  let at = 0
  const put = (policies: readonly DraftPolicy[]) => policies.map((one) => ({ ...one, text: texts[at++] ?? one.text }))
  const given = CASE_LAYERS.filter((layer) => countPolicies(draft.layers, layer) > 0)
  const layers = Object.fromEntries(
    given.map((layer) => [
      layer,
      hasLevels(layer)
        ? draft.layers[layer].levels.map((level) => ({ ...level, policies: put(level.policies) }))
        : put(draft.layers[layer].policies),
    ]),
  )
  return { solution: { layers } }
}

/** The texts of all policies of a case, in the order of its layers: a repair as its author hands it over. */
export const policyTexts = ({ layers }: Draft): readonly string[] =>
  CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer).map(({ text }) => text))
