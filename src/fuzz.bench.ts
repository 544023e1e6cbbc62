import { parseCredentials } from './aws/credentials'
import { parseDenials } from './denial/parse-denials'
import { buildCase } from './draft/build/build-case'
import { restoreCase } from './draft/file/case-file'
import { EMPTY_DRAFT, type Draft } from './draft/draft'
import { maskForKeeping } from './draft/file/mask-credentials'
import { readPaste } from './draft/paste/read-paste'
import { takePaste } from './draft/paste/take-paste'
import { evaluate } from './evaluation/evaluate'
import { explain } from './explanation/explain'
import { decodeDeck, decodeExercise, readDeckFile } from './permalink/deck'
import { decodeFragment, encodeDraft } from './permalink/permalink'
import { findPolicies } from './policy/find-policies'
import { parsePolicy } from './policy/parse-policy'
import { formatJson } from './text/format-json'
import { parseYaml } from './text/parse-yaml'

/** Milliseconds of the processor for one input; measured again where it was exceeded: code runs cold at first. */
const LONGEST = 250

/** Numbers from 0 on below a limit, the same for the same seed (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let next = Math.imul(state ^ (state >>> 15), 1 | state)
    next = (next + Math.imul(next ^ (next >>> 7), 61 | next)) ^ next
    return ((next ^ (next >>> 14)) >>> 0) % limit
  }
}

const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":"*","Action":["s3:Get*"],"Resource":"arn:aws:s3:::b/${aws:username}/*","Condition":{"StringLike":{"aws:PrincipalTag/team":["a*","${aws:x}"]},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}'
const ERROR =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action'
const CASE = JSON.stringify({
  version: 1,
  title: 't',
  error: ERROR,
  request: {
    principal: 'arn:aws:iam::111122223333:user/a',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    context: { 'aws:SourceIp': '10.1.2.3', 'aws:CalledVia': ['a', 'b'] },
  },
  policies: {
    identity: [{ name: 'p', document: JSON.parse(POLICY) as unknown }],
    scps: [{ target: 'Root', policies: [] }],
    otherLayers: 'unknown',
  },
  facts: {},
})
const DECK = JSON.stringify({
  format: 'whydenied-deck',
  version: 1,
  title: 't',
  notes: 'n',
  cards: [{ title: 'c', notes: '', draft: EMPTY_DRAFT }],
})
const YAML = 'Statement:\n  - Effect: Allow\n    Action: &a [s3:Get*]\n    Resource: !Sub "arn:${X}"\n  - *a\n'
const TERRAFORM =
  'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:Get*"], Resource = "${aws_s3_bucket.b.arn}/*" }] })\n}\n'
const KEYS =
  'export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=abc\nexport AWS_SESSION_TOKEN=def\n'

/** Whole inputs that are damaged, and the pieces that they are damaged with. */
const WHOLE = [
  POLICY,
  ERROR,
  CASE,
  DECK,
  YAML,
  TERRAFORM,
  KEYS,
  JSON.stringify({ Policy: POLICY }),
  encodeURIComponent(POLICY),
  encodeDraft({ ...EMPTY_DRAFT, paste: ERROR }),
]
const PIECES = [
  ...WHOLE,
  ...'{ } [ ] ( ) : , " \' ` \\ / * ? . % & < > # ! | - + = ~ @ $ ; ^ _ 0 9 a Z'.split(' '),
  ...' |\n|\r\n|\t|\0|\u2028|\ud800|\u202e|\u200b|é|𝒳|\ufeff'.split('|'),
  ...'${ {{ }} // /* */ <<EOF """ ``` --- %7B %22 %25 \\" \\n \\u007b &quot; <a> </a> eyJ arn: :* *: &a *a !Sub <<: ? 1e999 -0 null true'.split(
    ' ',
  ),
  ...'__proto__ constructor toString hasOwnProperty'.split(' '),
  ...'Version Statement Effect Allow Deny Action NotAction Resource Principal Condition StringEquals aws:SourceIp s3:* sts:AssumeRole'.split(
    ' ',
  ),
  ...'"Statement":[ "Effect":"Allow", {"a": Statement: jsonencode( new iam.PolicyStatement({ statement { aws_secret_access_key= -----BEGIN'.split(
    ' ',
  ),
  'is not authorized to perform: ',
  ' on resource: ',
  ' because no identity-based policy allows the ',
  ' with an explicit deny in a service control policy',
  'Encoded authorization failure message: ',
  'password: ',
  'value 1: ',
  '_value_v2=',
]

/** One hostile text: something whole, cut, doubled, mixed with pieces; rarely one piece very often. */
function hostile(pick: (limit: number) => number): string {
  const piece = () => PIECES[pick(PIECES.length)]!
  let text = pick(4) === 0 ? piece() : WHOLE[pick(WHOLE.length)]!
  if (pick(40) === 0) text = (piece() + piece()).repeat(1 + pick(300)).slice(0, 20_000)
  for (let change = pick(6); change > 0; change -= 1) {
    const [from, to] = [pick(text.length + 1), pick(text.length + 1)].toSorted((a, b) => a - b) as [number, number]
    const put = [
      piece(),
      '',
      piece().repeat(1 + pick(8)),
      text.slice(from, to),
      String.fromCharCode(pick(65_536)),
      JSON.stringify(text.slice(from, to)),
    ][pick(6)]!
    text = (text.slice(0, from) + put + text.slice(pick(3) === 0 ? to : from)).slice(0, 20_000)
  }
  return text
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** What the page does with a draft. */
function judge(draft: Draft): void {
  const denials = parseDenials(draft.paste)
  const { accessCase, denial } = buildCase(draft, denials)
  explain({ evaluation: evaluate(accessCase), accessCase, denial })
}

/** Everything that takes something from outside. */
const ENTRIES: Readonly<Record<string, (text: string) => void>> = {
  parseDenials,
  maskForKeeping,
  findPolicies: (text) => void findPolicies(text, { yaml: parseYaml }),
  readPaste: (text) => void readPaste(text, { yaml: parseYaml }),
  parsePolicy: (text) => {
    parsePolicy(text)
    parsePolicy(parsed(text))
  },
  formatJson,
  decodeFragment: (text) => {
    for (const fragment of [text, `1/${text}`, `x1/${text}`, `d1/${text}`]) {
      decodeFragment(fragment)
      decodeExercise(fragment)
      decodeDeck(fragment)
    }
  },
  restoreCase: (text) => {
    const restored = restoreCase(parsed(text))
    if ('draft' in restored) judge(restored.draft)
  },
  evaluate: (text) => void evaluate(parsed(text) as Parameters<typeof evaluate>[0]),
  readDeckFile: (text) => void readDeckFile(parsed(text)),
  parseCredentials: (text) => void parseCredentials(text, 0),
  explain: (text) => judge(takePaste(EMPTY_DRAFT, text, { yaml: parseYaml }).draft),
}

/** What became of an input: null where it was read in time. */
function failure(run: (text: string) => void, text: string, longest: number): string | null {
  try {
    const started = performance.now()
    run(text)
    // Less on the clock is less of the processor, which takes long to ask.
    let took = performance.now() - started
    for (let attempt = 0; attempt < 3 && took > longest; attempt += 1) {
      const begun = process.cpuUsage()
      run(text)
      took = process.cpuUsage(begun).user / 1000
    }
    return took > longest ? `took ${Math.round(took)} ms` : null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)
  }
}

/** One input: a hostile text, and the entry that it is for. */
interface FuzzInput {
  readonly entry: string
  readonly text: string
}

/** An input that an entry did not read as it should, and what became of it. */
export interface FuzzFailure extends FuzzInput {
  readonly what: string
}

const READERS = Object.keys(ENTRIES).filter((name) => name !== 'explain')
/** Whose turn it is: a whole answer takes as long as fifteen readings, so one is asked for in three rounds. */
const TURNS = [...READERS, ...READERS, ...READERS, 'explain']

function* inputs(seed: number): Generator<FuzzInput> {
  const pick = numbers(seed)
  for (let at = 0; ; at += 1) yield { entry: TURNS[at % TURNS.length]!, text: hostile(pick) }
}

/** For tests: the input at a place, from 0, of those that `fuzz` makes of a seed. */
export function fuzzInput(place: number, seed: number): FuzzInput | null {
  let at = 0
  for (const input of inputs(seed)) {
    if (at === place) return input
    at += 1
  }
  return null
}

/**
 * For tests: gives a number of hostile texts, the same for the same seed, to one entry each, and tells what failed.
 * `from`: the first that is given; `onInput` is told the place of each before it is; `longest`: milliseconds of the
 * processor that one may take.
 */
export function fuzz(
  count: number,
  seed: number,
  {
    from = 0,
    onInput,
    longest = LONGEST,
  }: { readonly from?: number; readonly onInput?: (place: number) => void; readonly longest?: number } = {},
): readonly FuzzFailure[] {
  const failed: FuzzFailure[] = []
  let at = 0
  for (const { entry, text } of inputs(seed)) {
    if (at >= count) return failed
    if (at >= from) {
      onInput?.(at)
      const what = failure(ENTRIES[entry]!, text, longest)
      if (what !== null) failed.push({ entry, what, text })
    }
    at += 1
  }
  return failed
}
