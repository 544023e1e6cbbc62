import { splitArn } from '../../iam/arn'
import type { Fix, FixChange } from '../explanation'
import * as say from '../messages/fixes'
import type { Reach } from '../../policy/reach'
import type { Words } from '../../text/phrase'
import { textDifference } from './text-difference'

/** Runs of asterisks and question marks: a mask in an error, and wildcards in a policy, which would open to everything. */
const WILD = /\*{2,}|\?{2,}/g
const isMasked = (text: string): boolean => text.includes('**') || text.includes('??')

/** What a field of an ARN is called. */
const FIELDS = ['<arn>', '<partition>', '<service>', '<region>', '<account>'] as const

const namesIn = (service: string, resource: string): string => {
  if (service === 's3') {
    const [bucket = '', ...key] = resource.split('/')
    return [bucket.replaceAll(WILD, '<bucket>'), ...key.map((part) => part.replaceAll(WILD, '<key>'))].join('/')
  }
  const type = /^[a-z][a-z-]*(?=[:/])/i.exec(resource)?.[0] ?? 'name'
  return resource.replaceAll(WILD, `<${type}>`)
}

/**
 * A value of a request as it may stand in a policy: each mask that AWS would take for a wildcard is a named blank, such
 * as `<account>` or `<bucket>`, to be filled in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */
export function nameMasks(value: string): string {
  if (!isMasked(value)) return value
  const fields = splitArn(value)
  if (fields === null) return value.replaceAll(WILD, '<value>')
  const [, , service, , , resource] = fields
  const before = fields.slice(0, 5).map((field, at) => field.replaceAll(WILD, FIELDS[at] ?? '<value>'))
  return [...before, namesIn(service, resource)].join(':')
}

const LITERAL = /"(?:[^"\\]|\\.)*"/g

/** The strings of a JSON text that are new in it; what the reader wrote stays as it is. */
const nameIn = (text: string, before: string): string =>
  text.replaceAll(LITERAL, (literal) =>
    isMasked(literal) && !before.includes(literal) ? `"${nameMasks(literal.slice(1, -1))}"` : literal,
  )

const inChange = (change: FixChange): FixChange => {
  const after = nameIn(change.after, change.before)
  return { ...change, after, edit: textDifference(change.before, after) }
}

const inWords = (words: readonly Words[]): readonly Words[] =>
  words.map((one) =>
    one.mark === 'code'
      ? { ...one, text: nameMasks(one.text), ...(one.whole && { whole: nameMasks(one.whole) }) }
      : one,
  )

const inReach = (reach: Reach): Reach => ({
  ...reach,
  resources: { ...reach.resources, patterns: reach.resources.patterns.map(nameMasks) },
  principal: reach.principal && nameMasks(reach.principal),
})

const inStatement = (statement: NonNullable<Fix['statement']>): Fix['statement'] =>
  JSON.parse(nameIn(JSON.stringify(statement), '')) as Fix['statement']

/** The blanks that a change has, and neither its policy nor the error had. */
const blanksIn = ({ before, after }: FixChange, error: string): readonly string[] =>
  (after.match(/<[a-z-]{1,40}>/gi) ?? []).filter((blank) => !before.includes(blank) && !error.includes(blank))

/**
 * A fix in which no mask of the request became a wildcard. What is proven of it holds once the blanks are filled in.
 * `error`: what the error names, as it names it.
 */
export function withoutWildMasks(fix: Fix, error: string): Fix {
  if (!isMasked(error)) return fix
  const changes = fix.changes.map(inChange)
  const blanks = new Set(changes.flatMap((change) => blanksIn(change, error)))
  if (blanks.size === 0) return fix
  return {
    ...fix,
    changes,
    sentence: inWords(fix.sentence),
    proof: say.withBlanksToFill(fix.proof, [...blanks]),
    opens: inWords(fix.opens),
    reach: inReach(fix.reach),
    reaches: fix.reaches.map(inReach),
    statement: fix.statement && inStatement(fix.statement),
  }
}
