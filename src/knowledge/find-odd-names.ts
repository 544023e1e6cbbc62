import { splitArn } from '../iam/arn'
import { matchWildcard } from '../iam/wildcard'
import { namedTexts } from '../policy/statement-names'
import { callTrap } from './call-trap'
import type { CallTrapId } from './call-traps'
import { allowingLayers, allowsOf } from './given-policies'
import type { Observation, RowMatch } from './knowledge'

/** What programs write in the place of a name that is not there: as the last part of an ARN, or as a part that no name is. */
const NO_VALUE = /[:/](?:null|none|undefined|nil|\[object Object\])$/i
const NO_VALUE_WITHIN = /[:/](?:undefined|null|\[object Object\])\/|\w[-_]undefined$/

/** The call names a resource by what a variable without a value becomes. */
export const noValue = (seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] =>
  NO_VALUE.test(asked) || (asked.startsWith('arn:') && NO_VALUE_WITHIN.test(asked))
    ? [
        callTrap(seen, {
          id: 'named-by-no-value',
          strength: 'shown',
          for: [{ kind: 'resource-asked', text: asked }],
          facts: { written: asked },
        }),
      ]
    : []

/** A slash more than the name has: an empty part of a path, or a prefix and a path that both have one. */
export function doubledSlash(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const path = splitArn(asked)?.[5] ?? ''
  if (!path.includes('//') || seen.action === null) return []
  const meant = asked.slice(0, -path.length) + path.replace(/\/{2,4}/g, '/')
  const { action } = seen
  const written = allowingLayers(seen).flatMap((layer) =>
    allowsOf(seen.policies, layer, action).flatMap(({ statement }) =>
      namedTexts(statement.resource).map((text) => ({ layer, text })),
    ),
  )
  const found = written.find(({ text }) => matchWildcard(text, meant))
  if (found === undefined || written.some(({ text }) => matchWildcard(text, asked))) return []
  return [
    callTrap(seen, {
      id: 'asked-with-two-slashes',
      strength: 'shown',
      layer: found.layer,
      for: [
        { kind: 'resource-asked', text: asked },
        { kind: 'resource-written', text: found.text },
      ],
      facts: { written: asked, meant },
    }),
  ]
}
