import { buildCase } from '../../draft/build/build-case'
import type { Draft } from '../../draft/draft'
import { parseDenials } from '../../denial/parse-denials'
import { evaluateLinked } from '../../evaluation/evaluate-linked'
import { mapDraftTexts } from '../redact-for-link'
import { findNames, draftTexts, type FoundName } from './find-names'
import type { RedactionKind } from './kinds'
import type { AwsNames } from './safe-words'
import { nameReplacer } from './replace-names'
import type { Steps } from '../../text/steps'
import { chooseStandIns, type StandInStyle } from './stand-ins'

/** One name and what stands for it. */
export interface StandIn {
  readonly kind: RedactionKind
  readonly original: string
  readonly standIn: string
  /** `shaped`: a plain example would have changed the verdict. `kept`: any stand-in would, or none was found. */
  readonly style: StandInStyle
}

/** A draft with stand-ins, and what was done. */
export interface Redaction {
  readonly draft: Draft
  readonly standIns: readonly StandIn[]
  /** The same answer: what AWS says, the decision, layer and statement, every layer, and where it was asked for causes and fixes. */
  readonly sameVerdict: boolean
}

/** What AWS says, without its names: what is said of each error, and which of its parts are known. */
const saidIn = (draft: Draft) =>
  parseDenials(draft.paste).map(
    ({
      kind,
      decision,
      layer,
      principal,
      action,
      resource,
      layerPolicyArn,
      account,
      operation,
      service,
      encodedMessage,
      errorCode,
      inferred,
      context,
      matchedStatements,
    }) => [
      [kind, decision, layer, action, operation, service, errorCode],
      [principal, resource, layerPolicyArn, account, encodedMessage].map((part) => part === null),
      Object.keys(inferred),
      Object.keys(context ?? {}).length,
      matchedStatements?.map(({ sid, effect, policy }) => [sid === null, effect, policy === null]),
    ],
  )

/** What must not change: what AWS says, and in every check of the call the decision, the layer, the statement, and what each layer does. */
function verdictOf(draft: Draft): string {
  const { checks } = evaluateLinked(buildCase(draft).accessCase)
  return JSON.stringify([
    saidIn(draft),
    checks.map(({ evaluation: { decision, layer, sid, decisive, layers, blocking } }) => [
      decision,
      layer,
      sid === null,
      decisive,
      blocking,
      layers.map((one) => [one.layer, one.status, one.statements.map(({ matches }) => matches)]),
    ]),
  ])
}

/** One letter or sign as an escape of JSON, of an address or of HTML, of as many bytes or halves as it has. */
const ESCAPES = new RegExp(
  [
    String.raw`\\u(?:d[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|[\da-f]{4})|\\.`,
    String.raw`%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[\da-f](?:%[89ab][\da-f]){3})`,
    String.raw`&#(?:x[\da-f]{1,6}|\d{1,7});`,
  ].join('|'),
  'gi',
)

function unescaped(escape: string): string {
  try {
    if (escape.startsWith('%')) return decodeURIComponent(escape)
    if (escape.startsWith('\\u')) return JSON.parse(`"${escape}"`) as string
    const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(escape) ?? []
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
    return Number.isNaN(code) ? '' : String.fromCodePoint(code)
  } catch {
    return ''
  }
}

/** Letters and digits that are written as escapes, as themselves: no name hides behind them. */
const withPlainLetters = (draft: Draft): Draft =>
  mapDraftTexts(draft, (text) =>
    text.replace(ESCAPES, (whole) => {
      const plain = unescaped(whole)
      return /^[\p{L}\p{M}\p{N}]$/u.test(plain) ? plain : whole
    }),
  )

/** Puts together what a terminal broke over lines, so that a name in it can be found. */
function joinBrokenValues(draft: Draft): Draft {
  const denials = parseDenials(draft.paste)
  const broken = denials
    .flatMap(({ principal, resource, account, parts }) => [
      { value: principal, spans: parts.principal ?? [] },
      { value: resource, spans: parts.resource ?? [] },
      { value: account, spans: [] },
    ])
    .flatMap(({ value, spans }) => {
      const [start] = spans[0] ?? [0]
      const [, end] = spans.at(-1) ?? [0, 0]
      return value !== null && spans.length > 1 ? [{ value, start, end }] : []
    })
    .sort((a, b) => b.start - a.start)
  const paste = broken.reduce(
    (text, { value, start, end }) => text.slice(0, start) + value + text.slice(end),
    draft.paste,
  )
  return { ...draft, paste }
}

/** How often a case is judged again, to find the names that the verdict hangs on. */
const MOST_TRIALS = 120

/** What is replaced, and what is known of AWS's own names. */
export interface RedactionChoice {
  readonly kinds: ReadonlySet<RedactionKind>
  /** Names that stay although their kind is chosen. */
  readonly keep?: ReadonlySet<string>
  /** Words that are replaced although they are known to name nobody. */
  readonly also?: ReadonlySet<string>
  readonly aws?: AwsNames
  /** Equal where the whole answer to two drafts is the same but for names. Without it, what the policies decide is compared. */
  readonly answerOf?: (draft: Draft) => string | Steps<string>
}

/** Shares a case as it is. */
export const NOTHING_REPLACED: RedactionChoice = { kinds: new Set() }

const NOBODY: ReadonlySet<string> = new Set()

/** The names of a draft that are to be replaced. */
function namesToReplace(
  draft: Draft,
  { kinds, keep = NOBODY, also = NOBODY, aws }: RedactionChoice,
): readonly FoundName[] {
  const found = findNames(draft, aws).filter(({ kind, text }) => kinds.has(kind) && !keep.has(text))
  const known = new Set(found.map(({ text }) => text))
  const added = [...also].filter((text) => !known.has(text))
  return [...found, ...added.map((text): FoundName => ({ kind: 'words', form: 'word', text }))]
}

/**
 * Replaces the names of the chosen kinds everywhere, each by one stand-in, and proves that the verdict is the same, by what AWS
 * says and what the policies decide. Where a stand-in would change it, that name gets another, or stays and is listed as kept.
 */
export function* redactByVerdict(
  draft: Draft,
  choice: RedactionChoice,
  first: StandInStyle = 'example',
): Steps<Redaction> {
  const goal = verdictOf(draft)
  yield
  const plain = withPlainLetters(draft)
  const joined = joinBrokenValues(verdictOf(plain) === goal ? plain : draft)
  const names = namesToReplace(joined, choice)
  const texts = draftTexts(joined)
  const taken = (text: string) => texts.some((one) => one.includes(text))
  function* attempt(styles: ReadonlyMap<FoundName, StandInStyle>) {
    yield
    const standIns = chooseStandIns(names, (name) => styles.get(name) ?? 'example', taken)
    const replace = nameReplacer(standIns)
    // A pattern is replaced as a whole, but for its variables: these have names too.
    const redacted = mapDraftTexts(joined, (text) => (text.includes('${') ? replace(replace(text)) : replace(text)))
    yield
    return { standIns, redacted, same: verdictOf(redacted) === goal }
  }
  let styles: ReadonlyMap<FoundName, StandInStyle> = new Map(names.map((name) => [name, first]))
  let result = yield* attempt(styles)
  let trials = 0
  /** Gives a group a style if the verdict stays the same with it. */
  function* tryStyle(group: readonly FoundName[], style: StandInStyle): Steps<boolean> {
    if (trials >= MOST_TRIALS) return false
    trials += 1
    const next = new Map([...styles, ...group.map((name) => [name, style] as const)])
    const tried = yield* attempt(next)
    if (!tried.same) return false
    styles = next
    result = tried
    return true
  }
  /** Replaces as many of a group as can be: all of it, or by halves, and a single name by a text of its shape. */
  function* replaceMost(group: readonly FoundName[]): Steps<void> {
    if (group.length === 0 || (yield* tryStyle(group, 'example')) || trials >= MOST_TRIALS) return
    if (group.length === 1) {
      yield* tryStyle(group, 'shaped')
      return
    }
    const half = Math.ceil(group.length / 2)
    yield* replaceMost(group.slice(0, half))
    yield* replaceMost(group.slice(half))
  }
  /** One name after the other, of its own shape; then all of them. */
  function* tryShapes(): Steps<boolean> {
    for (const name of names) if (trials < 20 && (yield* tryStyle([name], 'shaped'))) return true
    return yield* tryStyle(names, 'shaped')
  }
  if (!result.same && !(yield* tryShapes())) {
    styles = new Map(names.map((name) => [name, 'kept'] as const))
    result = yield* attempt(styles)
    for (const kind of new Set(names.map((name) => name.kind)))
      yield* replaceMost(names.filter((name) => name.kind === kind))
  }
  return {
    draft: result.redacted,
    standIns: names.map((name) => {
      const standIn = result.standIns.get(name.text) ?? name.text
      const style = standIn === name.text ? 'kept' : (styles.get(name) ?? 'example')
      return { kind: name.kind, original: name.text, standIn, style }
    }),
    sameVerdict: result.same,
  }
}

/** A word, or a number that is long enough to be somebody's; no date and no time. */
const SHOWN = /[\p{L}\p{M}][\p{L}\p{M}\p{N}_-]*|(?<![\p{L}\p{N}])\d{5,11}(?![\p{L}\p{N}])/gu

/** The words and long numbers that stay in a draft, for whoever shares it to look through: without the stand-ins. */
export function wordsThatStay({ draft, standIns }: Redaction): readonly string[] {
  const given = new Set(standIns.map(({ standIn }) => standIn))
  const words = new Set<string>()
  for (const text of draftTexts(draft)) for (const [word] of text.matchAll(SHOWN)) if (!given.has(word)) words.add(word)
  return [...words].sort((a, b) => a.localeCompare(b, 'en'))
}
