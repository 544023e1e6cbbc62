/**
 * Policy variables: `${key}`, with a default as `${key, 'text'}`, and the escapes `${*}`, `${?}`, `${$}`.
 * Only policies of version 2012-10-17 know them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type VariablePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'escape'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly lowerKey: string; readonly fallback: string | null }
  | { readonly kind: 'malformed'; readonly text: string }

/** The parts of a text that holds variables; null when it holds none. */
export function parseVariables(text: string): readonly VariablePart[] | null {
  let at = text.indexOf('${')
  if (at < 0) return null
  const parts: VariablePart[] = []
  let from = 0
  while (at >= 0) {
    if (at > from) parts.push({ kind: 'text', text: text.slice(from, at) })
    const end = closingBrace(text, at + 2)
    if (end < 0) {
      parts.push({ kind: 'malformed', text: text.slice(at) })
      return parts
    }
    parts.push(parseVariable(text.slice(at + 2, end), text.slice(at, end + 1)))
    from = end + 1
    at = text.indexOf('${', from)
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** The brace that closes a variable, past a quoted default that may hold braces of its own. */
function closingBrace(text: string, from: number): number {
  const brace = text.indexOf('}', from)
  // Looked for up to the brace alone: a text of many variables is gone through once.
  const quote = text.slice(from, Math.max(from, brace)).indexOf("'")
  if (quote < 0) return brace
  const end = text.indexOf("'", from + quote + 1)
  return end < 0 ? brace : text.indexOf('}', end)
}

function parseVariable(inside: string, whole: string): VariablePart {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'escape', text: inside }
  const comma = inside.indexOf(',')
  const key = comma < 0 ? inside : inside.slice(0, comma)
  if (key === '' || /[\s'{}]/.test(key)) return { kind: 'malformed', text: whole }
  if (comma < 0) return { kind: 'variable', key, lowerKey: key.toLowerCase(), fallback: null }
  const fallback = inside.slice(comma + 1)
  const quoted = fallback.trimStart()
  if (quoted.length < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) return { kind: 'malformed', text: whole }
  return { kind: 'variable', key, lowerKey: key.toLowerCase(), fallback: quoted.slice(1, -1) }
}
