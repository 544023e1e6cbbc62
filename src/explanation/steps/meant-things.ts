import { hasBlank } from '../../text/blank'
import { isRightButFor } from '../../iam/arn-fields'
import { lastInPath, splitArn } from '../../iam/arn'
import { hasWildcard } from '../../iam/wildcard'
import type { StatementResult } from '../../evaluation/evaluation'
import { NAME_CHANGES } from '../messages/call-changes'
import type { Instruction } from '../instruction'
import { changeOfCall } from './name-changes'
import type { JudgedCase } from '../judged-case'
import { correctedCalls } from './corrected-call'

/** The resources of an Allow that misses the request by its `Resource` alone. */
function missedResources({ effect, elements }: StatementResult): readonly string[] {
  const [failed, ...more] = elements.filter(({ matches }) => matches === 'no')
  if (effect !== 'Allow' || failed?.element !== 'Resource' || more.length > 0) return []
  return failed.values.map(({ text }) => text).filter((text) => !text.includes('${'))
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** The Regions in which an Allow covers the very thing that was asked for in another one. */
function allowedRegions(statement: StatementResult, resource: string): readonly string[] {
  const [, , service = '', asked = '', account = ''] = splitArn(resource) ?? []
  // A model is reached in several Regions by one call, and what has no account is nobody’s to choose.
  if (!isRegion(asked) || account === '' || service === 'bedrock') return []
  const regions = missedResources(statement)
    .filter((one) => isRightButFor('region', one, resource))
    .map((one) => splitArn(one)?.[3] ?? '')
  return unique(regions.filter((one) => isRegion(one) && one !== asked))
}

const isRegion = (text: string): boolean => /^[a-z]{2}(?:-[a-z]{2,9}){1,3}-\d$/.test(text)

/** An ARN without what stands for all parts of the thing: a log group as a statement writes it ends in `:*`. */
const wholeThing = (arn: string): string => arn.replace(/[:/]\*$/, '')

interface Thing {
  /** Service, account and type. */
  readonly kind: string
  readonly name: string
}

function thingOf(arn: string): Thing | null {
  const fields = splitArn(wholeThing(arn))
  if (fields === null || hasWildcard(fields[5]) || hasBlank(arn)) return null
  const [, , service, , , part] = fields
  const [, type = '', name = ''] = /^([a-z-]{2,40}[:/])([\w.+=@-]{3,128})(?::log-stream:)?$/i.exec(part) ?? []
  return name === '' ? null : { kind: `${service}:${type}`, name }
}

/** Kinds of things of which a tool works with one that a setting names, or that it finds by itself. */
const CHOSEN = /^(?:route53:hostedzone\/|ecs:cluster\/|eks:cluster\/|logs:log-group:|iam:role\/)$/

const IS_MISSING = /NoSuchEntity|cannot be found/

/** Words of a text, without the ARNs in it: what stands in an error is what was refused. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\barn:[\w:/.*+=@-]+/g, ' ')
    .split(/[^\w.+@-]+/)
    .map((word) => word.replace(/\.$/, ''))

/**
 * What an Allow covers of the same kind, where the text names it besides what was refused: a tool that was not told which one
 * takes another, and the policy is right.
 */
function namedBeside({ accessCase }: JudgedCase, statement: StatementResult): { meant: string; asked: string } | null {
  const { request, error = '' } = accessCase
  const asked = thingOf(request.resource)
  if (asked === null || !CHOSEN.test(asked.kind)) return null
  // One call hands over several roles: another one is meant only where this one is not there.
  if (asked.kind === 'iam:role/' && !IS_MISSING.test(error)) return null
  const words = wordsOf(error)
  const meant = missedResources(statement)
    .map(thingOf)
    .filter((one) => one?.kind === asked.kind && one.name !== asked.name && words.includes(one.name))
  const [only, ...others] = unique(meant.flatMap((one) => one?.name ?? []))
  return only === undefined || others.length > 0 ? null : { meant: only, asked: asked.name }
}

/** Names of roles whose permissions are all, or nearly all. */
const MIGHTY = /admin|power-?user|root|full-?access/i

/** The roles that a policy lets pass in place of one that may do everything. */
function passedInstead({ accessCase: { request } }: JudgedCase, statement: StatementResult): readonly string[] {
  const name = /:role\/(?:.*\/)?([^/]+)$/.exec(request.resource)?.[1] ?? ''
  if (request.action.toLowerCase() !== 'iam:passrole' || !MIGHTY.test(name)) return []
  const patterns = missedResources(statement).flatMap((one) => /:role\/(.+)$/.exec(one)?.[1] ?? [])
  return unique(patterns.filter((one) => !MIGHTY.test(one)))
}

const isElsewhere = (statement: StatementResult, resource: string): boolean =>
  allowedRegions(statement, resource).length > 0

/**
 * What to look at in the call where an Allow covers what is meant, and the call goes to another Region or to another thing of
 * the same kind: no policy is wrong.
 */
export function meantThings(judged: JudgedCase, statement: StatementResult): readonly Instruction[] {
  const { resource } = judged.accessCase.request
  const regions = allowedRegions(statement, resource)
  if (isElsewhere(statement, resource))
    return [
      {
        kind: 'call',
        sentence: NAME_CHANGES.region(regions, splitArn(resource)?.[3] ?? ''),
        commands: correctedCalls(judged, '--region', regions),
        page: null,
      },
    ]
  const named = namedBeside(judged, statement)
  if (named !== null) return [changeOfCall(NAME_CHANGES.other(named.meant, named.asked))]
  const passed = passedInstead(judged, statement)
  return passed.length === 0 ? [] : [changeOfCall(NAME_CHANGES.passed(passed, lastInPath(resource)))]
}
