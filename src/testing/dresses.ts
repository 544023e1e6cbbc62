const each = (text: string, dress: (line: string, at: number) => string): string =>
  text.split('\n').map(dress).join('\n')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const two = (number: number): string => String(number % 60).padStart(2, '0')

/** For tests: what mails, chats, terminals, pages, trackers and logs lay over a text. Whatever it says, it says the same in each. */
export const DRESSES: Readonly<Record<string, (text: string) => string>> = {
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'quoted in a mail': (text) => each(text, (line) => `> ${line}`),
  'quoted twice': (text) => each(text, (line) => `>> ${line}`),
  'quoted in a chat': (text) => each(escaped(text), (line) => `&gt; ${line}`),
  'indented as code': (text) => each(text, (line) => `    ${line}`),
  'indented with tabs': (text) => each(text, (line) => `\t${line}`),
  'escaped for a page': escaped,
  'in a page': (text) => `<pre><code class="log">${escaped(text)}</code></pre>`,
  'with breaks of a page': (text) => `<p>${escaped(text).replaceAll('\n', '<br/>\n')}</p>`,
  'in a record of a log': (text) => JSON.stringify({ level: 'error', time: '2026-11-30T10:11:12Z', msg: text }),
  'in a record of a record': (text) =>
    JSON.stringify({ stream: 'stderr', log: JSON.stringify({ level: 50, msg: text }) }),
  'as events of a log': (text) =>
    JSON.stringify({ events: text.split('\n').map((message, i) => ({ timestamp: 1_796_033_472_123 + i, message })) }),
  'in colours': (text) => each(text, (line) => `\u001B[31m${line}\u001B[0m`),
  'with colours that are written': (text) => each(text, (line) => `^[[1;31m${line}^[[0m`),
  'with curly quotes': (text) => text.replaceAll(/"([^"\n]*)"/g, '“$1”'),
  'with curly quotes in the wrong encoding': (text) => text.replaceAll(/"([^"\n]*)"/g, 'â€œ$1â€\u009D'),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'with invisible characters': (text) => text.replaceAll(':', ':\u200B'),
  'in a tracker': (text) => `{noformat}\n${text}\n{noformat}`,
  'in a box': (text) => `╷\n${each(text, (line) => `│ ${line}`)}\n╵`,
}

/** The same for texts of several lines: what begins one line alone may belong to it. */
export const LINE_DRESSES: Readonly<Record<string, (text: string) => string>> = {
  'with times': (text) => each(text, (line, i) => `2026-11-30T10:11:${two(i)}.123Z ${line}`),
  'with times and a level': (text) => each(text, (line) => `2026-11-30 10:11:12,123 ERROR ${line}`),
  'in a job of GitHub': (text) =>
    each(text, (line, i) => `2026-11-30T10:11:${two(i)}.1234567Z ${i === 0 ? '##[error]' : ''}${line}`),
  'in syslog': (text) => each(text, (line) => `Nov 30 10:11:12 ip-10-0-1-23 app[77]: ${line}`),
  'in a log of containers': (text) => each(text, (line) => `api_1  | ${line}`),
  'in a log of pods': (text) => each(text, (line) => `[pod/api-5d9f-x2x4z/app] ${line}`),
  'in a log of a node': (text) => each(text, (line) => `2026-11-30T10:11:12.123456789Z stderr F ${line}`),
  numbered: (text) => each(text, (line, i) => `${String(i + 9).padStart(4)}  ${line}`),
  'as a list of lines': (text) => JSON.stringify(text.split('\n'), null, 2),
  'as records in lines': (text) => each(text, (line) => JSON.stringify({ level: 'error', message: line })),
}
