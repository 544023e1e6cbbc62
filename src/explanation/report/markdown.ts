import type { Phrase } from '../../text/phrase'

/** Characters that mean something in Markdown or HTML. */
const SPECIAL = /[\\`*_[\]<>#|~&]/g

/** Plain text that stays plain in Markdown. */
export const escapeMarkdown = (text: string): string => text.replace(SPECIAL, '\\$&').replace(/\s+/g, ' ')

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

/** Text as code inside a line: no run of backticks in it ends it. */
export const codeSpan = (text: string): string => {
  const line = text.replace(/[\r\n]+/g, ' ')
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** Text as a block of code: no fence in it ends it. */
export const codeBlock = (text: string, language = ''): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

/** A phrase as Markdown. */
export const toMarkdown = (phrase: Phrase): string =>
  phrase
    .map(({ text, mark }) => {
      if (mark === 'code') return codeSpan(text)
      // Blanks at its ends would keep the stars from being read as marks.
      return mark === 'strong' && text.trim() === text ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text)
    })
    .join('')
