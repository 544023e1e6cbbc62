import type { CommandWords } from '../text/shell-words'
import { parametersOf, type FoundCall } from './command-words'

/** A place in S3 as the CLI writes it: `s3://bucket/key`. */
const PLACE = /^s3:\/\/([^/]{1,256})(?:\/(.*))?$/s

interface Place {
  readonly bucket: string
  readonly key: string
}

function placeOf(word: string | undefined): Place | null {
  const [, bucket, key = ''] = PLACE.exec(word ?? '') ?? []
  return bucket === undefined ? null : { bucket, key }
}

/** The name of the last part of a path. */
const baseOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Where a copy lands: in a folder it keeps the name of what is copied. */
function landing(place: Place, source: string): Place {
  return place.key === '' || place.key.endsWith('/') ? { ...place, key: place.key + baseOf(source) } : place
}

type Parts = Pick<FoundCall, 'operation' | 'parameters'>

const parts = (operation: string, { bucket, key }: Place, more: Record<string, string | true> = {}): Parts => ({
  operation,
  parameters: { bucket, ...(key === '' ? {} : { key }), ...more },
})

/** What the first of the calls is that a command of `aws s3` makes, and what it names. */
const READERS: Readonly<Record<string, (words: readonly string[]) => Parts | null>> = {
  ls: ([word]) => {
    const place = placeOf(word)
    if (place === null) return word === undefined ? { operation: 'ListBuckets', parameters: {} } : null
    const prefix = place.key === '' ? {} : { prefix: place.key }
    return parts('ListObjectsV2', { ...place, key: '' }, prefix)
  },
  cp: copy,
  mv: copy,
  sync: ([from, to]) => {
    const place = placeOf(from) ?? placeOf(to)
    return place && parts('ListObjectsV2', { ...place, key: '' }, place.key === '' ? {} : { prefix: place.key })
  },
  rm: ([word]) => {
    const place = placeOf(word)
    return place && parts('DeleteObject', place)
  },
  mb: ([word]) => {
    const place = placeOf(word)
    return place && parts('CreateBucket', place)
  },
  rb: ([word]) => {
    const place = placeOf(word)
    return place && parts('DeleteBucket', place)
  },
  presign: ([word]) => {
    const place = placeOf(word)
    return place && parts('GetObject', place)
  },
}

function copy([from = '', to = '']: readonly string[]): Parts | null {
  const [source, target] = [placeOf(from), placeOf(to)]
  if (target && source)
    return parts('CopyObject', landing(target, from), { copySource: `${source.bucket}/${source.key}` })
  if (target) return parts('PutObject', landing(target, from))
  return source && parts('GetObject', source)
}

/** The call that a command of `aws s3` makes. `asked` tells that it stands where somebody ran it, and not in prose. */
export function readTransfer(command: string, { plain, options }: CommandWords, asked: boolean): Parts | null {
  const reader = Object.hasOwn(READERS, command) ? READERS[command] : undefined
  const call = reader?.(plain)
  if (!call || (call.operation === 'ListBuckets' && !asked)) return null
  return { ...call, parameters: { ...call.parameters, ...parametersOf(options) } }
}
