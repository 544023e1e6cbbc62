import { useEffect, useState } from 'react'
import type { NotGranted } from '../../../comparison/access-checks'
import type { AccessQuestion } from '../../../comparison/comparison'
import { useFragment } from '../../state/use-address'
import {
  comparisonFragment,
  isComparisonLink,
  readComparison,
  type ComparedTexts,
} from '../../state/comparison/comparison-link'
import { pageAddress } from '../../ui/page-address'

const loadCoder = () => import('../../state/link-chunk')

/** The link to what is compared, without credentials; the empty string where there is none. */
export function useLink(
  question: AccessQuestion | null,
  before: string,
  after: string,
  notGranted: NotGranted,
): string {
  const [made, setMade] = useState({ of: question, checked: notGranted, link: '' })
  useEffect(() => {
    if (question === null) return
    let isLeft = false
    void loadCoder().then((coder) => {
      const fragment = comparisonFragment({ before, after, layer: question.layer, notGranted }, coder)
      if (!isLeft) setMade({ of: question, checked: notGranted, link: fragment === '' ? '' : pageAddress(fragment) })
    })
    return () => {
      isLeft = true
    }
  }, [question, before, after, notGranted])
  return made.of === question && made.checked === notGranted ? made.link : ''
}

/** What a link brought. */
interface Arrived {
  readonly of: string
  readonly texts: ComparedTexts | null
  readonly isDamaged: boolean
}

const NOTHING: Arrived = { of: '', texts: null, isDamaged: false }

/** The comparison that the address carries, once it is read. */
export function useArrived(): Arrived {
  const fragment = useFragment()
  const [arrived, setArrived] = useState(NOTHING)
  useEffect(() => {
    if (!isComparisonLink(fragment)) return
    let isLeft = false
    void loadCoder().then((coder) => {
      const texts = readComparison(fragment, coder)
      if (!isLeft) setArrived({ of: fragment, texts, isDamaged: texts === null })
    })
    return () => {
      isLeft = true
    }
  }, [fragment])
  return arrived.of === fragment ? arrived : NOTHING
}
