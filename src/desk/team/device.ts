// The first match counts: Edge and Opera also say Chrome, and almost everything says Safari.
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

/**
 * Gives an editor's device as coarsely as is still of use to recognise it, “Firefox on Linux”. The
 * user agent itself is not stored, and a writer's is never read.
 */
export function deviceOf(userAgent: string | undefined): string {
  const browser = firstMatch(BROWSERS, userAgent) ?? 'A browser'
  const system = firstMatch(SYSTEMS, userAgent)
  return system ? `${browser} on ${system}` : browser
}

function firstMatch(names: [RegExp, string][], userAgent = ''): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1]
}
