import type { ElementResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import { openAllows } from '../words/claim-reading'
import type { JudgedCase } from '../judged-case'
import { openElements } from './cause-remedies'

/** Is each of these patterns a part of one of the others, and no less? */
const isNarrower = (mine: readonly ElementResult[], others: readonly ElementResult[]): boolean => {
  const texts = (elements: readonly ElementResult[]) =>
    elements.filter(({ element }) => element === 'Resource').flatMap(({ values }) => values.map(({ text }) => text))
  const [own, wide] = [texts(mine), texts(others)]
  return (
    own.length > 0 &&
    own.every((text) => wide.some((pattern) => matchWildcard(pattern, text))) &&
    !wide.every((pattern) => own.some((text) => matchWildcard(text, pattern)))
  )
}

/**
 * In how many other layers is a resource that nobody names let in under a wider pattern? What the wider one leaves out, the
 * narrower one does too: it is at least as likely to be the cause.
 */
export const widerElsewhere = ({ evaluation }: JudgedCase, layer: Layer, open: readonly ElementResult[]): number =>
  evaluation.layers.filter(
    (other) =>
      other.layer !== layer && openAllows(other).some((statement) => isNarrower(open, openElements(statement))),
  ).length
