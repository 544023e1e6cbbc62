import { own } from './own'

/** A sentence of a message table with its gaps, written {name}, filled. */
export function fillMessage(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => String(own(data, name) ?? gap))
}
