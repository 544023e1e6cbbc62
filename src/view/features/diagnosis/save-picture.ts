import type { Diagram } from '../../../explanation/explanation'
import { themeColor } from '../../ui/theme-color'
import { diagramSvg } from './diagram-svg'

/** Sharp on screens and in documents. */
const PIXELS_A_POINT = 2

function save(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Saves the gates as an SVG file. */
export function saveSvg(diagram: Diagram, action: string) {
  save(new Blob([diagramSvg(diagram, action, themeColor)], { type: 'image/svg+xml' }), 'gates.svg')
}

/** Saves the gates as a PNG file. */
export async function savePng(diagram: Diagram, action: string) {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(diagramSvg(diagram, action, themeColor))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * PIXELS_A_POINT
  canvas.height = image.height * PIXELS_A_POINT
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) save(blob, 'gates.png')
}
