// Calls the control plane, and the API with a token of the workspace.

const API_PATH = document.documentElement.dataset.apiPath;
const ROOT = new URL(".", document.baseURI);

export const apiUrl = new URL(`.${API_PATH}`, ROOT).href;

/** An answer that is no success, in words. */
export class Refused extends Error {}

async function send(url, method, body, headers = {}) {
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    throw new Refused("The server did not answer. Does it still run?");
  }
  const text = await response.text();
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // Faults can have any body.
  }
  if (!response.ok) throw new Refused(explain(response.status, answer));
  return answer;
}

function explain(status, answer) {
  const details = Array.isArray(answer?.details) ? answer.details : [];
  const message = answer?.message ?? "The call failed";
  // Some details begin with the message.
  const reasons = [message, ...details.map((detail) => String(detail).replace(`${message}: `, ""))];
  return `${reasons.join(": ")} (status ${status})`;
}

/** Calls the control plane: `control("POST", "clock/advance", { seconds: 60 })`. */
export function control(method, path, body) {
  return send(new URL(`_mock/${path}`, ROOT), method, body);
}

/** Makes a management token for a workspace. */
export async function managementToken(accessKey) {
  return (await control("POST", "tokens/management", { access_key: accessKey })).token;
}

/** Calls the API as a backend of the workspace would; faults happen to these calls, too. */
export async function callApi(accessKey, method, path, body) {
  const headers = { Authorization: `Bearer ${await managementToken(accessKey)}` };
  return send(`${apiUrl}${path}`, method, body, headers);
}

/** Writes a value as one segment of a path. */
export const segment = encodeURIComponent;
