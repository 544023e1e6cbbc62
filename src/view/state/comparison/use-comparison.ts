import { useEffect, useState } from 'react'
import type { AccessCheck, NotGranted } from '../../../comparison/access-checks'
import type { AccessComparison, AccessQuestion } from '../../../comparison/comparison'
import { whenWorkerFails } from '../../ui/worker-failure'
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

function hire(): Worker | null {
  try {
    return new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}

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
    const worker = hire()
    const fail = () => setKept({ ...NOTHING, state: 'failed', of: question })
    if (worker === null) {
      const timer = setTimeout(fail)
      return () => clearTimeout(timer)
    }
    worker.onmessage = ({ data }: MessageEvent<CompareReply>) => setKept({ ...data, state: 'done', of: question })
    whenWorkerFails(worker, fail)
    const order: CompareOrder = {
      question,
      notGranted,
      services: needed === '' ? [] : needed.split(' '),
      base: document.baseURI,
    }
    worker.postMessage(order)
    return () => worker.terminate()
  }, [question, notGranted, needed])
  if (question === null) return { ...NOTHING, state: 'nothing' }
  // What was found of the question before stays in sight until the new answer is there.
  return kept.of === question ? kept : { ...kept, state: 'running' }
}
