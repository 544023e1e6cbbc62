import { hasMark, type Holes } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import { alwaysFits } from './always-fits'
import { canFit } from './common-text'
import { literally, reduce, tokensOf } from './marked-text'

/** Does a pattern fit a text, whatever the holes in both stand for? */
export function matchMarked(parts: readonly PatternPart[], text: string, holes: Holes): Kleene {
  let known = COMPARED.get(holes)
  if (known === undefined) COMPARED.set(holes, (known = new Map<string, Kleene>()))
  let id = `${text.length} ${text}`
  for (const part of parts) id += `${part.literal} ${part.text.length} ${part.text}`
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
  if (!canFit(pattern, asked, holes)) return NO
  return alwaysFits(pattern, asked, holes) ? YES : UNKNOWN
}

/** Are two texts equal, whatever the holes in them stand for? */
export function equalMarked(a: string, b: string, holes: Holes): Kleene {
  if (a === b) return YES
  return hasMark(a) || hasMark(b) ? matchMarked(literally(a), b, holes) : NO
}
