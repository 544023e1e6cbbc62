import { firstInPath, splitArn, isAccountId } from '../iam/arn'
import { hasHole } from '../iam/find-holes'
import { matchWildcard } from '../iam/wildcard'
import { allowingLayers, allowsOf } from './given-policies'
import type { CallTrapId } from './call-traps'
import { escaped } from '../text/escaped'
import type { Clue, Observation, RowMatch } from './knowledge'
import { callTrap } from './call-trap'
import { namedTexts } from '../policy/statement-names'

/** Shorter names differ in a letter by chance. */
const LEAST = 4

/** So much of a text is looked through for a list, and longer lines are none of it. */
const MOST_TEXT = 20_000
const LONGEST_LINE = 300

/** What secrets have behind their name, and what stands for it. */
const SUFFIX = /-(?:[A-Z\d]{6}|\?{6}|\*)$/i

/** Two names without what they begin and end with alike. */
function difference(one: string, other: string): readonly [string, string] {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

const isSwapped = ([a, b]: readonly [string, string]): boolean => a.length === 2 && a[0] === b[1] && a[1] === b[0]

/** Words of a name. */
const wordsOf = (name: string): readonly string[] => name.split(/[-_./:]/)

/** Is the letter one of a word? Ids have digits in them, and a short word that is another one tells things apart on purpose. */
function isInWord(one: string, other: string, [a, b]: readonly [string, string]): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const at = words.findIndex((word, i) => word !== others[i])
  const [word = '', its = ''] = [words[at], others[at]]
  const isReplaced = a !== '' && b !== ''
  return !/\d/.test(word + its) && Math.min(word.length, its.length) >= (isReplaced ? LEAST : 2)
}

/** A number at the end, a stage or a colour tells things apart on purpose: what is written wrong is one letter, its case, or a stroke. */
export const isSlip = (one: string, other: string): boolean => {
  if (one === other) return false
  if (one.toLowerCase() === other.toLowerCase()) return true
  if (Math.min(one.length, other.length) < LEAST) return false
  const differing = difference(one, other)
  const letters = differing.join('')
  if (/[\d/:*?${}<>]/.test(letters)) return false
  if (one.replaceAll('_', '-') === other.replaceAll('_', '-')) return true
  if (!isInWord(one, other, differing)) return false
  return isSwapped(differing) || (differing[0].length <= 1 && differing[1].length <= 1 && /^[A-Z.]+$/i.test(letters))
}

/** One digit of twelve that differs, or two that changed places. */
const isAccountSlip = (one: string, other: string): boolean => {
  if (!isAccountId(one) || !isAccountId(other) || one === other) return false
  const differing = difference(one, other)
  return isSwapped(differing) || (differing[0].length === 1 && differing[1].length === 1)
}

/** The name without what stands behind it: the objects of a bucket, the streams of a group, the characters of a secret. */
const nameOf = (service: string, own: string): string => {
  const name = own.replace(/[/:]?\*$/, '')
  return service === 'secretsmanager' ? name.replace(SUFFIX, '') : name
}

/** What stands before the name: `table/`, `secret:`. */
const TYPE = /^[a-z-]{1,40}[/:](?=.)/

/** What differs. */
interface Slip {
  readonly asked: string
  readonly written: string
}

/** Of what was asked and what a policy names the parts that are the same but for one slip: the names, or the accounts. */
function slipOf(text: string, asked: string): Slip | null {
  const parts = splitArn(text)
  if (parts === null || text.includes('${') || hasHole(text, 'policy')) return null
  const whole = splitArn(asked)
  const [, , service, , , part] = parts
  const own = nameOf(service, part)
  if (whole === null) {
    const written = own.slice(own.lastIndexOf(':') + 1)
    return isSlip(written, asked) ? { asked, written } : null
  }
  if (![1, 2, 3].every((at) => matchWildcard(parts[at]!, whole[at]!))) return null
  // An object is in a bucket: what is called wrong is that.
  const [name, written] = (
    service === 's3' ? [firstInPath(whole[5]), firstInPath(own)] : [nameOf(service, whole[5]), own]
  ).map((one) => one.replace(TYPE, '')) as [string, string]
  if (matchWildcard(parts[4], whole[4])) return isSlip(written, name) ? { asked: name, written } : null
  return written === name && isAccountSlip(parts[4], whole[4]) ? { asked: whole[4], written: parts[4] } : null
}

/** What tells a policy or an error from the list of a command. */
const NO_LIST = /"?(?:Resource|Effect|Action)"?\s?:|\barn:aws|\b(?:denied|not authorized|forbidden)\b|[$>#]\s|\(|=/i

/** Does a list that a command printed hold the name: as a value, or alone on a line, behind a date where it is of buckets? */
const isListed = (text: string, name: string): boolean => {
  const one = escaped(name)
  const listed = new RegExp(`["'/:]${one}["']|^(?:[\\d-]{10}\\s{1,4}(?:[\\d:]{4,8}\\s{1,4})?)?${one}$`)
  return text
    .slice(0, MOST_TEXT)
    .split('\n')
    .some((line) => line.length <= LONGEST_LINE && !NO_LIST.test(line) && listed.test(line.trim()))
}

/** The call names nearly what an Allow given here names: one of the two is written wrong. */
export function nearlyNamed(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  if (seen.action === null || hasHole(asked)) return []
  for (const layer of allowingLayers(seen)) {
    const written = allowsOf(seen.policies, layer, seen.action).flatMap(({ statement: { resource } }) =>
      namedTexts(resource),
    )
    if (written.some((text) => matchWildcard(text, asked))) continue
    for (const text of written) {
      const slip = slipOf(text, asked)
      if (slip === null) continue
      const clues: readonly Clue[] = [
        { kind: 'resource-asked', text: asked },
        { kind: 'resource-written', text },
      ]
      const [isThere, isOtherThere] = [slip.written, slip.asked].map((name) => isListed(seen.text, name))
      // What a list shows to be there is named by the call: the policy is what is to be corrected.
      if (isOtherThere) return []
      const id = isThere ? 'named-unlike-the-list' : 'named-nearly-the-same'
      return [callTrap(seen, { id, strength: 'shown', for: clues, facts: { ...slip }, layer })]
    }
  }
  return []
}
