import { expect, it } from 'vitest'
import { fitText } from './fit-text'

/** A card whose text takes `needed` pixels at its usual size, on a screen of 800. */
function card(needed: number) {
  const style = { fontSize: '' }
  const scale = () => Number(/\* ([\d.]+)\)$/.exec(style.fontSize)?.[1])
  const element = {
    style,
    clientHeight: 800,
    get scrollHeight() {
      return needed * scale()
    },
  }
  return { element: element as unknown as HTMLElement, scale }
}

it('a text is as large as it was asked for where it fits, else as large as it fits, and never too small to read', () => {
  const sizeOf = (needed: number, asked: number) => {
    const { element, scale } = card(needed)
    fitText(element, asked)
    return scale()
  }
  expect(sizeOf(500, 1.5)).toBe(1.5)
  expect(sizeOf(700, 1.5)).toBeLessThanOrEqual(800 / 700)
  expect(sizeOf(700, 1.5)).toBeGreaterThan(1)
  expect(sizeOf(5000, 1.5)).toBeGreaterThanOrEqual(0.8)
})
