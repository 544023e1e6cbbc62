/** An ARN in its six parts; the last keeps its own colons. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** The places of the five colons that part an ARN, or null where there are fewer. */
function colons(text: string): readonly [number, number, number, number, number] | null {
  const a = text.indexOf(':')
  const b = a < 0 ? a : text.indexOf(':', a + 1)
  const c = b < 0 ? b : text.indexOf(':', b + 1)
  const d = c < 0 ? c : text.indexOf(':', c + 1)
  const e = d < 0 ? d : text.indexOf(':', d + 1)
  return e < 0 ? null : [a, b, c, d, e]
}

/** Any text in six parts divided by its first five colons; null when there are fewer. */
export function splitArn(text: string): readonly [string, string, string, string, string, string] | null {
  const at = colons(text)
  if (at === null) return null
  const [a, b, c, d, e] = at
  return [
    text.slice(0, a),
    text.slice(a + 1, b),
    text.slice(b + 1, c),
    text.slice(c + 1, d),
    text.slice(d + 1, e),
    text.slice(e + 1),
  ]
}

/** An ARN, or null for any other text. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith('arn:')) return null
  const at = colons(text)
  if (at === null) return null
  const [a, b, c, d, e] = at
  return {
    partition: text.slice(a + 1, b),
    service: text.slice(b + 1, c),
    region: text.slice(c + 1, d),
    account: text.slice(d + 1, e),
    resource: text.slice(e + 1),
  }
}

/** Twelve digits, as AWS numbers accounts. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false
  for (let i = 0; i < 12; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}
