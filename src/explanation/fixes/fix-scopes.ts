import { timesIn } from '../../text/times-in'
import { parseArn, lastInPath } from '../../iam/arn'
import type { Fix, FixChange } from '../explanation'
import * as say from '../messages/fixes'
import { only, widthOf } from '../../policy/reach'
import type { Words } from '../../text/phrase'
import type { JudgedCase } from '../judged-case'
import { narrowestFirst } from './narrowest-first'
import { withOpened } from './opened-by-fix'
import { textDifference } from './text-difference'

/** A fix for more than the one object that was asked for. */
export interface FixScope {
  /** "this object", a prefix such as "releases/*", or "bucket". */
  readonly label: string
  readonly fix: Fix
}

/** Prefixes that are offered: the nearest and the outermost. */
const MOST_PREFIXES = 2

/** The wider patterns around an object, the nearest first; none for what is no single object of a bucket. */
function patternsAround(resource: string): readonly { readonly label: string; readonly pattern: string }[] {
  const arn = parseArn(resource)
  if (arn?.service !== 's3' || arn.account !== '' || /[*?$]/.test(resource)) return []
  const [bucket = '', ...key] = arn.resource.split('/')
  if (bucket === '' || key.join('') === '') return []
  const start = resource.slice(0, resource.length - arn.resource.length)
  const folders = key.slice(0, -1).map((_, depth) => key.slice(0, depth + 1).join('/'))
  const nearest = folders.at(-1)
  const outermost = folders.length > 1 ? folders[0] : undefined
  const prefixes = [nearest, outermost].filter((folder) => folder !== undefined).slice(0, MOST_PREFIXES)
  return [
    ...prefixes.map((folder) => ({
      label: `${lastInPath(folder)}/*`,
      pattern: `${start}${bucket}/${folder}/*`,
    })),
    { label: say.SCOPES.bucket, pattern: `${start}${bucket}/*` },
  ]
}

/** The change with another resource in the statement that it adds; null where the text has it at another place too. */
function widen(change: FixChange, resource: string, pattern: string): FixChange | null {
  const written = JSON.stringify(resource)
  if (timesIn(change.before, written) > 0 || timesIn(change.after, written) !== 1) return null
  const after = change.after.replace(written, () => JSON.stringify(pattern))
  return { ...change, after, edit: textDifference(change.before, after) }
}

/** A name without its path is no text of its own in a sentence: only the whole ARN stands for the resource. */
const reworded = (words: readonly Words[], resource: string, pattern: string): readonly Words[] =>
  words.map((one) => (one.text === resource ? { ...one, text: pattern } : one))

/**
 * A fix that adds a statement for one object of a bucket, and the same for a prefix and the whole bucket. What is proven
 * of the first holds of all: a pattern around the object allows the object too.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
 */
export function fixScopes(judged: JudgedCase, fix: Fix): readonly FixScope[] {
  const [change, ...others] = fix.changes
  const resource = fix.statement?.['Resource']
  if (change === undefined || others.length > 0 || typeof resource !== 'string') return []
  const wider = patternsAround(resource).flatMap(({ label, pattern }): FixScope[] => {
    const widened = widen(change, resource, pattern)
    if (widened === null) return []
    const reach = { ...fix.reach, resources: only(pattern) }
    return [
      {
        label,
        fix: withOpened(judged, {
          ...fix,
          opensTo: 'wider',
          changes: [widened],
          reach,
          reaches: [reach],
          width: widthOf(fix.layer, reach),
          sentence: reworded(fix.sentence, resource, pattern),
          opens: say.opensPhrase(fix.layer, reach),
          statement: { ...fix.statement, Resource: pattern },
        }),
      },
    ]
  })
  if (wider.length === 0) return []
  const scopes = [{ label: say.SCOPES.object, fix }, ...wider]
  const ordered = narrowestFirst(
    judged,
    scopes.map((scope) => scope.fix),
    (one, other) => one.width - other.width,
  )
  return ordered.flatMap(({ changes: [{ after } = { after: '' }] }) =>
    scopes.filter((scope) => scope.fix.changes[0]?.after === after),
  )
}
