import { memberOf } from '../../case/case-documents'
import { unsignedActions } from '../../facts/unsigned-actions'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { parsePrincipal } from '../../iam/principal'
import { matchAnyCase } from '../../iam/wildcard'
import { only } from '../../policy/reach'
import { referenceOfPart } from '../../reference/reference-part'
import { valueOfNode } from '../../text/json-value'
import { BETWEEN_VALUES } from '../messages/fixes'
import type { DenyIn, Generator } from './deny-edit'
import { replaceValue } from './edit-json'

/** Patterns in the place of one that covers a service. */
const MOST_PATTERNS = 60

const VERB = /^[A-Z][a-z]*/

/** The actions of a service but for some: by their verb where none of these has it, else by name. */
const othersBy = (service: string, names: readonly string[], taken: readonly string[]): readonly string[] => {
  const isTaken = (pattern: string) => taken.some((one) => matchAnyCase(pattern, one))
  const patterns = names
    .filter((name) => !isTaken(name))
    .map((name) => {
      const ofVerb = `${VERB.exec(name)?.[0] ?? name}*`
      return `${service}:${isTaken(ofVerb) ? name : ofVerb}`
    })
  return [...new Set(patterns)]
}

/** The one pattern of a Deny that covers the request and a whole service, and where it stands. */
const patternOf = ({ deny, node, judged }: DenyIn) => {
  const service = serviceOfAction(judged.accessCase.request.action)
  const values = deny.elements.find(({ element }) => element === 'Action')?.values ?? []
  const applying = values.filter(({ matches }) => matches === 'yes').map(({ text }) => text)
  const list = memberOf(node, 'Action')?.value
  const [pattern, ...others] = applying
  return list === undefined || pattern?.toLowerCase() !== `${service}:*` || others.length > 0 ? null : { list, pattern }
}

/**
 * A Deny on a whole service that a call without a signature cannot meet: it leaves out what the service takes unsigned, and
 * goes on to deny the other actions.
 */
export const exemptUnsigned: Generator = (one) => {
  const { judged, document, all } = one
  const { action, principal } = judged.accessCase.request
  const found = parsePrincipal(principal)?.kind === 'anonymous' ? patternOf(one) : null
  const service = serviceOfAction(action)
  const names =
    judged.services &&
    referenceOfPart(judged.services)
      .service(service)
      ?.actions.map(({ name }) => name)
  const unsigned = unsignedActions(service)
  if (found === null || !names || !unsigned.includes(nameOfAction(action))) return []
  const kept = othersBy(service, names, unsigned)
  if (kept.length === 0 || kept.length > MOST_PATTERNS) return []
  const written = [valueOfNode(found.list)].flat()
  const value = written.flatMap((each) => (each === found.pattern ? kept : [String(each)]))
  const taken = unsigned.map((name) => `${service}:${name}`)
  return [
    {
      code: 'take-action-out',
      edits: [replaceValue(document.text, found.list, value)],
      reach: { ...all, actions: only(...taken) },
      value: taken.join(BETWEEN_VALUES),
    },
  ]
}
