import { useEffect, useState } from 'react'
import type { AccessComparison, AccessQuestion } from '../../../comparison/comparison'
import { whenWorkerFails } from '../../ui/worker-failure'
import type { CompareOrder, CompareReply } from './compare-worker'

/** A comparison as it goes. */
export interface ComparisonProgress {
  readonly comparison: AccessComparison | null
  readonly state: 'nothing' | 'running' | 'done' | 'failed'
}

interface Kept extends ComparisonProgress {
  readonly of: AccessQuestion | null
}

function hire(): Worker | null {
  try {
    return new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}

/** Compares in a worker; another question drops the one before. */
export function useComparison(question: AccessQuestion | null, services: readonly string[]): ComparisonProgress {
  const [kept, setKept] = useState<Kept>({ comparison: null, state: 'nothing', of: null })
  const needed = services.join(' ')
  useEffect(() => {
    if (question === null) return
    const worker = hire()
    const fail = () => setKept({ comparison: null, state: 'failed', of: question })
    if (worker === null) {
      const timer = setTimeout(fail)
      return () => clearTimeout(timer)
    }
    worker.onmessage = ({ data }: MessageEvent<CompareReply>) =>
      setKept({ comparison: data, state: 'done', of: question })
    whenWorkerFails(worker, fail)
    const order: CompareOrder = {
      question,
      services: needed === '' ? [] : needed.split(' '),
      base: document.baseURI,
    }
    worker.postMessage(order)
    return () => worker.terminate()
  }, [question, needed])
  if (question === null) return { comparison: null, state: 'nothing' }
  // What was found of the question before stays in sight until the new answer is there.
  return kept.of === question ? kept : { comparison: kept.comparison, state: 'running' }
}
