/** Whether a day exists (`2025-12-03`); JavaScript would turn 30 February into 2 March. */
export function isDay(day: string): boolean {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number)
  if (year < 1) return false
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, number)
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === number
  )
}

/** The last day of a month (`2024-02`). */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, number, 0)
  return `${month}-${String(date.getUTCDate()).padStart(2, '0')}`
}
