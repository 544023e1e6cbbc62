import { isDenial } from '../iam/how-denied'
import { fullAnswerDocument } from '../diagnosis/answer-document'
import type { GivenText } from '../diagnosis/draft-of-texts'
import { messageText } from '../text/message-text'
import { helpText } from './commands'
import { diagnoseTexts, isAnswered, isDeniedOrOpen, isOfAws, type TextsDiagnosis } from './diagnose-texts'
import { CLI_MESSAGES } from './messages'
import { EXIT, said, type Machine } from './machine'
import { CommandError, commandLike, type CommandCall } from './read-arguments'
import { placeOfAnswer, terminalAnswer } from './terminal'
import type { JudgedTest } from '../evaluation/judge-tests'
import { own } from '../text/own'
import { commandLine } from '../text/shell-quote'
import { parseJson } from '../text/parse-json'
import { valueOfNode } from '../text/json-value'

const fail = (text: string): never => {
  throw new CommandError(text)
}

/** Compares the pairs of a file: one answer for each, in their order. */
async function comparedPairs(text: string, asked: CommandCall, around: Machine): Promise<number> {
  const { root } = parseJson(text)
  const pairs = root && valueOfNode(root)
  if (!Array.isArray(pairs)) return fail(CLI_MESSAGES['two-files'])
  const { comparePairs } = await import('./compare')
  const found = comparePairs(pairs, asked, around.reference)
  await output(asked, around, json({ version: 1, pairs: found }))
  return found.every((one) => one?.isHeld === true) ? EXIT.good : EXIT.denied
}

/** A call of AWS's command line as a terminal shows it: what it printed tells less than what it was asked. */
const calledText = (words: readonly string[]): string =>
  /(?:^|[/\\])aws2?(?:\.exe)?$/.test(words[0] ?? '') ? `$ ${commandLine(words, 'bash')}\n` : ''

type Body = (asked: CommandCall, around: Machine) => Promise<number>

/** What each command does that reads errors or policies. */
export const COMMAND_BODIES: Readonly<Record<Exclude<CommandCall['command'], 'completion'>, Body>> = {
  async diagnose(asked, around) {
    if (asked.words.length === 0 && asked.policies.length === 0 && around.isTyped)
      return said(around, helpText(around.out.columns))
    const done = await diagnoseTexts(await textsOf(asked, around), around.reference)
    return answered(done, asked, around)
  },
  async run(asked, around) {
    if (asked.words.length === 0) fail(CLI_MESSAGES['no-wrapped'])
    const { text, code } = await around.run(asked.words)
    if (code === 0) return code
    const policies = await policyTexts(asked, around)
    const printed = `${calledText(asked.words)}${text}`
    const done = await diagnoseTexts([{ name: 'output', text: printed, layer: null }, ...policies], around.reference)
    if (isOfAws(done)) around.printError(`\n${terminalText(done, asked, around)}`)
    return code
  },
  async explain({ words: [code], format }, around) {
    if (code === undefined) return fail(CLI_MESSAGES['which-code'])
    const [{ knownCode, nearestCodes }, { exampleText }] = await Promise.all([
      import('../diagnosis/known-codes'),
      import('../diagnosis/code-examples'),
    ])
    const known = knownCode(code)
    if (known === null) {
      const [name] = nearestCodes(code)
      const suggestion = name === undefined ? '' : messageText(CLI_MESSAGES['did-you-mean'], { name })
      return fail(messageText(CLI_MESSAGES['no-code'], { given: code, suggestion }))
    }
    const example = known.example ?? exampleText(code)
    const lines = [
      known.says,
      known.check && `${CLI_MESSAGES.check}: ${known.check}`,
      known.fix && `${CLI_MESSAGES.fix}: ${known.fix}`,
      example && `${CLI_MESSAGES.example}: ${example}`,
      known.page ?? '',
    ].filter(Boolean)
    return said(around, format === 'json' ? json({ version: 1, ...known, example }) : `${lines.join('\n')}\n`)
  },
  async compare(asked, around) {
    const [before, after, ...more] = asked.words
    if (before === undefined || more.length > 0) return fail(CLI_MESSAGES['two-files'])
    if (after === undefined) return comparedPairs(await read(before, around), asked, around)
    const texts = [await read(before, around), await read(after, around)] as const
    const [{ compareDocuments }, { comparisonReport }] = await Promise.all([
      import('./compare'),
      import('../comparison/comparison-report'),
    ])
    const found = compareDocuments(...texts, asked, around.reference) ?? fail(CLI_MESSAGES['not-compared'])
    const { headline, outside, changes, checks, beyond, isHeld, comparison } = found
    const text =
      asked.format === 'json'
        ? json({ version: 1, ...found })
        : asked.format === 'markdown'
          ? comparisonReport(comparison, checks)
          : [
              headline,
              ...outside,
              ...changes.flatMap(({ kind, sentence, leadsTo }) => [
                `  ${kind}: ${sentence}`,
                ...leadsTo.slice(0, MOST_WAYS).map((way) => `    ${way}`),
                ...(leadsTo.length > MOST_WAYS
                  ? [`    ${messageText(CLI_MESSAGES['more-ways'], { count: leadsTo.length - MOST_WAYS })}`]
                  : []),
              ]),
              ...beyond.map((sentence) => `  ${sentence}`),
              ...checks.map(({ sentence }) => `  ${sentence}`),
              '',
            ].join('\n')
    await output(asked, around, text)
    return isHeld ? EXIT.good : EXIT.denied
  },
  async open(asked, around) {
    const { taken } = await diagnoseTexts(await textsOf(asked, around), around.reference)
    const [{ shareDraft }, { linkSentence }] = await Promise.all([
      import('../permalink/permalink'),
      import('../permalink/link-messages'),
    ])
    const link = shareDraft(taken.draft)
    if ('problem' in link) return fail(messageText(CLI_MESSAGES['no-link'], { cause: linkSentence(link.problem) }))
    const page = asked.page ?? around.env['WHYDENIED_PAGE'] ?? ''
    if (page === '') around.printError(`${CLI_MESSAGES['no-page']}\n`)
    return said(around, `${page.split('#', 1)[0]}${link.fragment}\n`)
  },
  async mcp(_, around) {
    await around.serve()
    return EXIT.good
  },
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Ways to more permissions that a terminal shows of a change. */
const MOST_WAYS = 5

/** Long enough for a log, short enough to be read while somebody waits. */
const LONGEST = 2_000_000

/** Why files can't be read, by the code of the system. */
const READ_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: CLI_MESSAGES['no-file'],
  EISDIR: CLI_MESSAGES['is-folder'],
}

async function read(file: string, around: Machine): Promise<string> {
  try {
    const text = file === '-' ? await around.readInput() : await around.readFile(file)
    return text.slice(0, LONGEST)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const cause = own(READ_PROBLEMS, code) ?? message
    throw new CommandError(messageText(CLI_MESSAGES['no-such-file'], { file, cause }) + commandLike(file))
  }
}

const policyTexts = ({ policies }: CommandCall, around: Machine): Promise<readonly GivenText[]> =>
  Promise.all(policies.map(async ({ layer, file }) => ({ name: file, layer, text: await read(file, around) })))

async function textsOf(asked: CommandCall, around: Machine): Promise<readonly GivenText[]> {
  const isPiped = !around.isTyped && asked.words.length === 0
  const files = isPiped ? ['-'] : asked.words
  const given = await Promise.all(
    files.map(async (file) => ({ name: file === '-' ? 'stdin' : file, layer: null, text: await read(file, around) })),
  )
  return [...given, ...(await policyTexts(asked, around))]
}

async function output({ output: file }: CommandCall, around: Machine, text: string): Promise<void> {
  if (file === null) around.print(text)
  else await around.writeFile(file, text)
}

function terminalText({ diagnosis, taken, remedy, document }: TextsDiagnosis, { color }: CommandCall, around: Machine) {
  const { isTerminal, columns } = around.out
  const isWanted = isTerminal && !around.env['NO_COLOR'] && around.env['TERM'] !== 'dumb'
  const hasColor = color === 'always' || (color === 'auto' && isWanted)
  return terminalAnswer(document, placeOfAnswer(diagnosis, taken.sources), remedy, { width: columns, hasColor })
}

async function textIn(done: TextsDiagnosis, asked: CommandCall, around: Machine): Promise<string> {
  const { diagnosis, taken, remedy, document } = done
  if (asked.format === 'json') {
    const whole = fullAnswerDocument(diagnosis, remedy)
    return json(isAnswered(done) ? whole : { ...whole, headline: CLI_MESSAGES['nothing-denied'] })
  }
  if (asked.format === 'sarif') {
    const { sarifOf } = await import('./sarif')
    return json(
      sarifOf(
        isAnswered(done) ? document : null,
        placeOfAnswer(diagnosis, taken.sources),
        around.version,
        around.digest,
      ),
    )
  }
  if (asked.format === 'markdown') {
    const { judged, explanation } = diagnosis
    const [{ reportParts }, { explainReport }] = await Promise.all([
      import('../explanation/report/report-parts'),
      import('../explanation/report/explain-report'),
    ])
    const parts = judged && explanation && reportParts(judged, explanation, around.reference ?? undefined)
    if (parts) return explainReport(parts, { title: '', link: null, dataDate: around.reference?.list?.date ?? null })
  }
  return isAnswered(done) ? terminalText(done, asked, around) : `${CLI_MESSAGES['nothing-denied']}\n`
}

/** Tells what became of the tests that are kept with a case; each has to be met. */
function keptTests(tests: readonly JudgedTest[], around: Machine): number {
  if (tests.length === 0) {
    around.printError(`${CLI_MESSAGES['no-tests']}\n`)
    return EXIT.unexpected
  }
  for (const { test, decision, isMet } of tests) {
    const { action, resource, expect: expected } = test
    const found = isDenial(decision) ? 'denied' : decision
    if (isMet !== true)
      around.printError(`${messageText(CLI_MESSAGES['test-not-met'], { action, resource, expected, found })}\n`)
  }
  const met = tests.filter(({ isMet }) => isMet === true).length
  around.printError(`${messageText(CLI_MESSAGES['tests-met'], { count: met, all: tests.length })}\n`)
  return met === tests.length ? EXIT.good : EXIT.unexpected
}

async function answered(done: TextsDiagnosis, asked: CommandCall, around: Machine): Promise<number> {
  const { taken, diagnosis, document } = done
  for (const { name, layer } of taken.assumed)
    around.printError(`${messageText(CLI_MESSAGES['assumed-layer'], { file: name, layer })}\n`)
  for (const notice of taken.notices) around.printError(`${notice}\n`)
  for (const file of taken.unread) around.printError(`${messageText(CLI_MESSAGES.unread, { file })}\n`)
  const denials = (diagnosis.reading?.denials ?? []).filter(({ kind }) => kind !== 'not-authorization')
  if (denials.length > 1)
    around.printError(`${messageText(CLI_MESSAGES['several-denials'], { count: denials.length })}\n`)
  if (diagnosis.failed !== null) fail(messageText(CLI_MESSAGES['not-judged'], { ...diagnosis.failed }))
  await output(asked, around, await textIn(done, asked, around))
  if (asked.expect === null) return isDeniedOrOpen(done) ? EXIT.denied : EXIT.good
  if (asked.expect === 'kept') return keptTests(diagnosis.tests, around)
  const found = isDenial(document.decision) ? 'denied' : document.decision
  if (found === asked.expect) return EXIT.good
  around.printError(`${messageText(CLI_MESSAGES['not-expected'], { expected: asked.expect, found })}\n`)
  return EXIT.unexpected
}
