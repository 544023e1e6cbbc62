import type { Layer } from '../iam/layers'
import { pieceOf, type Fragment, type FragmentName, type DenialSentence } from './denial-sentence'
import { trimValue } from './read-value'
import type { Wrapper } from './wrapper'

/** "Is not authorized", as browsers and consoles translate it. */
const REFUSED =
  /nicht\s(?:dazu\s)?(?:berechtigt|autorisiert|befugt)|n[\u2019']est\spas\sautoris|n[\u2019']êtes\spas\sautoris|\bno\s(?:está\s|tiene\s)?(?:autoriza|permiso)|não\s(?:está\s|tem\s)?(?:autoriza|permiss)|non\sè\sautorizzat|niet\s(?:geautoriseerd|gemachtigd|bevoegd)|nie\s(?:jest\supoważnion|ma\suprawnie)|не\s(?:авторизован|имеет\s(?:прав|разреш))|yetkili\sdeğil|yetkisi\syok|権限がありません|権限がない|(?:許可|承認|認可)されていません|无权|無權|未[被经获獲]?(?:授权|授權)|没有[^\n。]{0,20}权限|권한이\s?없|승인되지\s?않/i

const EXPLICIT =
  /明示的な?拒否|明确拒绝|显式拒绝|명시적\s?거부|(?:denegación|rechazo)\sexplícit|refus\sexplicite|explizite[nr]?\s(?:Ablehnung|Verweigerung)|(?:negação|recusa)\sexplícita|(?:rifiuto|negazione)\sesplicit/i

const IMPLICIT =
  /weil\skeine|da\skeine|car\saucune|parce\squ[\u2019']aucune|porque\s(?:ninguna|nenhuma)|perché\snessuna|omdat\sgeen|ポリシー[^\n。]{0,40}(?:許可していない|ないため)|因为没有|因為沒有|정책이\s?없/i

/** Words for the kinds of policies in other languages. */
const LAYERS: readonly (readonly [layer: Layer, words: RegExp])[] = [
  ['identity', /identit|identidad|アイデンティティ|ID\s?ベース|基于身份|자격\s?증명\s?기반/i],
  [
    'scp',
    /service-?kontroll|dienststeuerung|contrôle\sdes?\sservices?|contro?le?\sde\sservi[çc]i?os?|サービス\s?コントロール|服务控制|서비스\s?제어|\bSCP\b/i,
  ],
  [
    'boundary',
    /berechtigungsgrenze|limites?\sd[\u2019']autorisation|límites?\sde\spermisos|limites?\sde\spermissões|アクセス許可の境界|权限边界|권한\s?경계/i,
  ],
  [
    'session',
    /sitzungsrichtlinie|(?:stratégie|politique)\sde\ssession|política\sde\ssesión|セッション\s?ポリシー|会话策略/i,
  ],
  ['endpoint', /vpc-?\s?(?:endp|エンドポイント|端点|终端节点)|endpoint\sde\sVPC/i],
  [
    'resource',
    /ressourcenbasiert|basée?\ssur\sl(?:es|a)\sressource|basada\sen\srecursos|baseada\sem\srecursos|リソースベース|基于资源|리소스\s?기반/i,
  ],
]

/** An ARN ends where other than plain characters begin: some languages put no blank there. */
const CALLER =
  /arn:aws[\w-]*:(?:iam|sts)::[^\s:]{0,60}:(?:user|assumed-role|federated-user|role|root)[\w#$%&()*+,./:;=?@{|}~-]*/
const RESOURCE = /arn:aws[\w-]*:[a-z\d-]{1,40}:[\w#$%&()*+,./:;=?@{|}~-]+/
const ACTION = /(?<![\w:/.-])[a-z][a-z\d-]{1,30}:[A-Z]\w+/
const REST = /^\s?:\s?([^(\n]{1,200}?)\s?(?:\(|$)/

const at = (text: string, base: number, match: RegExpExecArray): Fragment =>
  trimValue(pieceOf(text, base + match.index, base + match.index + match[0].length))

const endOf = ({ ranges }: Fragment): number => ranges.at(-1)?.[1] ?? 0

/** What was asked for: the first ARN besides the caller's, or what follows the action. */
function resourceIn(text: string, base: number, line: string, caller: number, action: Fragment): Fragment | null {
  const arn = RESOURCE.exec(line.slice(caller))
  if (arn) return at(text, base + caller, arn)
  const after = endOf(action) - base
  const rest = REST.exec(line.slice(after))
  const value = rest?.[1]
  if (!rest || value === undefined) return null
  const start = base + after + rest[0].indexOf(value)
  return pieceOf(text, start, start + value.length)
}

/** One line of a translated message: only the ARNs, the action and the code are as AWS wrote them. */
function readLine(text: string, base: number, line: string): DenialSentence | null {
  const caller = CALLER.exec(line)
  if (!caller) return null
  const end = caller.index + caller[0].length
  const named = ACTION.exec(line.slice(end)) ?? ACTION.exec(line.slice(0, caller.index))
  if (!named) return null
  const action = at(text, line.startsWith(named[0], end + named.index) ? base + end : base, named)
  const resource = resourceIn(text, base, line, end, action)
  const decision = EXPLICIT.test(line) ? 'explicit' : IMPLICIT.test(line) ? 'implicit' : 'unknown'
  const pieces: Partial<Record<FragmentName, Fragment>> = {
    principal: at(text, base, caller),
    action,
    ...(resource ? { resource } : {}),
  }
  return {
    row: 'translated',
    start: base + caller.index,
    end: Math.max(endOf(action), resource ? endOf(resource) : 0, base + end),
    pieces,
    decision,
    layer: decision === 'unknown' ? 'unknown' : (LAYERS.find(([, words]) => words.test(line))?.[0] ?? 'unknown'),
  }
}

const LONGEST_TRANSLATED = 900
const MOST = 20

/** The messages of a text that somebody had translated: beside an error code, or with the words of their language. */
export function findTranslated(text: string, wrappers: readonly Wrapper[]): DenialSentence[] {
  const code = wrappers.find((wrapper) => wrapper.name === 'code word')
  const beside =
    code && readLine(text, code.end, text.slice(code.end, code.end + LONGEST_TRANSLATED).split('\n\n', 1)[0] ?? '')
  if (beside) return [beside]
  let base = 0
  const found: DenialSentence[] = []
  for (const line of text.split('\n\n')) {
    const sentence = line.length <= LONGEST_TRANSLATED && REFUSED.test(line) ? readLine(text, base, line) : null
    if (sentence && found.length < MOST) found.push(sentence)
    base += line.length + 2
  }
  return found
}
