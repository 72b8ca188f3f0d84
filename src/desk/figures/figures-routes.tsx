import { newRoom } from '../../room.ts'
import { readFigures } from './figures.ts'
import { FiguresPage } from './figures-page.tsx'

/** How the column does, in counts. */
export const figuresRoutes = newRoom()

figuresRoutes.get('/figures', async (c) => {
  const figures = await readFigures(c.var.db, c.var.now)
  return c.render(<FiguresPage figures={figures} />, { title: 'Figures' })
})
