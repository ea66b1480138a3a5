// How times and numbers are written.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The time of day in UTC, with the day where it is another one than the mock has now. */
export function shortTime(timestamp, now) {
  const time = timestamp.slice(11, 19);
  if (timestamp.slice(0, 10) === now.slice(0, 10)) return time;
  return `${Number(timestamp.slice(8, 10))} ${MONTHS[Number(timestamp.slice(5, 7)) - 1]} ${time}`;
}

/** A duration in its two largest units, `2 h 5 min`; fractions only of less than a minute. */
export function duration(seconds) {
  const units = [["d", 86400], ["h", 3600], ["min", 60], ["s", 1]];
  if (seconds < 60 && !Number.isInteger(seconds)) return `${Number(seconds.toFixed(3))} s`;
  let rest = Math.round(seconds);
  const parts = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(" ") || "0 s";
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const CREDENTIALS = /^(\w+:\/\/)[^/?#]*@/;
const SECRET_PARAMETER = /([?&][^=&]*(?:auth|credential|key|password|secret|signature|token)[^=&]*=)[^&]*/gi;

/** A URL or a path with its query as the page shows it: tokens, passwords, keys and signatures are left out. */
export function withoutSecrets(url) {
  return url.replace(CREDENTIALS, "$1…@").replace(TOKEN, "…").replace(SECRET_PARAMETER, "$1…");
}
