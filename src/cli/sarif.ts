import type { AnswerDocument } from '../diagnosis/answer-document'
import type { FilePlace } from './terminal'

/** The format that code scanning takes: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

const LEVELS: Readonly<Record<AnswerDocument['basis'], 'error' | 'warning' | 'note'>> = {
  proven: 'error',
  claimed: 'error',
  likely: 'warning',
  open: 'note',
}

/** A path as an address: relative, with slashes. */
const uriOf = (file: string): string => encodeURI(file.replaceAll('\\', '/').replace(/^\.\//, ''))

/** An answer as a result, and the rule that it is of. */
function resultOf(document: AnswerDocument, place: FilePlace | null, digest: (text: string) => string) {
  const [cause] = document.causes
  const ruleId = cause?.code ?? `${document.decision}-${document.layer}`
  const { principal, action, resource } = document.request
  const helpUri = cause?.page ?? null
  const text = [document.headline, document.fact?.sentence ?? ''].filter(Boolean).join(' ')
  const region = place?.isInFile && {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  }
  const result = {
    ruleId,
    level: LEVELS[document.basis],
    message: { text },
    locations: place
      ? [{ physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, ...(region ? { region } : {}) } }]
      : [],
    partialFingerprints: { 'request/v1': digest(JSON.stringify([ruleId, principal, action, resource])) },
    properties: { basis: document.basis, decision: document.decision, layer: document.layer },
  }
  const shortDescription = { text: cause?.sentence ?? document.headline }
  return { result, rule: { id: ruleId, shortDescription, ...(helpUri ? { helpUri } : {}) } }
}

/** An answer as one run of SARIF; one that nothing was denied in, or none, has no result. `digest` tells one result from another. */
export function sarifOf(
  document: AnswerDocument | null,
  place: FilePlace | null,
  version: string,
  digest: (text: string) => string,
): object {
  const found = document === null || document.decision === 'allowed' ? [] : [resultOf(document, place, digest)]
  const driver = { name: 'whydenied', semanticVersion: version, rules: found.map(({ rule }) => rule) }
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, results: found.map(({ result }) => result) }],
  }
}
