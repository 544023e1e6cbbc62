import { parseArn } from '../../iam/arn'
import { lastingResource } from '../../policy/one-off-ids'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'

/** So much of a text is looked through. */
const MOST_READ = 20_000

/** A command that works on all objects of a folder. */
const OF_FOLDER =
  /\b(?:aws\s(?:--[a-z-]{2,30}[ =]\S{1,80}\s){0,3}s3\s(?:sync\b|(?:cp|mv|rm)\b(?=[^\n]{0,400}\s--recursive\b))|s3cmd\s(?:sync\b|(?:put|get|del)\b(?=[^\n]{0,400}\s(?:--recursive|-r)\b))|s5cmd\ssync\b)[^\n]{0,400}/g

/** The places in S3 that a command names; the bucket can be a variable. */
const PLACE = /\bs3:\/\/(\$?\{?[\w.-]{2,63}\}?)(?:\/([\w!.*'()/-]{0,300}))?/g

/** What the tool says of each object that failed. */
const FAILED =
  /\b(?:upload|download|copy|move|delete|warning) failed: [^\n]{0,300}?\bs3:\/\/([\w.-]{3,63})\/(\S{1,300})/g

/** The folder that holds all of these keys; each begins with it. */
function commonFolder(keys: readonly string[]): string {
  const [first = '', ...others] = keys
  const folders = first.split('/').slice(0, -1)
  while (folders.length > 0 && !others.every((key) => key.startsWith(`${folders.join('/')}/`))) folders.pop()
  return folders.length === 0 ? '' : `${folders.join('/')}/`
}

/** The folders of a bucket that the commands of a text work on. */
function foldersOf(text: string, bucket: string): readonly string[] {
  const places = [...text.matchAll(OF_FOLDER)].flatMap(([command]) => [...command.matchAll(PLACE)])
  return places
    .filter(([, named = '']) => named.startsWith('$') || named === bucket)
    .map(([, , path = '']) => path.replace(/[^/]{0,255}\*[^\n]{0,300}$/, '').replace(/(?<=[^/])$/, '/'))
}

/** The beginning of the keys in a bucket that a command of the text works on; undefined where none does. */
const folderOfCommand = (text: string, bucket: string, key: string): string | undefined =>
  onlyOne(foldersOf(text, bucket).filter((folder) => key.startsWith(folder)))

/** The folder of a bucket that the one command of a text copies, with its slash; empty where it is the whole bucket, or none is named. */
export const copiedFolder = (text: string, bucket: string): string =>
  onlyOne(foldersOf(text.slice(0, MOST_READ), bucket)) ?? ''

/**
 * The pattern of all objects that a command works on of which one was refused: a folder that is copied, or what several
 * failures have in common. Null: it is one object, or none.
 */
export function askedObjects({ accessCase }: JudgedCase, resource: string, action: string): string | null {
  const arn = parseArn(resource)
  const [bucket = '', ...path] = arn?.service === 's3' && arn.account === '' ? arn.resource.split('/') : []
  const key = path.join('/')
  if (key === '' || !/^s3:\w{3,30}Object/i.test(action) || /[*?$<{]/.test(resource)) return null
  const text = (accessCase.error ?? '').slice(0, MOST_READ)
  const failed = [...text.matchAll(FAILED)].filter(([, of]) => of === bucket).map(([, , one = '']) => one)
  const folder =
    folderOfCommand(text, bucket, key) ??
    // That a few objects of a bucket failed tells no more than their folder.
    (new Set(failed).size > 1 && failed.includes(key) ? commonFolder(failed) || undefined : undefined)
  return folder === undefined ? null : `${resource.slice(0, resource.length - key.length)}${folder}*`
}

/** What a statement names for a resource that was asked for: all objects that are asked for with it, or what stays of its name. */
export const lastingFor = (judged: JudgedCase, resource: string, action: string): string =>
  askedObjects(judged, resource, action) ?? lastingResource(resource, action)
