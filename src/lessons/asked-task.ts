import { buildCase } from '../draft/build-case'
import type { AskedProbe, AskedRepair } from '../draft/asked-repair'
import type { Draft } from '../draft/draft'
import { parseArn } from '../iam/arn'
import type { ToRepair } from './probe-draft'
import { assumeNone, layersToAssume } from '../draft/assume-none'

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

/** What is tried of the repair that the author of an exercise asks for. In layers that are not given nothing is attached. */
export function askedTask(given: Draft, { layers, probes }: AskedRepair): ToRepair {
  const open = layersToAssume(given.layers)
  const draft = open.length === 0 ? given : { ...given, layers: assumeNone(given.layers, open) }
  const { action, resourceAccount } = buildCase(draft).accessCase.request
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
    },
  }
}
