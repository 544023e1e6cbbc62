import { caseLayerOf } from '../../iam/layers'
import { judgeTests } from '../../evaluation/judge-tests'
import { layOutJson } from '../../text/lay-out-json'
import { createSource } from '../../text/source'
import type { Diagram, Explanation, Fix, Gate, NextStep } from '../explanation'
import type { Instruction } from '../instruction'
import type { Evidence } from '../evidence'
import { readDocument, statementNode } from '../../case/case-documents'
import { changeText } from '../fixes/copied-text'
import { WHOLE_CALL } from '../messages/call'
import type { FactWords } from '../messages/facts'
import { INSTRUCTION_TEXT } from '../messages/instructions'
import { REPORT_MESSAGES, REPORT_TEXT } from '../messages/report'
import { judgedWith, type JudgedCase } from '../judged-case'
import { codeBlock, codeSpan, escapeMarkdown, toMarkdown } from './markdown'
import { reportedAnswer, type CaseParts, type CheckParts, type ReportedAnswer, type ReportParts } from './report-parts'
import { textDiff } from './text-diff'

/** Headings of the parts of a case: below the title, or below the check that they are of. */
const heading = (depth: number, text: string): string => `${'#'.repeat(depth)} ${text}`

const section = (depth: number, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading(depth, title), '', ...lines]

/** The signs of a gate's state; its words stand beside it. */
const SIGNS: Readonly<Record<Gate['status'], string>> = {
  allows: '[ok]',
  none: '[--]',
  notApplicable: '[--]',
  explicitDeny: '[XX]',
  implicitDeny: '[XX]',
  depends: '[??]',
  notGiven: '[??]',
}

const gateLine = ({ status, toldAs, label, stopped, blocking }: Gate): string => {
  const tail = stopped ? ` ${REPORT_TEXT.stopped}` : blocking ? ` ${REPORT_TEXT.alsoStops}` : ''
  return `  ${toldAs === 'claimed' ? SIGNS.implicitDeny : SIGNS[status]} ${label}${tail}`
}

/** The diagram as plain text. */
const diagramText = ({ lanes }: Diagram): string =>
  lanes.map(({ title, gates }) => [title, ...gates.map(gateLine)].join('\n')).join('\n\n')

/** Where a finding stands, by its first piece of evidence: "policy, line 7"; empty where it stands in no text. */
export const evidencePlace = ({ accessCase }: JudgedCase, [first]: readonly Evidence[]): string => {
  const document =
    first && readDocument(accessCase, { layer: first.layer, level: first.place.level, policy: first.place.policy })
  if (!document) return ''
  const start = first.span ?? statementNode(document, first.place)?.span
  if (!start) return document.name
  return `${document.name}, ${REPORT_TEXT.line} ${createSource(document.text).positionAt(start[0]).line}`
}

const evidenceLine = (judged: JudgedCase, evidence: readonly Evidence[]): string => {
  const place = evidencePlace(judged, evidence)
  return place === '' ? '' : ` (${escapeMarkdown(place)})`
}

const requestLines = ({ accessCase }: JudgedCase): readonly string[] => {
  const { principal, action, resource } = accessCase.request
  return [
    `- ${REPORT_TEXT.principal}: ${codeSpan(principal)}`,
    `- ${REPORT_TEXT.action}: ${codeSpan(action)}`,
    `- ${REPORT_TEXT.resource}: ${codeSpan(resource)}`,
  ]
}

const factLines = (facts: readonly FactWords[]): readonly string[] =>
  facts.map(({ label, values }) => `- ${escapeMarkdown(label)}: ${values.map(codeSpan).join('; ')}`)

const findingLines = ({ judged, explanation }: CaseParts): readonly string[] =>
  explanation.findings.map(
    ({ sentence, evidence, page }) =>
      `- ${toMarkdown(sentence)}${evidenceLine(judged, evidence)} [${REPORT_TEXT.page}](${page})`,
  )

const instructionLines = ({ sentence, commands }: Instruction): readonly string[] => [
  `- ${toMarkdown(sentence)}`,
  ...commands.flatMap((command) => [
    '',
    `${INSTRUCTION_TEXT.commandTitle(command)}:`,
    '',
    codeBlock(command.bash, 'sh'),
    '',
  ]),
]

const fixLines = (depth: number, fix: Fix): readonly string[] => [
  heading(depth, toMarkdown(fix.sentence)),
  '',
  `${REPORT_TEXT.owner}: ${escapeMarkdown(fix.ownerText)}.`,
  '',
  toMarkdown(fix.proof),
  '',
  toMarkdown(fix.opens),
  '',
  ...fix.changes.flatMap((change) => [codeBlock(textDiff(change.before, changeText(change)), 'diff'), '']),
]

const stepLines = (step: NextStep): readonly string[] => [
  `- ${toMarkdown(step.sentence)}`,
  ...step.commands.flatMap(({ bash }) => ['', codeBlock(bash, 'sh'), '']),
]

const answerLines = ({ lines, notes }: ReportedAnswer): readonly string[] => [
  lines.map(toMarkdown).join('\n\n'),
  ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${toMarkdown(note)}`)] : []),
]

/** So many statements are shown; they are in the policies all the same. */
const MOST_STATEMENTS = 3

/** The statements that deny, each with its place. */
const denyingLines = ({ judged: { accessCase, evaluation } }: CaseParts): readonly string[] =>
  evaluation.layers
    .filter(({ status }) => status === 'explicitDeny')
    .flatMap(({ layer, statements }) =>
      statements
        .filter(({ effect, matches }) => effect === 'Deny' && matches === 'yes')
        .map((place) => ({ place, document: readDocument(accessCase, { ...place, layer: caseLayerOf(layer) }) })),
    )
    .flatMap(({ place, document }) => {
      const span = document && statementNode(document, place)?.span
      if (!span) return []
      const { line } = createSource(document.text).positionAt(span[0])
      return [{ title: `${document.name}, ${REPORT_TEXT.line} ${line}`, text: document.text.slice(...span) }]
    })
    .slice(0, MOST_STATEMENTS)
    .flatMap(({ title, text }) => [`${escapeMarkdown(title)}:`, '', codeBlock(layOutJson(text), 'json'), ''])

/** The layers, the evidence, the fixes and the next steps of one case. A check that passes shows no layers. */
const caseSections = (depth: number, parts: CaseParts, hasGates = true): readonly string[] => [
  ...section(depth, REPORT_TEXT.gates, hasGates ? [codeBlock(diagramText(parts.explanation.diagram))] : []),
  ...section(depth, REPORT_TEXT.denying, denyingLines(parts)),
  ...section(depth, REPORT_TEXT.findings, findingLines(parts)),
  ...section(depth, INSTRUCTION_TEXT.title, parts.instructions.flatMap(instructionLines)),
  ...section(
    depth,
    REPORT_TEXT.fixes,
    parts.fixes.flatMap((fix) => fixLines(depth + 1, fix)),
  ),
  ...section(depth, REPORT_TEXT.steps, parts.steps.flatMap(stepLines)),
]

/** "`kms:Decrypt` on `arn:…`". */
const asked = ({ action, resource }: CheckParts): string =>
  resource === '' ? codeSpan(action) : `${codeSpan(action)} on ${codeSpan(resource)}`

const checkList = ({ checks, outcome }: ReportParts): readonly string[] =>
  checks.length === 0
    ? []
    : [
        `${REPORT_MESSAGES['count-of-checks'](checks.length)} ${WHOLE_CALL[outcome]}`,
        '',
        ...checks.map((check, index) => `${index + 1}. ${asked(check)}: **${escapeMarkdown(check.words)}**`),
      ]

const checkSections = (check: CheckParts, number: number): readonly string[] =>
  check.parts === null
    ? []
    : [
        '',
        heading(2, `${number}. ${asked(check)}`),
        ...(check.isDecisive ? [] : ['', ...answerLines(reportedAnswer(check.parts.explanation))]),
        ...caseSections(3, check.parts, check.outcome !== 'allowed'),
      ]

/** The checks with their numbers, the one where the call ends before all others. */
export const decisiveFirst = (
  checks: readonly CheckParts[],
): readonly { readonly check: CheckParts; readonly number: number }[] =>
  checks
    .map((check, index) => ({ check, number: index + 1 }))
    .toSorted((one, other) => Number(other.check.isDecisive) - Number(one.check.isDecisive))

/** What stands around a report. */
export interface ReportAbout {
  /** Of the case; empty where it has none. */
  readonly title: string
  /** The address that opens the case; null where no link can carry it. */
  readonly link: string | null
  /** Of AWS's reference; null where it is not loaded. */
  readonly dataDate: string | null
}

const NOTHING_ABOUT: ReportAbout = { title: '', link: null, dataDate: null }

/** What became of the tests that are kept with the case. */
const testLines = (judged: JudgedCase): readonly string[] =>
  judgeTests(judged.accessCase, judgedWith(judged)).map(
    ({ test: { action, resource, expect }, isMet }) =>
      `- ${toMarkdown(REPORT_MESSAGES['kept-test'](action, resource, expect, isMet))}`,
  )

/** The address that opens the case, and the page of its first cause beside it. */
function linkLine(link: string, { answer: { causes } }: Explanation): string {
  const [cause] = causes
  const meaning = cause && `[${REPORT_TEXT.meaning}](${link.split('#', 1)[0]}#/why/${cause.code})`
  return [`[${REPORT_TEXT.link}](${link})`, ...(meaning ? [meaning] : [])].join(' · ')
}

/** A case as Markdown: the answer, the checks of the call, the error; of each the layers, the evidence, the fix. */
export const explainReport = (parts: ReportParts, about: ReportAbout = NOTHING_ABOUT): string => {
  const { first, says, checks, facts } = parts
  const { judged, explanation } = first
  const { error } = judged.accessCase
  const { claim } = explanation
  return [
    `# ${about.title.trim() === '' ? REPORT_TEXT.title : escapeMarkdown(about.title.trim())}`,
    '',
    ...answerLines(says),
    ...(about.link === null ? [] : ['', linkLine(about.link, explanation)]),
    ...section(2, REPORT_TEXT.checks, checkList(parts)),
    ...section(2, REPORT_TEXT.tests, testLines(judged)),
    ...section(2, REPORT_TEXT.request, requestLines(judged)),
    ...section(2, REPORT_TEXT.facts, factLines(facts)),
    ...section(2, REPORT_TEXT.error, error ? [codeBlock(error)] : []),
    ...section(
      2,
      REPORT_TEXT.claim,
      claim.claim.length > 0 ? [`${toMarkdown(claim.claim)} ${toMarkdown(claim.finding)}`] : [],
    ),
    ...(checks.length > 0
      ? decisiveFirst(checks).flatMap(({ check, number }) => checkSections(check, number))
      : caseSections(2, first)),
    ...(about.dataDate === null ? [] : ['', escapeMarkdown(REPORT_MESSAGES['data-date'](about.dataDate))]),
    '',
  ].join('\n')
}
