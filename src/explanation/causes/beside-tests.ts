import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import type { RowMatch } from '../../knowledge/knowledge'
import type { KnowledgeId } from '../../knowledge/likely-causes'
import { own } from '../../text/own'
import type { JudgedCase } from '../judged-case'

/** Is a test of a statement given here open or unmet, of which a row holds only without? */
export const isBesideTests = ({ evaluation }: JudgedCase, { id }: RowMatch<KnowledgeId>): boolean =>
  own<Circumstance>(CIRCUMSTANCES, id)?.isWithoutTests === true &&
  evaluation.layers.some(({ statements }) =>
    statements.some(
      ({ elements }) =>
        elements.some(({ element, matches }) => element === 'Condition' && matches !== 'yes') &&
        elements.every(({ element, matches }) => element === 'Condition' || matches !== 'no'),
    ),
  )
