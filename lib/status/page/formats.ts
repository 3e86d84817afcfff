/**
 * Numbers and times as the page writes them.
 *
 * @module
 */

/** A span of time: `12 s`, `3:05`, `1:02:03`, `3 d 01:02`. */
export function formatSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24];
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, two(seconds % 60)];
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** How long a command took: `0 ms`, `12.3 s`. */
export function formatTook(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds} ms`;
  return milliseconds < 60_000
    ? `${(milliseconds / 1_000).toFixed(1)} s`
    : formatSpan(milliseconds);
}

/** A time of day in the reader's own zone: `14:03:07`. */
export function formatClock(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
}

/** The same with milliseconds. */
export function formatExactClock(time: number): string {
  return `${formatClock(time)}.${String(time % 1_000).padStart(3, "0")}`;
}

/** Date and time, for what may be days ago. */
export function formatDate(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${
    formatClock(time)
  }`;
}

/** The time of day, with its date unless that is today. */
export function formatWhen(time: number): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return isToday ? formatClock(time) : formatDate(time);
}

/** A count with its thousands apart. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
