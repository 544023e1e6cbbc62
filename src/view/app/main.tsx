import { drawInto } from './draw-into'
import { fetchAhead } from './fetch-ahead'
import { keepFocusFromUse } from './keep-focus-from-use'
import { startOffline } from '../features/offline/start-offline'
import '../ui/theme.css'
import { watchStyles } from '../ui/missing-styles'
import { startTheme } from '../ui/theme'
import { takeMessagesOff } from '../state/address'
import { maskArrivals } from './mask-arrivals'
import { takeOver } from './take-over'
import { claimTrustedTypes } from './trusted-types'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')
claimTrustedTypes()
fetchAhead(root)
takeMessagesOff()
startTheme()
watchStyles()
maskArrivals()
takeOver(root, drawInto)
startOffline()
keepFocusFromUse()
