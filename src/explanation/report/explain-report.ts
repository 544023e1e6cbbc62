import { createSource } from '../../text/source'
import type { Diagram, Evidence, Explanation, Fix, Gate, NextStep } from '../explanation'
import { readDocument, statementNode } from '../fixes/case-documents'
import { REPORT_TEXT } from '../messages/report'
import type { Situation } from '../situation'
import { codeBlock, codeSpan, escapeMarkdown, toMarkdown } from './markdown'
import { textDiff } from './text-diff'

/** What a report is made of. */
export interface ReportParts {
  readonly situation: Situation
  readonly explanation: Explanation
  readonly fixes: readonly Fix[]
  readonly steps: readonly NextStep[]
}

const heading = (text: string): string => `## ${text}`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading(title), '', ...lines]

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

const gateLine = ({ status, label, stopped, blocking }: Gate): string => {
  const tail = stopped ? ` ${REPORT_TEXT.stopped}` : blocking ? ` ${REPORT_TEXT.alsoStops}` : ''
  return `  ${SIGNS[status]} ${label}${tail}`
}

/** The diagram as plain text. */
export const diagramText = ({ lanes }: Diagram): string =>
  lanes.map(({ title, gates }) => [title, ...gates.map(gateLine)].join('\n')).join('\n\n')

/** Where a finding stands, by its first piece of evidence: "policy, line 7"; empty where it stands in no text. */
export const evidencePlace = ({ accessCase }: Situation, [first]: readonly Evidence[]): string => {
  const document =
    first && readDocument(accessCase, { layer: first.layer, level: first.place.level, policy: first.place.policy })
  if (!document) return ''
  const start = first.span ?? statementNode(document, first.place)?.span
  if (!start) return document.name
  return `${document.name}, ${REPORT_TEXT.line} ${createSource(document.text).positionAt(start[0]).line}`
}

const evidenceLine = (situation: Situation, evidence: readonly Evidence[]): string => {
  const place = evidencePlace(situation, evidence)
  return place === '' ? '' : ` (${escapeMarkdown(place)})`
}

const requestLines = ({ accessCase }: Situation): readonly string[] => {
  const { principal, action, resource } = accessCase.request
  return [
    `- ${REPORT_TEXT.principal}: ${codeSpan(principal)}`,
    `- ${REPORT_TEXT.action}: ${codeSpan(action)}`,
    `- ${REPORT_TEXT.resource}: ${codeSpan(resource)}`,
  ]
}

const findingLines = (situation: Situation, { findings }: Explanation): readonly string[] =>
  findings.map(
    ({ sentence, evidence, page }) =>
      `- ${toMarkdown(sentence)}${evidenceLine(situation, evidence)} [${REPORT_TEXT.page}](${page})`,
  )

const fixLines = (fix: Fix): readonly string[] => [
  `### ${toMarkdown(fix.sentence)}`,
  '',
  `${REPORT_TEXT.owner}: ${escapeMarkdown(fix.ownerText)}.`,
  '',
  ...(fix.remedy.length > 0 ? [toMarkdown(fix.remedy), ''] : []),
  toMarkdown(fix.proof),
  '',
  toMarkdown(fix.opens),
  '',
  ...fix.changes.flatMap(({ before, after }) => [codeBlock(textDiff(before, after), 'diff'), '']),
]

const stepLines = (step: NextStep): readonly string[] => [
  `- ${toMarkdown(step.sentence)}`,
  ...step.commands.flatMap(({ bash }) => ['', codeBlock(bash, 'sh'), '']),
]

/** A case as Markdown: the error, the verdict, the layers, the evidence, the fix. */
export const explainReport = ({ situation, explanation, fixes, steps }: ReportParts): string => {
  const { verdict, claim, diagram } = explanation
  const { error } = situation.accessCase
  const best = fixes.filter(({ least }) => least)
  const open = steps.filter(({ needed }) => needed)
  return [
    `# ${REPORT_TEXT.title}`,
    '',
    toMarkdown(verdict.sentence),
    ...(verdict.notes.length > 0 ? ['', ...verdict.notes.map((note) => `- ${toMarkdown(note)}`)] : []),
    ...section(REPORT_TEXT.request, requestLines(situation)),
    ...section(REPORT_TEXT.error, error ? [codeBlock(error)] : []),
    ...section(
      REPORT_TEXT.claim,
      claim.claim.length > 0 ? [`${toMarkdown(claim.claim)} ${toMarkdown(claim.finding)}`] : [],
    ),
    ...section(REPORT_TEXT.gates, [codeBlock(diagramText(diagram))]),
    ...section(REPORT_TEXT.findings, findingLines(situation, explanation)),
    ...section(REPORT_TEXT.fixes, best.flatMap(fixLines)),
    ...section(REPORT_TEXT.steps, open.flatMap(stepLines)),
    '',
  ].join('\n')
}
