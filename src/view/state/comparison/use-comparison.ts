import { useEffect, useState } from 'react'
import type { AccessCheck, NotGranted } from '../../../comparison/access-checks'
import type { AccessComparison, AccessQuestion } from '../../../comparison/comparison'
import { startTwice } from '../../ui/worker-failure'
import type { CompareOrder, CompareReply } from './compare-worker'

/** A comparison as it goes. */
export interface ComparisonProgress {
  readonly comparison: AccessComparison | null
  readonly checks: readonly AccessCheck[]
  readonly state: 'nothing' | 'running' | 'done' | 'failed'
}

interface Kept extends ComparisonProgress {
  readonly of: AccessQuestion | null
}

const NOTHING = { comparison: null, checks: [] } as const

const hire = () => new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })

/** Compares in a worker; another question drops the one before. */
export function useComparison(
  question: AccessQuestion | null,
  notGranted: NotGranted,
  services: readonly string[],
): ComparisonProgress {
  const [kept, setKept] = useState<Kept>({ ...NOTHING, state: 'nothing', of: null })
  const needed = services.join(' ')
  useEffect(() => {
    if (question === null) return
    const order: CompareOrder = {
      question,
      notGranted,
      services: needed === '' ? [] : needed.split(' '),
      base: document.baseURI,
    }
    const begin = (worker: Worker) => {
      worker.onmessage = ({ data }: MessageEvent<CompareReply>) => setKept({ ...data, state: 'done', of: question })
      worker.postMessage(order)
    }
    return startTwice(hire, begin, () => setKept({ ...NOTHING, state: 'failed', of: question })).end
  }, [question, notGranted, needed])
  if (question === null) return { ...NOTHING, state: 'nothing' }
  // What was found of the question before stays in sight until the new answer is there.
  return kept.of === question ? kept : { ...kept, state: 'running' }
}
