import { Moon, Sun } from 'lucide-react'
import { IconButton } from './Button'
import { chooseTheme, otherTheme } from './theme'
import { useTheme } from './use-theme'

/** Switches between the light and the dark theme. */
export function ThemeButton() {
  const { resolved } = useTheme()
  const { other, label } = otherTheme()
  return (
    <IconButton label={label} data-switches-theme onClick={() => chooseTheme(other)}>
      {resolved === 'dark' ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
    </IconButton>
  )
}
