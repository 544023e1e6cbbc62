import { own } from '../text/own'
import { readWords, sortWords } from '../text/shell-words'
import type { FoundCall } from './command-words'
import { namesOperation } from './configured-write'
import { readTransfer } from './s3-command'

/** Commands of other tools that copy to S3 and from it. */
const COMMAND =
  /(?<![\w./-])(?:s5cmd|rclone)\s(?:--?[a-z][\w-]{0,40}(?:=\S{1,200})?\s){0,6}(?<command>cp|mv|copy|copyto|move|moveto|sync|ls|lsf|lsd|rm|cat|delete|deletefile)\s/g

/** Each by the command of `aws s3` that does the same. */
const SAME: Readonly<Record<string, string>> = {
  copy: 'cp',
  copyto: 'cp',
  cat: 'cp',
  move: 'mv',
  moveto: 'mv',
  sync: 'cp',
  lsf: 'ls',
  lsd: 'ls',
  delete: 'rm',
  deletefile: 'rm',
}

/** A place as rclone names it, by what it calls the store: `store:bucket/key`. */
const REMOTE = /^[\w-]{2,60}:(?=[a-z\d][\w.-]{1,61}[a-z\d](?:\/|$))/

const placeOf = (word: string): string => word.replace(REMOTE, 's3://')

/** Commands that take a folder and copy what is in it: the folder's own name lands nowhere. */
const OF_CONTENTS = new Set(['copy', 'move', 'sync'])

const sourceOf = (command: string, from: string): string =>
  OF_CONTENTS.has(command) && !from.startsWith('s3://') && /(?:^|\/)[^/.]{1,200}$/.test(from) ? `${from}/` : from

/** The calls of S3 that the commands of s5cmd and rclone make, in order: of a wildcard the listing. */
export function findCopyCommands(text: string): FoundCall[] {
  if (namesOperation(text)) return []
  return [...text.matchAll(COMMAND)].flatMap(({ 0: head, index, groups }): FoundCall[] => {
    const { words, end } = readWords(text, index + head.length)
    const { plain, options } = sortWords(words)
    const [from = '', to = '.'] = plain.map(placeOf)
    const command = groups?.command ?? ''
    const isListing = from.startsWith('s3://') && from.includes('*')
    const transfer = isListing
      ? readTransfer('ls', { plain: [from.split('*', 1)[0] ?? from], options }, true)
      : readTransfer(own(SAME, command) ?? command, { plain: [sourceOf(command, from), to], options }, true)
    return transfer === null ? [] : [{ service: 's3', ...transfer, isWhole: true, range: [index, end] }]
  })
}
