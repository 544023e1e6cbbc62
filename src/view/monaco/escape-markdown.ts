/** Text as Markdown that reads as itself: nothing in it becomes a link, an image or code. */
export function inertMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&:]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')
}
