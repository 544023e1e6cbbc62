import { plainText, type Phrase } from '../text/phrase'
import { CALLER_MESSAGES, BEYOND_MESSAGES, PROOF_MESSAGES, REPORT_WORDS } from './comparison-messages'
import type { AccessCheck } from './access-checks'
import { wholeDifference } from './whole-difference'
import type { AccessComparison } from './comparison'
import { checkSentence, describeComparison, witnessWords, type DescribedChange } from './describe-comparison'

const inMarkdown = (phrase: Phrase): string =>
  phrase.map(({ text, mark }) => (mark === 'code' ? `\`${text.replaceAll('`', '')}\`` : text)).join('')

const MARKS = { passes: 'x', fails: ' ', 'cannot-say': ' ' } as const

const checkLine = (check: AccessCheck): string => `- [${MARKS[check.result]}] ${inMarkdown(checkSentence(check))}`

/** Ways to more permissions of which it is said what they lead to; the others are named. */
const SHOWN_WAYS = 3

const namesOf = (ways: DescribedChange['leadsTo']): string => ways.map(({ name }) => `\`${name}\``).join(', ')

/** A comparison as Markdown for a review: what is new, what is lost, each with a request that proves it. */
export function comparisonReport(comparison: AccessComparison, checks: readonly AccessCheck[] = []): string {
  const { headline, outside, changes } = describeComparison(comparison)
  const { opened, lost } = comparison
  const all = (['opened', 'lost'] as const).map((kind) => wholeDifference(comparison, kind))
  const lines = changes.flatMap(({ kind, sentence, change, leadsTo }) => {
    const [caller] = change.callers
    return [
      `- **${kind === 'new' ? REPORT_WORDS.new : REPORT_WORDS.lost}**: ${inMarkdown(sentence)}`,
      `  - ${REPORT_WORDS.example} ${inMarkdown(witnessWords(change))}${caller === undefined || caller.is === 'holder' ? '' : ` (${CALLER_MESSAGES[caller.is]}: \`${caller.principal}\`)`}`,
      ...leadsTo
        .slice(0, SHOWN_WAYS)
        .map((row) => `  - ${REPORT_WORDS.careful} \`${row.name}\` ${REPORT_WORDS.can} ${row.leadsTo}.`),
      ...(leadsTo.length > SHOWN_WAYS ? [`  - ${REPORT_WORDS.careful} ${namesOf(leadsTo.slice(SHOWN_WAYS))}.`] : []),
    ]
  })
  const beyond = [...new Set(all.flatMap(({ beyond: codes }) => codes))].map((code) => `- ${BEYOND_MESSAGES[code]}`)
  const proof = all.every(({ isComplete }) => isComplete)
    ? PROOF_MESSAGES[opened.proof ?? lost.proof ?? 'every-class-tried']
    : null
  return [
    `**${plainText(headline)}**`,
    '',
    ...outside.flatMap((one) => [`**${plainText(one)}**`, '']),
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...(proof === null ? [REPORT_WORDS.incomplete, ...beyond] : [proof]),
    ...(checks.length === 0 ? [] : ['', ...checks.map(checkLine)]),
    '',
  ].join('\n')
}
