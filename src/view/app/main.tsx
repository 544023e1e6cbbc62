import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startOffline } from '../features/offline/start-offline'
import '../ui/theme.css'
import { startTheme } from '../ui/theme'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')
startTheme()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
startOffline()
