/** Lines that only a program has: definitions, statements, calls, closings, comments, members of lists and types. */
const CODE_LINES: readonly RegExp[] = [
  /^(?:(?:export|async|public|private|static|declare|readonly)\s){0,4}(?:def|class|type|interface|enum|function|const|let|var|import|from|package|use|func|fn|return|raise|throw|assert\w*|expect|describe|it|test|if|else|elif|for|while|try|except|catch|with|self|this)\b.*[({:;\])}]$/,
  /^\w[\w.]*\(.*\);?$/,
  /^[\w.[\]'"]+\s=\s/,
  /^[\])}][\])},;]*$/,
  /^(?:\*|\/\/|\/\*\*)/,
  /^["'][\w.-]+["'],?$/,
  /^(?:\w+:\s)?(?:'[^'\n]*'|`[^`\n]*`|"[^"\n]*")(?:,|\s\+)$/,
  /^\w+:\s(?:[[{(]|\w+,$)/,
  /^'[\w-]+':\s\{$/,
  /^\w+\??:\s.*;$/,
  /^(?:assert|raise|return|await|yield|elif)\b.*(?:[=!]=|[([]|\.\w)/,
  /^(?:from\s[\w.]+\simport\b|import\s[\w.]+(?:\sas\s\w+)?$|@[\w.]+(?:\(.*\))?$|(?:else|try|finally):$)/,
  /^\w[\w.]*\(.*[(,[{]$/,
  /^\w+=\S.*,$/,
  /^f(?:"[^"\n]*"|'[^'\n]*'),?$/,
  /^\w+:\s'[\w-]+',$/,
  /^var\s\w+\s[\w.*[\]]+$/,
  /^(?:if|while|for)\s?\(.*\)\s\S/,
  /^(?:public|private|protected|static|final|void|override|async)\s.*[({]$/,
  /^\.\w[\w.]*\(.*[);{(,]$/,
  /^(?:raise|pass|break|continue|return)$/,
  /^\w{1,40}(?:,\s\w{1,40})?\s:=\s/,
  /^(?:SELECT|INSERT\sINTO|UPDATE|DELETE\sFROM|FROM|WHERE|AND|OR|VALUES|SET|(?:(?:LEFT|INNER)\s)?JOIN|GROUP\sBY|ORDER\sBY|LIMIT)\b/,
]

/** What a program prints when it fails: beside it the code is what failed. */
const PRINTED: readonly RegExp[] = [
  /\bTraceback\b|\bAn\serror\soccurred\s\(|\bRequest\s?I[Dd]\b|(?:\b|T)\d{1,2}:\d\d:\d\d(?!\d)/,
  /\b(?:CREATE|UPDATE|DELETE)_FAILED\b/,
  /^\s{0,20}at\s\S/m,
  /^(?:[\u2502|>]\s?)?(?:[\w.]{0,80}(?:[Ee]rror|Exception)|ERROR|fatal)\b[^\n]{0,40}:\s/m,
  /\b40[13]\s(?:Forbidden|Unauthorized)\b|^[^\w\n]{0,6}failed\sto\s/im,
  /^\s{0,20}(?:(?:#|\/\/)\s)?(?:[\w.]{1,80}\.)?[A-Z]\w{2,60}(?:Denied|Exception|Error|Operation):\s/m,
]

/** Policies and templates are pasted beside an error, to have it explained. */
const POLICY = /\baws_iam_(?:policy|role)|^\s{0,20}(?:-\s)?"?Effect"?\s{0,3}[:=]\s/m

/** What stands in quotes is a value of the program, unless it is the value of a key that errors have. */
const QUOTED = /(["'`])(?:(?!\1)[^\\\n]|\\[^\n]){0,2000}\1/g
const ERROR_KEY =
  /^\s{0,40}"(?:error(?:Message|Code|Type)?|message|Message|__type|\w{0,40}(?:Status|State|Failure)Reason)"\s?:/m

/**
 * What Node prints of an error: keys in quotes that code writes without them, a date that is no string, the first member beside
 * its brace, a list of which only its type is shown. https://nodejs.org/api/util.html#utilinspectobject-options
 */
const INSPECTED =
  /^\s{0,40}(?:'\$(?:metadata|fault|response|service)':\s|time:\s\d{4}-\d\d-\d\dT|retryDelay:\s\d|[{[]\s(?:code|name|message|errorType):\s'|(?:path|locations|errors|headers|response|extensions):\s\[(?:Array|Object)\])/m

/** Does a text have what a program prints when it fails, or a policy beside it? */
export const isPrinted = (text: string): boolean => {
  const outside = text.replaceAll(QUOTED, '""')
  return ERROR_KEY.test(text) || INSPECTED.test(text) || POLICY.test(text) || PRINTED.some((one) => one.test(outside))
}

/** So many lines, and this part of them. */
const LEAST_LINES = 8
const LEAST_PART = 0.4

/** What only a program does with the name of an error, where a text has few lines. */
const HANDLES =
  /[=!]==?\s?["'`]|\b(?:catch|except|rescue)\b|=>\s?\{$|\b(?:describe|it|test|expect|assert\w*)\(|\bWHERE\s\w|^\s{0,20}(?:return|throw|raise)\s\w[\w.]*\(/m

const isCodeLine = (line: string): boolean => CODE_LINES.some((one) => one.test(line))

/** Are a few lines all of a program, without the ARN of anything? */
const isSnippet = (text: string, lines: readonly string[]): boolean =>
  HANDLES.test(text) && !/\barn:aws|\bUser:\s/.test(text) && lines.every(isCodeLine) && !isPrinted(text)

/** The lines of `git log`: the head of a commit, and what is written of it, set in. https://git-scm.com/docs/git-log */
const COMMIT = /^commit\s[\da-f]{7,40}\b/
const LOG_LINE = /^(?:commit\s[\da-f]{7,40}\b|(?:Author|AuthorDate|Commit|CommitDate|Date|Merge):\s|\s{1,12}\S)/

/** Is a text as it was pasted nothing but a list of commits? What they say of errors is over. */
export function isCommitLog(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return COMMIT.test(lines[0] ?? '') && lines.every((line) => LOG_LINE.test(line))
}

/** A string or a comment in a line: what a program says there is no error either. */
const IN_CODE = /^(?:[#*"'`]|\/\/|-\s|<!--)|[=(]\s?["'`]/

/** Does a sentence of a service stand in a line that no program has? Then the code beside it is what failed. */
function isSaidBeside(written: string, places: readonly number[]): boolean {
  const starts = new Set(places.map((at) => written.lastIndexOf('\n', at - 1) + 1))
  return [...starts].some((start) => {
    const line = written.slice(start).split('\n', 1)[0]?.trim() ?? ''
    return !isCodeLine(line) && !IN_CODE.test(line)
  })
}

/**
 * Is a text the source of a program, without anything that a program printed? Then words in its strings are no errors. Handed in
 * are the text with the times that stand before its lines, and where in that the sentences of services begin.
 */
export function isSourceCode(text: string, written: string, places: readonly number[]): boolean {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  if (lines.length < LEAST_LINES) return isSnippet(text, lines)
  const code = lines.filter(isCodeLine)
  return code.length >= LEAST_PART * lines.length && !isPrinted(written) && !isSaidBeside(written, places)
}
