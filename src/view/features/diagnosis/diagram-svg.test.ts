import { describe, expect, it } from 'vitest'
import { buildCase } from '../../../draft/build/build-case'
import { evaluate } from '../../../evaluation/evaluate'
import { explain } from '../../../explanation/explain'
import { EXAMPLES } from '../../../lessons/examples'
import { diagramSvg } from './diagram-svg'

const pictures = EXAMPLES.map(({ id, draft }) => {
  const { accessCase, denial } = buildCase(draft)
  const { diagram } = explain({ evaluation: evaluate(accessCase), accessCase, denial })
  return { id, diagram, svg: diagramSvg(diagram, accessCase.request.action, (token) => `#${token}`) }
})

describe('diagramSvg', () => {
  it.each(pictures)('draws each gate of $id with its name and status', ({ diagram, svg }) => {
    for (const { name, statusText } of diagram.lanes.flatMap(({ gates }) => gates)) {
      expect(svg).toContain(`>${name}</text>`)
      expect(svg).toContain(`>${statusText}</text>`)
    }
  })

  it.each(pictures)('closes what it opens in $id', ({ svg }) => {
    const open: string[] = []
    for (const piece of svg.split('<').slice(1)) {
      const tag = piece.slice(0, piece.indexOf('>'))
      const name = tag.replace('/', '').split(' ', 1)[0] ?? ''
      if (tag.startsWith('/')) expect(open.pop()).toBe(name)
      else if (!tag.endsWith('/')) open.push(name)
    }
    expect(open).toEqual([])
  })

  it('lets nothing of a request become markup', () => {
    const [first] = pictures
    const svg = diagramSvg(first!.diagram, '"><script>x</script>', () => '#000000')
    expect(svg).not.toContain('<script')
  })

  it('says that both accounts must say yes where there are two', () => {
    const two = pictures.filter(({ diagram }) => diagram.lanes.length > 1)
    expect(two.length).toBeGreaterThan(0)
    for (const { svg } of pictures)
      expect(svg.includes('both accounts must say yes')).toBe(two.some((picture) => picture.svg === svg))
  })
})
