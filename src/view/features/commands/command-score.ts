/** How well words fit a command, from 0 (not at all) to 1; the words come in any order. */
export function commandScore(search: string, title: string, keywords: string): number {
  const asked = search.toLowerCase().split(/\s+/).filter(Boolean)
  const name = title.toLowerCase()
  const all = `${name} ${keywords.toLowerCase()}`
  if (!asked.every((word) => all.includes(word))) return 0
  if (name.includes(asked.join(' '))) return 1
  const begun = name.split(/[^\p{L}\p{N}]+/u)
  if (asked.every((word) => begun.some((one) => one.startsWith(word)))) return 0.8
  return asked.every((word) => name.includes(word)) ? 0.6 : 0.4
}
