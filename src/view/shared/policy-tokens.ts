/** What a piece of a policy's text is. */
export type PolicyToken = 'key' | 'allow' | 'deny' | 'string' | 'number' | 'keyword' | 'delimiter'

/** How a policy's JSON is coloured: names and values of a policy have tokens of their own. The first that fits counts. */
export const POLICY_TOKENS: [pattern: RegExp, token: PolicyToken][] = [
  [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
  [/"Allow"/, 'allow'],
  [/"Deny"/, 'deny'],
  [/"(?:[^"\\]|\\.)*"?/, 'string'],
  [/-?\d[\d.e+-]*/i, 'number'],
  [/true|false|null/, 'keyword'],
  [/[{}[\],:]/, 'delimiter'],
]

/** A piece of a line; without a token it is what stands between. */
export interface PolicyPiece {
  readonly text: string
  readonly token: PolicyToken | null
}

/** A longer line stays without colours, in characters: nobody reads it by them. */
const LONGEST_COLOURED = 2000

const RULES = POLICY_TOKENS.map(([pattern, token]) => [new RegExp(pattern.source, `${pattern.flags}y`), token] as const)

/** The pieces of a line of a policy, one after the other: together they are the line. */
export function policyPieces(line: string): readonly PolicyPiece[] {
  if (line.length > LONGEST_COLOURED) return [{ text: line, token: null }]
  const pieces: PolicyPiece[] = []
  let plain = 0
  let at = 0
  const leavePlain = () => {
    if (at > plain) pieces.push({ text: line.slice(plain, at), token: null })
  }
  while (at < line.length) {
    const found = matchAt(line, at)
    if (found === null) {
      at += 1
      continue
    }
    leavePlain()
    pieces.push(found)
    at += found.text.length
    plain = at
  }
  leavePlain()
  return pieces
}

function matchAt(line: string, at: number): PolicyPiece | null {
  for (const [rule, token] of RULES) {
    rule.lastIndex = at
    const text = rule.exec(line)?.[0]
    if (text) return { text, token }
  }
  return null
}
