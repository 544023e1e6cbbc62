import { AUTHORIZATION_POINTER } from '../../denial/authorization-ids'
import { HINTS } from '../../denial/hints'
import { SENTENCES } from '../../denial/sentences'
import { NAMED_PRINCIPALS } from '../../denial/service-callers'
import { TOOL_WORDS } from '../../denial/tool-words'
import { WRAPPERS } from '../../denial/wrappers'
import { PASSED_ROLES } from '../../facts/calls/passed-roles'
import { SITUATION_ROWS } from '../../facts/situations/situations'
import { POLICY_READS } from '../../iam/policy-reads'
import { SERVICE_PREFIXES } from '../../iam/service-names'

/** What is no word in the source of a pattern: groups, classes, escapes and counts. */
const SIGNS = /\(\?(?:<?[=!]|<\w+>|:)|\\u[\da-f]{4}|\\[a-z]|\[(?:\\.|[^\]\\]){0,200}\]|\{[^}]{0,20}\}/gi

/** A word, and whether its last letter may be missing. */
const WORD = /[a-z][a-z\d]+\??/gi

const wordsOfPattern = (source: string): readonly string[] =>
  (source.replace(SIGNS, ' ').match(WORD) ?? []).flatMap((word) =>
    word.endsWith('?') ? [word.slice(0, -1), word.slice(0, -2)] : [word],
  )

const firstLabel = (host: string) => host.split('.', 1)[0] ?? ''

function collectWords(): ReadonlySet<string> {
  const patterns = [
    AUTHORIZATION_POINTER,
    ...SENTENCES.map(({ pattern }) => pattern),
    ...WRAPPERS.map(({ pattern }) => pattern),
    ...HINTS.map(({ pattern }) => pattern),
    ...SITUATION_ROWS.flatMap(([, { pattern }]) => pattern ?? []),
  ].map(({ source }) => source)
  const said = SITUATION_ROWS.flatMap(([, { says = [], codes = [], near = [] }]) => [...says, ...codes, ...near])
  return new Set(
    [
      ...[...patterns, ...TOOL_WORDS.map(([words]) => words)].flatMap(wordsOfPattern),
      ...said.flatMap((shape) => shape.replaceAll(/\{\w+\}/g, ' ').match(/[a-z\d]+/gi) ?? []),
      ...POLICY_READS.keys(),
      ...Object.keys(SERVICE_PREFIXES),
      ...[...NAMED_PRINCIPALS, ...PASSED_ROLES.flatMap(({ to }) => to ?? [])].map(firstLabel),
    ].map((word) => word.toLowerCase()),
  )
}

let words: ReadonlySet<string> | null = null

/** Does a reader of denials look for this word, in lower case? It is AWS's or a tool's then: its sentence is not read without it. */
export const isReadWord = (lowerCase: string): boolean => (words ??= collectWords()).has(lowerCase)
