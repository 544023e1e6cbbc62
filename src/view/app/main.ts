// What index.html begins with: the page that was built into it stands already, and this lets it be used. All else comes after it.
import '../ui/theme.css'
import './workbench.css'
import { startTheme } from '../ui/theme'
import { takeMessagesOff } from '../state/address'
import { startDrawn } from './drawn-page'
import { claimTrustedTypes } from './trusted-types'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')
claimTrustedTypes()
takeMessagesOff()
startTheme()
startDrawn(root, async () => (await import('./page')).openPage)
