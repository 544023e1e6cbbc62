import { own } from '../../text/own'
import type { SituationShape } from './situation-row'

/** What stands in the gaps of a sentence that has to be read as one of a service. */
const NAMES: Readonly<Record<string, string>> = {
  principal: 'arn:aws:iam::111122223333:role/example',
  resource: 'arn:aws:s3:::example-bucket',
  role: 'arn:aws:iam::111122223333:role/example',
  action: 's3:GetObject',
}

/** A sentence that a shape reads: its first choice, and a name in each gap. */
const sentenceOf = (shape: string): string =>
  shape
    .replaceAll(/\{([a-z]{1,30})\}/gi, (_, name: string) => own(NAMES, name) ?? 'example')
    .replaceAll(/\(([^()|]{0,200})\|[^()]{0,400}\)/g, '$1')
    .replaceAll(/\s?\*\s?/g, ' … ')
    .trim()

/** An error that a situation is recognised by; null where only its code or a part of a sentence is known. */
export function exampleOfShape(shape: SituationShape | undefined): string | null {
  const [says] = shape?.says ?? []
  const [code] = shape?.codes ?? []
  if (says === undefined && code === undefined) return null
  const sentence = says === undefined ? '' : sentenceOf(says)
  const [beside] = shape?.near ?? []
  const near = beside !== undefined && !sentence.toLowerCase().includes(beside) ? ` (${beside})` : ''
  return code === undefined ? `Error: ${sentence}${near}` : `An error occurred (${code}): ${sentence}${near}`
}
