import type { Span } from '../text/span'

/** The opening line of a private key: of PEM, also where a URL holds it, of PGP, and of PuTTY. */
const KEY_OPENING =
  /-----BEGIN(?:[+ ]|%(?:25)?20)(?:[A-Z]{2,12}(?:[+ ]|%(?:25)?20)){0,2}PRIVATE(?:[+ ]|%(?:25)?20)KEY(?:(?:[+ ]|%(?:25)?20)BLOCK)?-----|Private-Lines(?::|%3A)(?:[+ ]|%20)\d{1,4}/g
const KEY_CLOSING = /-----|Private-MAC/g

/** Private keys, whole or cut off: all behind the opening line. */
export function* privateKeys(text: string): Iterable<Span> {
  let reached = 0
  for (const match of text.matchAll(KEY_OPENING)) {
    if (match.index < reached) continue
    const start = match.index + match[0].length
    KEY_CLOSING.lastIndex = start
    const close = KEY_CLOSING.exec(text)?.index ?? text.length
    const body = /[\w+/=\s\\:,.%&#;│|>"'-]*/y
    const written = body.exec(text.slice(start, close))?.[0].length ?? 0
    const end = start + written
    reached = end
    if (end > start) yield [start, end]
  }
}

/** The name and the password of an address, e.g. `postgres://user:password@host`, as it is, in JSON, and in another address. */
const IN_ADDRESS = [
  /:(?:\\{0,4}\/){2}[^\s:/@"'<>\\]{1,128}:([^\s:/@"'<>\\]{4,256})@/g,
  /%3A%2F%2F[\w.~-]{1,128}%3A([\w.~-]{4,256})%40/gi,
]

/** What stands for a password that is filled in elsewhere. */
const isPlaceholder = (text: string) => /^[$*<[{x]/.test(text) && !/^x.*\d/.test(text)

/** Passwords in addresses. */
export function* addressPasswords(text: string): Iterable<Span> {
  for (const pattern of IN_ADDRESS)
    for (const { 0: whole, 1: password, index } of text.matchAll(pattern)) {
      const end = index + whole.length - (whole.endsWith('@') ? 1 : 3)
      if (!isPlaceholder(password!)) yield [end - password!.length, end]
    }
}

/** Tokens of other services than AWS, which begin with their own name. */
export const isNamedToken = (text: string): boolean =>
  /(?:^|[^a-z\d])(?:gh[oprsu]_[a-z\d]{20}|github_pat_\w{20}|glpat-[\w-]{16}|xox[abeoprs]-[\w-]{16}|npm_[a-z\d]{30})/i.test(
    text,
  )
