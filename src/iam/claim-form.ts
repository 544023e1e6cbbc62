import { setOwn } from '../text/own'

/**
 * What a claim of a token looks like: literal text with gaps. A gap is one character or more, none of them among those
 * that it cannot hold: `repo:{owner}/{repo}:pull_request`.
 */
interface Piece {
  /** A character; null in a gap. */
  readonly char: string | null
  readonly without: string
  /** The rest of a gap: any number of such characters. */
  readonly repeats: boolean
}

/** Gaps that hold anything; all others hold no colon, and those of one name no slash either. */
const ANYTHING: ReadonlySet<string> = new Set(['context', 'anything'])
const NAMES: ReadonlySet<string> = new Set([
  ...['owner', 'repo', 'ownerId', 'repoId', 'namespace', 'serviceAccount', 'organization', 'project'],
  ...['workspace', 'pipeline', 'user', 'uuid', 'repositoryUuid', 'environmentUuid', 'stepUuid', 'number'],
  ...[
    'bucket',
    'table',
    'role',
    'policy',
    'topic',
    'function',
    'family',
    'service',
    'task',
    'rule',
    'machine',
    'stream',
  ],
  ...['cluster', 'alias', 'definition', 'instance', 'database', 'session', 'qualifier'],
])

const withoutOf = (gap: string): string => {
  if (ANYTHING.has(gap)) return ''
  return NAMES.has(gap) ? ':/@' : ':'
}

/** A literal piece, or a gap with its name. */
type Part = { readonly text: string } | { readonly gap: string }

const partsOf = (form: string): readonly Part[] =>
  form
    .split(/(\{[a-z]{1,30}\})/i)
    .filter((text) => text !== '')
    .map((text) =>
      text.startsWith('{') && text.endsWith('}') && text.length > 2 ? { gap: text.slice(1, -1) } : { text },
    )

const piecesOf = (form: string): readonly Piece[] =>
  partsOf(form).flatMap((part): readonly Piece[] => {
    if ('text' in part) return part.text.split('').map((char) => ({ char, without: '', repeats: false }))
    const without = withoutOf(part.gap)
    return [
      { char: null, without, repeats: false },
      { char: null, without, repeats: true },
    ]
  })

/** Longest pattern that is compared; a longer one is taken to cover everything. */
const MAX_PATTERN = 300

/** Can one character be both? `?` and `*` of the pattern are any character. */
const canBeBoth = (pattern: string | null, { char, without }: Piece): boolean => {
  if (pattern === null) return true
  return char === null ? !without.includes(pattern) : char === pattern
}

/**
 * Is there a text of this form that a pattern covers? `hasWildcards`: `*` and `?` in it stand for others, as under
 * StringLike. Takes time in proportion to the product of their lengths.
 */
export function coversForm(pattern: string, form: string, hasWildcards: boolean): boolean {
  if (pattern.length > MAX_PATTERN) return true
  const pieces = piecesOf(form)
  const isRun = (at: number): boolean => hasWildcards && pattern[at] === '*'
  const width = pieces.length + 1
  const seen = new Uint8Array((pattern.length + 1) * width)
  const open: number[] = [0]
  const visit = (at: number, piece: number): void => {
    const state = at * width + piece
    if (seen[state] === 1) return
    seen[state] = 1
    open.push(state)
  }
  while (open.length > 0) {
    const state = open.pop()!
    const at = Math.floor(state / width)
    const index = state % width
    const piece = pieces[index]
    if (at === pattern.length && piece === undefined) return true
    if (isRun(at)) visit(at + 1, index)
    if (piece?.repeats) visit(at, index + 1)
    if (piece === undefined || at === pattern.length) continue
    const isAny = hasWildcards && (pattern[at] === '?' || pattern[at] === '*')
    if (!canBeBoth(isAny ? null : pattern[at]!, piece)) continue
    visit(isRun(at) ? at : at + 1, piece.repeats ? index : index + 1)
  }
  return false
}

/**
 * What a text has in the place of each gap, as far as it follows the form from its beginning: of `repo:a/b:x` and
 * `repo:{owner}/{repo}:ref:{ref}` it is owner `a` and repo `b`.
 */
export function readClaimForm(text: string, form: string): Readonly<Record<string, string>> {
  const read: Record<string, string> = {}
  let at = 0
  const parts = partsOf(form)
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      if (!text.startsWith(part.text, at)) break
      at += part.text.length
      continue
    }
    const next = parts[index + 1]
    const literal = next !== undefined && 'text' in next ? next.text : ''
    const stops = [...withoutOf(part.gap), ...(literal === '' ? [] : [literal])]
    const end = Math.min(text.length, ...stops.map((stop) => text.indexOf(stop, at)).filter((found) => found >= 0))
    if (end === at) break
    setOwn(read, part.gap, text.slice(at, end))
    at = end
  }
  return read
}
