import { hasMark, isMark, type Holes } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import { alwaysFits } from './always-fits'
import { canMeet, stepsOf } from './common-text'
import { literally, reduce, tokensOf } from './marked-text'

/** Does a pattern fit a text, whatever the holes in both stand for? */
export function matchMarked(parts: readonly PatternPart[], text: string, holes: Holes): Kleene {
  if (beginsOtherwise(parts, text) || endsOtherwise(parts, text)) return NO
  let known = COMPARED.get(holes)
  if (known === undefined) COMPARED.set(holes, (known = new Map<string, Kleene>()))
  let id = `${text.length} ${text}`
  for (const part of parts) id += `${part.literal ? 'text' : 'pattern'} ${part.text.length} ${part.text}`
  const before = known.get(id)
  if (before !== undefined) return before
  const found = compareMarked(parts, text, holes)
  if (known.size < MAX_COMPARED) known.set(id, found)
  return found
}

/** What was compared already, since the readings of a request compare the same; what is learned later takes nothing back. */
const COMPARED = new WeakMap<Holes, Map<string, Kleene>>()
const MAX_COMPARED = 20_000

function compareMarked(parts: readonly PatternPart[], text: string, holes: Holes): Kleene {
  const { pattern, text: asked } = reduce(tokensOf(parts), tokensOf(literally(text)))
  if (!canMeet(stepsOf(pattern, holes), stepsOf(asked, holes))) return NO
  return alwaysFits(pattern, asked, holes) ? YES : UNKNOWN
}

/** Do pattern and text begin with characters that differ, and are written in both? Most need no more than this. */
function beginsOtherwise(parts: readonly PatternPart[], text: string): boolean {
  const [first] = parts
  if (first === undefined) return false
  const { text: pattern, literal } = first
  const length = Math.min(pattern.length, text.length)
  for (let i = 0; i < length; i++) {
    const one = pattern.charAt(i)
    const isWritten = literal || (one !== '*' && one !== '?')
    if (one !== text.charAt(i) || !isWritten) return isWritten && !isMark(one) && !isMark(text.charAt(i))
  }
  return false
}

/** The same of their ends. */
function endsOtherwise(parts: readonly PatternPart[], text: string): boolean {
  const last = parts.at(-1)
  if (last === undefined) return false
  const { text: pattern, literal } = last
  const length = Math.min(pattern.length, text.length)
  for (let i = 1; i <= length; i++) {
    const one = pattern.charAt(pattern.length - i)
    const other = text.charAt(text.length - i)
    const isWritten = literal || (one !== '*' && one !== '?')
    if (one !== other || !isWritten) return isWritten && !isMark(one) && !isMark(other)
  }
  return false
}

/** Are two texts equal, whatever the holes in them stand for? */
export function equalMarked(a: string, b: string, holes: Holes): Kleene {
  if (a === b) return YES
  if (!hasMark(a) && !hasMark(b)) return NO
  return matchMarked(literally(a), b, holes)
}
