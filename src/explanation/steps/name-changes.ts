import { CHOSEN_NAMES } from '../../facts/calls/chosen-names'
import { nameOfAction } from '../../iam/action'
import { parseArn, type Arn } from '../../iam/arn'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import type { StatementResult } from '../../evaluation/evaluation'
import type { Instruction } from '../instruction'
import { NAME_CHANGES } from '../messages/call-changes'
import type { JudgedCase } from '../judged-case'
import { literal } from './script'
import type { Phrase } from '../../text/phrase'

/** What stands behind the account of an ARN: the type of the thing with its service, its path, and its name. */
interface Parts {
  readonly type: string
  readonly path: string
  readonly name: string
}

function partsOf({ service, resource }: Arn): Parts {
  const at = resource.search(/[/:]/)
  const rest = resource.slice(at + 1)
  const end = rest.lastIndexOf('/') + 1
  return { type: `${service}:${resource.slice(0, Math.max(at, 0))}`, path: rest.slice(0, end), name: rest.slice(end) }
}

/** Calls that make a thing under a name of their choice; others of these words do something to one that has its name. */
const MAKES =
  /^(?:create(?!tags|accesskey|policyversion|loginprofile|invalidation|log|snapshot|grant|alias|backup)|register|import|allocate|put(?:parameter|rule|metricalarm|dashboard|configrule)$)/i

/** Is it a pattern for names that somebody prescribes: its beginning is written, and not all of it? */
const isPrescribed = (name: string): boolean => /^[\w.+=,@-]{2,}[*?]|^[*?][\w.+=,@-]{2,}/.test(name)

/**
 * The name behind the path of a pattern, where the text names that very thing: the call left the path out, as a tool does that
 * forgets a prefix. What an object is copied from is named as well, so keys of buckets do not count.
 */
function namedInText({ error = '' }: JudgedCase['accessCase'], own: Parts, meant: Parts): string | null {
  const name = `${own.path}${own.name}`
  const whole = `${meant.path}${name}`
  if (own.type.startsWith('s3:') || !/^[\w./+=,@-]{2,}\/$/.test(meant.path) || hasWildcard(name)) return null
  if (!matchWildcard(`${meant.path}${meant.name}`, whole)) return null
  const words = error.split(/[^\w./+@-]+/).map((word) => word.replace(/\.$/, ''))
  return words.some((word) => word === whole || word.endsWith(`/${whole}`)) ? whole : null
}

/** The patterns of a statement for things of the same kind in the same account, which the request misses. */
function missedPatterns({ effect, elements }: StatementResult, asked: Arn): readonly Arn[] {
  const [failed, ...more] = elements.filter(({ matches }) => matches === 'no')
  if (effect !== 'Allow' || failed?.element !== 'Resource' || more.length > 0) return []
  return failed.values
    .flatMap(({ text }) => parseArn(text) ?? [])
    .filter(
      ({ service, region, account, resource }) =>
        service === asked.service &&
        matchWildcard(region, asked.region) &&
        matchWildcard(account, asked.account) &&
        !resource.includes('${'),
    )
}

/**
 * What to change in the call where an Allow misses the request by the name of the thing alone, and the call chooses that name:
 * the path of a new role, the workgroup of a query, the name of what is made.
 */
export function nameChanges(judged: JudgedCase, statement: StatementResult): readonly Instruction[] {
  const { action, resource } = judged.accessCase.request
  const asked = parseArn(resource)
  if (asked === null) return []
  const own = partsOf(asked)
  const lower = action.toLowerCase()
  const row = CHOSEN_NAMES.find(({ actions, type }) => actions.includes(lower) && type === own.type)
  for (const pattern of missedPatterns(statement, asked)) {
    const meant = partsOf(pattern)
    if (meant.type !== own.type) continue
    if (row?.chooses === 'path' && /^[\w./+=,@-]+$/.test(meant.path) && matchWildcard(meant.name, own.name))
      return [ofRow(row, `/${meant.path}`)]
    if (row?.chooses === 'name' && /^[\w./+=,@-]+$/.test(`${meant.path}${meant.name}`))
      return [ofRow(row, `${meant.path}${meant.name}`)]
    const named = namedInText(judged.accessCase, own, meant)
    if (named !== null) return [changeOfCall(NAME_CHANGES.meant(named, `${own.path}${own.name}`))]
    const isName = MAKES.test(nameOfAction(action)) && meant.path === own.path && isPrescribed(meant.name)
    if (isName && !/^[a-z]+-[\da-f]{8,17}$/.test(own.name))
      return [changeOfCall(NAME_CHANGES.name(meant.name, own.name))]
  }
  return []
}

/** What is changed in the call, said in words alone. */
export const changeOfCall = (sentence: Phrase): Instruction => ({ kind: 'call', sentence, commands: [], page: null })

const ofRow = ({ parameter, option, page }: (typeof CHOSEN_NAMES)[number], value: string): Instruction => ({
  kind: 'call',
  sentence: NAME_CHANGES.parameter(parameter, value),
  commands: [{ ...literal([option, value]), is: 'added', of: null }],
  page,
})
