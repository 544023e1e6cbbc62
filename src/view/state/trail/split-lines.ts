import { beginsWithLine, seamIn } from '../../../trail/scan/line-seam'
import type { TrailSource } from './worker-messages'

/** How a file is cut: parts are no smaller, so many come to each reader, and a seam is looked for in so many bytes. */
export interface Cuts {
  readonly smallest: number
  readonly perReader: number
  readonly window: number
}

const CUTS: Cuts = { smallest: 16_000_000, perReader: 4, window: 1_000_000 }

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** A large file that holds an event on every line as stretches of it, for several readers; any other as it is. */
export async function splitLines(
  source: TrailSource,
  readers: number,
  { smallest, perReader, window }: Cuts = CUTS,
): Promise<readonly TrailSource[]> {
  const { blob, isDeflated } = source
  if (isDeflated || readers < 2 || blob.size < smallest * 2) return [source]
  if (!beginsWithLine(await bytesOf(blob.slice(0, window)))) return [source]
  const step = Math.max(smallest, Math.ceil(blob.size / (readers * perReader)))
  const seams = [0]
  for (let at = step; at < blob.size; at += step) {
    const from = Math.max(at, seams.at(-1) ?? 0)
    const seam = seamIn(await bytesOf(blob.slice(from, from + window)))
    if (seam >= 0) seams.push(from + seam)
  }
  return seams.map((from, part) => ({ ...source, blob: blob.slice(from, seams[part + 1] ?? blob.size), part }))
}
