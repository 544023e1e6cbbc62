import { own } from '../text/own'

/** The account of an ARN, or what stands in its place: a name behind a mask is as readable as one behind digits. */
export const ACCOUNT_OR_MASK = String.raw`(?:\d{12}|\$\{[^{}\s]{1,40}\}|[^\s:"'/{}]{1,30})`

/** Ids of one type, as the ARNs of a service have them. */
const inArn = (service: string, id: string): RegExp =>
  new RegExp(
    String.raw`\barn:aws[a-z-]{0,12}:${service}:[a-z\d-]{5,30}:${ACCOUNT_OR_MASK}:${id}(?![\w./#-]|[*<{$])`,
    'g',
  )

/** The host of an API, with its id. */
export const API_HOST = /\b([a-z\d]{10})(?:-vpce-[\da-f]{8,17})?\.execute-api\.[a-z\d-]{5,30}\.amazonaws\.com/g

/** Where a text says what a part of an ARN is, by the name of the part. */
export const IDS_IN_TEXT: Readonly<Record<string, RegExp>> = {
  api: API_HOST,
  distribution: /\b[Dd]istribution(?:\/|(?: ?(?:id|ID))?[ :=]{1,3}["']?)(E[A-Z\d]{10,14})\b/g,
  userPool: /\b([a-z]{2}-[a-z]{4,15}-\d_[A-Za-z\d]{9})\b/g,
  rule: inArn('events', String.raw`rule/([\w./-]{1,128})`),
  trail: inArn('cloudtrail', String.raw`trail/([\w.-]{3,128})`),
  logGroup: inArn('logs', String.raw`log-group:([\w./#-]{1,512})`),
  alarm: inArn('cloudwatch', String.raw`alarm:([\w./-]{1,255})`),
  targetGroup: /:targetgroup\/([\w-]{1,32}\/[\da-f]{16})\b/g,
  project: inArn('codebuild', String.raw`(?:project|build)/([\w-]{2,150})`),
  topic: inArn('sns', String.raw`([\w-]{1,256})`),
  clusterName: /:cluster\/([\w-]{1,64})\/[\da-f-]{36}(?:-\d{1,3})?\b/g,
  clusterUuid: /:cluster\/[\w-]{1,64}\/([\da-f-]{36}(?:-\d{1,3})?)\b/g,
  topicName: /\baccess topics: \[([\w.-]{1,249})\]/g,
  groupName: /\b(?:group\.id\s{0,3}[=:]\s{0,3}["']?|access group: )([\w.-]{1,249})/g,
  tag: /(?:\btags:\s{0,3}\[\s{0,3}['"]?|\bCI_COMMIT_TAG\s?[=:]\s?["']?|\bCI_COMMIT_TAG\}?["']?\n(?:[\w./-]{1,80} )?|\brefs\/tags\/)([\w.*-]{1,100})/g,
  dbUserName: /\b(?:for|user) (?:user )?["'](\w{1,63})["']/g,
  dbiResourceId: /\b((?:db|cluster)-[A-Z\d]{20,30})\b/g,
}

/** Where a text says of an id that it is the one that calls. */
const SAID: Readonly<Record<string, RegExp>> = {
  api: IDS_IN_TEXT['api']!,
  rule: /\bRULE_ARN\W{1,20}arn:aws[a-z-]{0,12}:events:[a-z\d-]{5,30}:\d{12}:rule\/([\w./-]{1,128})/g,
  userPool: /--user-pool-id\s{1,5}["']?([a-z]{2}-[a-z]{4,15}-\d_[A-Za-z\d]{9})\b/g,
}

/** So many places of one kind are looked at. */
const MOST = 50

/** Each different id of a kind that a text names, in its order. */
export const idsIn = (text: string, kind: string): readonly string[] => idsOf(text, own(IDS_IN_TEXT, kind))

/** Each that a text says to be the one that calls. */
export const idsSaidIn = (text: string, kind: string): readonly string[] => idsOf(text, own(SAID, kind))

function idsOf(text: string, shape: RegExp | undefined): readonly string[] {
  if (shape === undefined) return []
  const found = new Set<string>()
  for (const [, id] of text.matchAll(shape)) {
    if (id !== undefined) found.add(id)
    if (found.size >= MOST) break
  }
  return [...found]
}
