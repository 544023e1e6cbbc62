import type { Diagram } from '../../../explanation/explanation'
import { Button } from '../../ui/Button'

export interface SavePictureProps {
  readonly diagram: Diagram
  readonly action: string
}

/** Saves the gates as a picture; what draws it is loaded by the first press. */
export function SavePicture({ diagram, action }: SavePictureProps) {
  return (
    <div className="flex shrink-0 items-center" role="group" aria-label="Save the gates as a picture">
      <Button
        look="quiet"
        size="small"
        aria-label="Save as SVG"
        onClick={() => void import('./save-picture').then(({ saveSvg }) => saveSvg(diagram, action))}
      >
        SVG
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-label="Save as PNG"
        onClick={() => void import('./save-picture').then(({ savePng }) => savePng(diagram, action))}
      >
        PNG
      </Button>
    </div>
  )
}
