import type { DenialSentence } from './denial-sentence'
import { DENIAL_CODE, type Wrapper } from './wrapper'

/** What an SDK prints where the answer had no message, as to a HEAD request. */
const EMPTY_MESSAGE = /\s?:?\s?(?:Forbidden|None|null|Unauthorized)?(?=\W|$)/y

/** Whether the wrapper is one that begins or ends a message and says the code for certain. */
const frames = (wrapper: Wrapper): boolean => wrapper.rank === 0 && wrapper.side !== 'near'

/** Whether a code that anybody can answer is AWS's: its frame is, or the service stands beside it. */
const saysWhose = (wrapper: Wrapper): boolean => frames(wrapper) || wrapper.fields.service !== undefined

/** How far round a code what makes it a name is looked for. */
const NAME = 60

/** Is a code the name of a type: of a class that is defined, a member of a model, or a finding of GuardDuty? */
const isOfType = (text: string, start: number, end: number): boolean =>
  /\b(?:class|interface|struct|enum|type|trait)\s[\w.#]{0,80}$|"(?:target|\$ref|shape)"\s?:\s?"[\w.#/]{0,80}$/.test(
    text.slice(Math.max(0, start - NAME), start),
  ) ||
  /^\s(?:extends|implements)\b|^:[A-Z][A-Za-z\d]{1,20}\/|^\((?:final\s)?[A-Z]\w{1,40}\s\w{1,40}[,)]/.test(
    text.slice(end, end + NAME),
  )

/** What stands before the name of an error of another program: a package, or a module of Ruby that is not of the SDK. */
const OF_OTHERS =
  /\b(?:org\.springframework|io\.(?:trino|prestosql|quarkus)|jakarta|javax|hudson|com\.(?:google|atlassian|microsoft|datastax))\.[\w.]{0,80}$|(?<!Errors)\b::$|\[ExceptionsHandler\]\s$/

/** Is a code the error of another program, by what stands around it? */
const isOfOthers = (text: string, start: number, end: number): boolean =>
  OF_OTHERS.test(text.slice(Math.max(0, start - NAME), start)) || text.slice(end, end + 5) === ' at /'

/** Whether a sentence near the wrapper is the one that its code belongs to. */
function belongsTo(wrapper: Wrapper, statement: DenialSentence): boolean {
  if (!frames(wrapper)) return statement.start < wrapper.end + 3000 && wrapper.start - 3000 < statement.end
  return wrapper.side === 'after'
    ? statement.end <= wrapper.start && wrapper.start - statement.end <= wrapper.reach
    : statement.end > wrapper.start && statement.start - wrapper.end <= wrapper.reach
}

/** Denials of which the text has no sentence, only the code. `statements` are the sentences, in order. */
export function findBareCodes(
  text: string,
  wrappers: readonly Wrapper[],
  statements: readonly DenialSentence[],
): DenialSentence[] {
  const found: DenialSentence[] = []
  let low = 0
  for (const wrapper of wrappers) {
    const range = wrapper.fields.errorCode
    if (!range) continue
    const code = text.slice(range[0], range[1])
    if (!DENIAL_CODE.test(code) && !(saysWhose(wrapper) && /^(?:403|Forbidden)\b/.test(code))) continue
    if (isOfType(text, ...range) || isOfOthers(text, ...range)) continue
    while (low < statements.length && (statements[low]?.end ?? 0) < wrapper.start - 3000) low++
    const near = statements.slice(low, low + 40)
    if ([...near, ...found.slice(-3)].some((statement) => belongsTo(wrapper, statement))) continue
    EMPTY_MESSAGE.lastIndex = wrapper.end
    const message = wrapper.side === 'before' ? (EMPTY_MESSAGE.exec(text)?.[0].length ?? 0) : 0
    found.push({
      row: 'code alone',
      start: wrapper.start,
      end: wrapper.end + message,
      pieces: {},
      decision: 'unknown',
      layer: 'unknown',
      ...(frames(wrapper) ? {} : { weak: true }),
    })
  }
  return found
}
